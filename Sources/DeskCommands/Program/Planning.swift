import CommandLineKit
import DeskCore
import DeskStore
import DeskSystem
import JSON

extension Desk {
  /// `--dry-run`: what would be done, in order, with the rule behind each line.
  func plan() -> Listing {
    var listing = Listing(
      "plan",
      [
        Table.Column(Text(en: "rule", pt: "regra"), key: "rule"),
        Table.Column(Text(en: "record", pt: "registro"), key: "record"),
        Table.Column(Text(en: "what", pt: "o quê"), key: "what"),
        Table.Column(Text(en: "detail", pt: "detalhe"), key: "detail", shrinks: true),
      ])
    for event in events {
      listing.add(
        id: event.record?.text ?? "", event.fullJSON,
        [
          event.rule ?? "-", event.record?.text ?? "-",
          EventWord.text(event.what, of: event.record?.kind)(language),
          event.detail.isEmpty ? "-" : event.detail.joined(separator: ", "),
        ])
    }
    return listing
  }

  var dryRunNote: String {
    let note = Text(en: "dry run: nothing was changed", pt: "ensaio: nada foi mudado")
    return "deskctl: \(note(language))\n"
  }

  /// A file of the caller's in pieces, each the next bytes; `-` is standard input.
  func chunks(of path: String) throws -> () throws -> [UInt8] {
    if path == "-" { return surroundings.console.read }
    let absolute = surroundings.absolute(path)
    guard let file = try openOutside(absolute, kernel: surroundings.kernel) else {
      throw Failure.noFile(path)
    }
    return { try file.read(upTo: 65_536) }
  }

  /// A file of the caller's, whole; what one transaction cannot hold is refused.
  func content(of path: String) throws -> [UInt8] {
    guard
      let bytes = try readOutside(
        surroundings.absolute(path), atMost: 100 << 20, kernel: surroundings.kernel)
    else { throw Failure.noFile(path) }
    return bytes
  }
}

/// The words of the log, as people read them.
enum EventWord {
  static func text(_ word: String) -> Text {
    Text(en: word, pt: portuguese[word] ?? word)
  }

  /// As it is said of a record: a conversation is feminine in Portuguese.
  static func text(_ word: String, of kind: RecordKind?) -> Text {
    let step = kind == .conversation ? HistoryEntry.Change(rawValue: word) : nil
    return Text(en: word, pt: step.map { HistoryWord.text($0).pt } ?? text(word).pt)
  }

  private static let portuguese = [
    "added": "criado", "set": "alterado", "removed": "removido", "cancelled": "cancelado",
    "completed": "concluído", "failed": "falhou", "expired": "expirou", "opened": "aberto",
    "closed": "fechado", "reopened": "reaberto", "assigned": "atribuído", "noted": "comentado",
    "dismissed": "dispensada", "sending": "enviando", "sent": "enviada", "unknown": "incerta",
    "not_sent": "não enviada", "accepted": "aceita", "delivered": "entregue", "read": "lida",
    "queued": "na fila", "held": "em espera", "resumed": "retomada",
    "blocked": "bloqueado", "unblocked": "desbloqueado", "imported": "importado",
    "registered": "cadastrado", "updated": "atualizado", "unchanged": "inalterado",
    "repaired": "consertado", "migrated": "migrado", "answered": "respondida",
    "kept": "mantido", "confirmed": "confirmado", "joined": "unido", "redeemed": "resgatado",
    "transferred": "transferida",
    "online": "online", "offline": "offline",
    "handedOver": "passada a uma pessoa", "dropped": "descartada",
    "handedToBot": "passada ao robô", "waits": "em espera", "skipped": "nada enviado",
    "claimed": "diz ser", "identityChanged": "mudou de número", "fault": "falha do provedor",
    "forwarded": "encaminhada", "pending": "pendente", "resolved": "resolvida",
    "linked": "vinculado", "rated": "avaliada", "surveyEnded": "pesquisa terminada",
    "survey": "pesquisa", "restored": "restaurada", "erased": "apagado",
    "offered": "oferecida", "declined": "recusada",
    "turnedAway": "sem atendimento", "formOffered": "formulário oferecido",
    "caseSet": "registro alterado", "caseSaved": "registro salvo",
  ]
}
