import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var contactErase: CommandSpec {
    CommandSpec(
      name: "erase",
      summary: Text(
        en: "Take a person out of everything that the desk keeps.",
        pt: "Tira uma pessoa de tudo o que a central guarda."),
      discussion: Text(
        en: """
          Their record, conversations, messages, schedules, notifications, what waits to be sent,
          attachments that nobody else has, raw bodies, statuses, and what was put aside go; their
          tickets keep their numbers and nothing else, and open ones are closed. Where others'
          records and the log name them, that is masked. The log says that it was done, and not who it was. It
          prints what it cannot reach. Interrupted, it is simply run again, by the number.

          A name of one word, or one that another contact has, is looked for in what is theirs alone.
          """,
        pt: """
          Saem o registro, as conversas, as mensagens, os agendamentos, as notificações, o que espera
          envio, os anexos que só eles têm, os corpos recebidos, os status e o que foi posto de lado;
          os chamados ficam só com o número, e os abertos são fechados. Onde registros de outros e o
          log os citam, isso é mascarado. O log diz que foi feito, e não quem era. Ele mostra o que
          não alcança. Se for interrompido, basta rodar de novo, pelo número.

          Um nome de uma palavra só, ou que outro contato também tem, é procurado só no que é deles.
          """),
      examples: [
        Example("deskctl contact erase 3 -n", Text(en: "what would go", pt: "o que sairia")),
        Example("deskctl contact erase 3 --yes", Text(en: "for good", pt: "de vez")),
      ],
      arguments: [
        ArgumentSpec(
          "CONTACT",
          Text(en: "by number, phone or e-mail", pt: "por número, telefone ou e-mail"),
          completion: .dynamic("contact"))
      ],
      action: .steps(.administer, run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let contact = try desk.erasable(words.arguments[0])
    let name = "contact/\(contact.number)"
    let question = Text(
      en: "erase \(name) and all that is theirs, for good?",
      pt: "apagar de vez \(name) e tudo o que é deles?")
    guard try desk.confirm(question) else { return Output(exit: .no) }
    let store = try desk.store()
    if !desk.isDryRun, desk.givenNow != nil, !store.format.play { throw StoreError.notAPlayDesk }
    let patience = try desk.patience()
    let title = try desk.settings.desk.language == .ptBR ? "(apagado)" : "(erased)"
    let erased = try store.whileHolding(Layout.tickLock, patience: patience) {
      try store.whileHolding(Layout.deliverLock, patience: patience) {
        try store.erase(
          contact, actor: desk.actor.name, title: title, patience: patience,
          isRehearsal: desk.isDryRun)
      }
    }
    guard case .some(.some(let result)) = erased else { throw StoreError.busy(seconds: patience) }
    if !desk.isDryRun { desk.noteCommit() }
    let telling = ErasureTelling(contact, result, isRehearsal: desk.isDryRun)
    return Output(
      .one(schema: "contact.erase", telling.json, text: telling.text(desk.language)),
      notices: result.left.isEmpty ? [] : [.leftNamed(result.left)])
  }
}

extension Desk {
  /// A contact to erase: by number also where they are gone, for what a kill may have left.
  fileprivate func erasable(_ word: String) throws -> Contact.ID {
    let plain = word.hasPrefix("contact/") ? String(word.dropFirst(8)) : word
    if plain.utf8.count < 8, let number = Reference.number(plain) { return Contact.ID(number) }
    let contact = try reading { try self.contact(word, in: $0) }
    guard let owner = contact.joined else { return contact.id }
    throw Failure.isAnother(contact.id, owner)
  }
}

/// What is said of an erasure.
private struct ErasureTelling {
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
      "files": JSONValue(result.files), "left": .array(result.left.map { JSONValue($0) }),
      "wasGone": JSONValue(result.wasGone), "dryRun": JSONValue(isRehearsal),
      "unreachable": .array(Self.unreachable.map { JSONValue($0.en) }),
    ]
  }

  func text(_ language: Language) -> String {
    let word =
      isRehearsal
      ? Text(en: "would be erased", pt: "seria apagado") : Text(en: "erased", pt: "apagado")
    let first = "contact/\(contact.number) \(word(language))"
    let gone = Text(en: " (was gone already)", pt: " (já não existia)")
    let rows = RecordKind.allCases.compactMap { kind in
      result.counts[kind].flatMap { $0 > 0 ? "  \(kind.rawValue): \($0)" : nil }
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
    let lines = [first + (result.wasGone ? gone(language) : "")] + rows + more
    return (lines + ["", title] + unreachable).joined(separator: "\n") + "\n"
  }
}

extension Failure {
  fileprivate static func isAnother(_ contact: Contact.ID, _ owner: Contact.ID) -> Failure {
    Failure(
      .refused, "joined",
      Text(
        en: "contact/\(contact.number) turned out to be contact/\(owner.number)",
        pt: "contact/\(contact.number) era contact/\(owner.number)"),
      hint: Text("deskctl contact erase \(owner.number)"))
  }
}

extension Notice {
  fileprivate static func leftNamed(_ paths: [String]) -> Notice {
    let shown = paths.prefix(8).joined(separator: ", ")
    return Notice(
      "left_named",
      Text(
        en: "still named in \(shown), which others need; look at it by hand",
        pt: "ainda citado em \(shown), de que outros precisam; veja à mão"))
  }
}
