import CommandLineKit
import DeskFormats

/// The words of what an export keeps and loses.
enum ExportWording {
  /// As a heading has it, or so many of it.
  static func name(_ field: ExportedField) -> Text {
    switch field {
    case .openedAt: Text(en: "opening times", pt: "datas de abertura")
    case .closedAt: Text(en: "closing times", pt: "datas de fechamento")
    case .messageTimes: Text(en: "message times", pt: "horários de mensagens")
    case .authors: Text(en: "authors", pt: "autores")
    case .deliveryStates: Text(en: "delivery states", pt: "estados de entrega")
    case .privateComments: Text(en: "internal comments", pt: "comentários internos")
    case .states: Text(en: "states", pt: "situações")
    case .teams: Text(en: "teams", pt: "equipes")
    case .assignees: Text(en: "assignees", pt: "responsáveis")
    case .categories: Text(en: "categories", pt: "categorias")
    case .ticketTypes: Text(en: "types", pt: "tipos")
    case .priorities: Text(en: "priorities", pt: "prioridades")
    case .origins: Text(en: "origins", pt: "origens")
    case .requestersWithoutEmail:
      Text(en: "requesters without an e-mail", pt: "solicitantes sem e-mail")
    case .names: Text(en: "requesters' names", pt: "nomes de solicitantes")
    case .phones: Text(en: "requesters' phones", pt: "telefones de solicitantes")
    case .longTitles: Text(en: "long titles", pt: "títulos longos")
    case .attachments: Text(en: "attachments", pt: "anexos")
    case .missingFiles: Text(en: "attachments that are gone", pt: "anexos que já não existem")
    case .hiddenMessages:
      Text(en: "messages not seen by who exported", pt: "mensagens que quem exportou não vê")
    }
  }

  private static func single(_ field: ExportedField) -> Text {
    switch field {
    case .openedAt: Text(en: "opening time", pt: "data de abertura")
    case .closedAt: Text(en: "closing time", pt: "data de fechamento")
    case .messageTimes: Text(en: "message time", pt: "horário de mensagem")
    case .authors: Text(en: "author", pt: "autor")
    case .deliveryStates: Text(en: "delivery state", pt: "estado de entrega")
    case .privateComments: Text(en: "internal comment", pt: "comentário interno")
    case .states: Text(en: "state", pt: "situação")
    case .teams: Text(en: "team", pt: "equipe")
    case .assignees: Text(en: "assignee", pt: "responsável")
    case .categories: Text(en: "category", pt: "categoria")
    case .ticketTypes: Text(en: "type", pt: "tipo")
    case .priorities: Text(en: "priority", pt: "prioridade")
    case .origins: Text(en: "origin", pt: "origem")
    case .requestersWithoutEmail:
      Text(en: "requester without an e-mail", pt: "solicitante sem e-mail")
    case .names: Text(en: "requester's name", pt: "nome de solicitante")
    case .phones: Text(en: "requester's phone", pt: "telefone de solicitante")
    case .longTitles: Text(en: "long title", pt: "título longo")
    case .attachments: Text(en: "attachment", pt: "anexo")
    case .missingFiles: Text(en: "attachment that is gone", pt: "anexo que já não existe")
    case .hiddenMessages:
      Text(en: "message not seen by who exported", pt: "mensagem que quem exportou não vê")
    }
  }

  static func name(_ fate: Fate) -> Text {
    switch fate {
    case .kept: Text(en: "kept", pt: "fica")
    case .asTag: Text(en: "as tags or attributes", pt: "como etiquetas ou atributos")
    case .inText: Text(en: "in the text", pt: "no texto")
    case .lost: Text(en: "lost", pt: "se perde")
    }
  }

  /// `2 tickets, 9 comments`.
  static func counts(_ losses: ExportLosses) -> Text {
    let (tickets, entries, files) = (losses.tickets, losses.entries, losses.files)
    return Text(
      en: "\(tickets) \(tickets == 1 ? "ticket" : "tickets"), "
        + "\(entries) \(entries == 1 ? "comment" : "comments")"
        + (files == 0 ? "" : ", \(files) \(files == 1 ? "attachment" : "attachments")"),
      pt: "\(tickets) \(tickets == 1 ? "chamado" : "chamados"), "
        + "\(entries) \(entries == 1 ? "comentário" : "comentários")"
        + (files == 0 ? "" : ", \(files) \(files == 1 ? "anexo" : "anexos")"))
  }

  /// `Dates, authors kept; lost: 3 delivery states (in text)`.
  static func summary(
    _ fates: [(field: ExportedField, fate: Fate, count: Int)], _ language: Language
  ) -> String {
    func list(_ fate: Fate) -> String? {
      let found = fates.filter { $0.fate == fate }
      guard !found.isEmpty else { return nil }
      return found.map { field, _, count in
        "\(count) \((count == 1 ? single(field) : name(field))(language))"
      }.joined(separator: ", ")
    }
    let text = Text(en: "in text", pt: "no texto")(language)
    let lost = [list(.lost), list(.inText).map { "\($0) (\(text))" }].compactMap { $0 }
    let nothing = Text(en: "nothing", pt: "nada")(language)
    let parts = [
      kept(fates)(language),
      list(.asTag).map { Text(en: "as tags: \($0)", pt: "como etiquetas: \($0)")(language) },
      Text(en: "lost: ", pt: "perdas: ")(language)
        + (lost.isEmpty ? nothing : lost.joined(separator: ", ")),
    ]
    return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// Dates, authors, states: those of them that are there and kept.
  private static func kept(
    _ fates: [(field: ExportedField, fate: Fate, count: Int)]
  ) -> Text {
    func isKept(_ fields: ExportedField...) -> Bool {
      let found = fates.filter { fields.contains($0.field) }
      return !found.isEmpty && found.allSatisfy { $0.fate == .kept }
    }
    let words = [
      (isKept(.openedAt, .closedAt, .messageTimes), Text(en: "dates", pt: "datas")),
      (isKept(.authors), Text(en: "authors", pt: "autores")),
      (isKept(.states), Text(en: "states", pt: "situações")),
    ].filter(\.0).map(\.1)
    func sentence(_ language: Language, _ end: String) -> String {
      let list = words.map { $0(language) }.joined(separator: ", ")
      return list.isEmpty ? "" : list.prefix(1).uppercased() + list.dropFirst() + " " + end
    }
    return Text(en: sentence(.en, "kept"), pt: sentence(.ptBR, "ficam"))
  }
}
