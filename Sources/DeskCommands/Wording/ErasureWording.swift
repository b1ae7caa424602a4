import CommandLineKit
import DeskCore
import DeskStore
import JSON

/// What is said of an erasure.
struct ErasureTelling {
  private let contact: Contact.ID
  private let result: Store.Erased
  private let isRehearsal: Bool

  init(_ contact: Contact.ID, _ result: Store.Erased, isRehearsal: Bool) {
    self.contact = contact
    self.result = result
    self.isRehearsal = isRehearsal
  }

  /// What no command of this program reaches.
  private static let unreachable = [
    Text(
      en: "first names alone, nicknames and hints in what others wrote",
      pt: "só o primeiro nome, apelidos e alusões no que outros escreveram"),
    Text(
      en: "names, phones and e-mails of before that the desk no longer knows: --also names them",
      pt: "nomes, telefones e e-mails de antes que a central já não conhece: indique com --also"),
    Text(
      en: "backups and copies of the data folder, and snapshots of its disk",
      pt: "backups e cópias da pasta de dados, e snapshots do disco"),
    Text(
      en: "exports, reports and lists that were written elsewhere",
      pt: "exportações, relatórios e listas gravados em outro lugar"),
    Text(
      en: "the git history of Config, where somebody wrote them into it",
      pt: "o histórico do git da configuração, se alguém os escreveu nela"),
    Text(
      en: "the servers of WhatsApp and of mail, and a folder that outbox.folder names",
      pt: "os servidores do WhatsApp e de e-mail, e a pasta que outbox.folder indica"),
    Text(
      en: "messages and mail that were sent, to them and to agents",
      pt: "mensagens e e-mails já enviados, a eles e a atendentes"),
    Text(
      en: "logs of web servers and of the system",
      pt: "logs de servidores web e do sistema"),
  ]

  var json: JSONValue {
    var counts = JSONObject()
    for kind in RecordKind.allCases {
      counts[kind.rawValue] = JSONValue(result.counts[kind] ?? 0)
    }
    return [
      "id": JSONValue(contact.number), "records": .object(counts),
      "messages": JSONValue(result.messages), "unsent": JSONValue(result.unsent),
      "sought": .array(
        result.sought.map { ["text": JSONValue($0.text), "lines": JSONValue($0.lines)] }),
      "files": JSONValue(result.files), "left": .array(result.left.map { JSONValue($0) }),
      "wasGone": JSONValue(result.wasGone), "dryRun": JSONValue(isRehearsal),
      "unreachable": .array(Self.unreachable.map { JSONValue($0.en) }),
    ]
  }

  func text(_ language: Language) -> String {
    let word =
      switch (isRehearsal, result.isUnfinished) {
      case (true, _): Text(en: "would be erased", pt: "seria apagado")
      case (false, true): Text(en: "erased in part", pt: "apagado em parte")
      case (false, false): Text(en: "erased", pt: "apagado")
      }
    let first = "contact/\(contact.number) \(word(language))"
    let gone = Text(en: " (was gone already)", pt: " (já não existia)")
    let rows = RecordKind.allCases.compactMap { kind in
      result.counts[kind].flatMap { $0 > 0 ? "  \(kind.several(language)): \($0)" : nil }
    }
    let lines = Text(en: "lines of others with", pt: "linhas de outros com")(language)
    let sought = result.sought.filter { $0.isAsked || $0.lines > 0 }.map {
      "  \(lines) \"\(Shown($0.text).line)\": \($0.lines)"
    }
    let more = [
      (result.messages, Text(en: "messages", pt: "mensagens")),
      (result.unsent, Text(en: "not sent any more", pt: "não serão mais enviadas")),
      (
        result.files,
        Text(en: "files written anew or removed", pt: "arquivos refeitos ou removidos")
      ),
    ].filter { $0.0 > 0 }.map { "  \($1(language)): \($0)" }
    let title = Text(en: "What this does not reach:", pt: "O que isto não alcança:")(language)
    let unreachable = Self.unreachable.map { "  - " + $0(language) }
    let told = [first + (result.wasGone ? gone(language) : "")] + rows + more + sought
    return (told + ["", title] + unreachable).joined(separator: "\n") + "\n"
  }
}

extension RecordKind {
  /// What they are called where they are counted.
  fileprivate var several: Text {
    switch self {
    case .contact: Text(en: "contacts", pt: "contatos")
    case .ticket: Text(en: "tickets", pt: "chamados")
    case .conversation: Text(en: "conversations", pt: "conversas")
    case .schedule: Text(en: "schedules", pt: "agendamentos")
    case .outbox: Text(en: "outbox entries", pt: "itens da caixa de saída")
    case .notification: Text(en: "notifications", pt: "notificações")
    }
  }
}

extension Failure {
  static func isAnother(_ contact: Contact.ID, _ owner: Contact.ID) -> Failure {
    Failure(
      .refused, "joined",
      Text(
        en: "contact/\(contact.number) turned out to be contact/\(owner.number)",
        pt: "descobriu-se que contact/\(contact.number) é contact/\(owner.number)"),
      hint: Text("deskctl contact erase \(owner.number)"))
  }

  static func isOthersName(_ text: String, _ owner: Contact.ID) -> Failure {
    Failure(
      .refused, "others_name",
      Text(
        en: "\"\(text)\" names contact/\(owner.number), too: it would be erased there",
        pt: "\"\(text)\" também é de contact/\(owner.number): sairia de lá"),
      hint: Text("deskctl contact show \(owner.number)"))
  }
}

extension Notice {
  static func halfErased(_ line: String) -> Notice {
    Notice(
      "half_erased",
      Text(
        en: "another command held the lock meanwhile: some of it is there still",
        pt: "outro comando segurou a trava nesse meio-tempo: uma parte ainda está lá"),
      hint: Text(line))
  }

  static func leftNamed(_ paths: [String]) -> Notice {
    let shown = paths.prefix(8).joined(separator: ", ")
    return Notice(
      "left_named",
      Text(
        en: "still named in \(shown), which others need; look at it by hand",
        pt: "ainda citado em \(shown), de que outros precisam; veja à mão"))
  }
}
