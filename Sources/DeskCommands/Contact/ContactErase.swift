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

          It looks for the names, phones and e-mails of today and for those of before that bodies,
          messages and cases still tell; `--also` names others, and `-n` shows how many lines have
          each. A name of one word, or one that another contact has, is looked for in what is theirs
          alone.

          What they write afterwards is somebody new to the desk: a contact, and what is kept of it.
          """,
        pt: """
          Saem o registro, as conversas, as mensagens, os agendamentos, as notificações, o que espera
          envio, os anexos que só eles têm, os corpos recebidos, os status e o que foi posto de lado;
          os chamados ficam só com o número, e os abertos são fechados. Onde registros de outros e o
          log os citam, isso é mascarado. O log diz que foi feito, e não quem era. Ele mostra o que
          não alcança. Se for interrompido, basta rodar de novo, pelo número.

          Ele procura os nomes, telefones e e-mails de hoje e os de antes que corpos, mensagens e
          atendimentos ainda contam; `--also` indica outros, e `-n` mostra em quantas linhas cada um
          está. Um nome de uma palavra só, ou que outro contato também tem, é procurado só no que é
          deles.

          Quem escreve depois disso é alguém novo para a central: um contato, com o que ele escreveu.
          """),
      examples: [
        Example("deskctl contact erase 3 -n", Text(en: "what would go", pt: "o que sairia")),
        Example("deskctl contact erase 3 --yes", Text(en: "for good", pt: "de vez")),
        Example(
          "deskctl contact erase 3 --also 'Carla Souza' --also '(21) 97777-1234' -n",
          Text(en: "with what she had before", pt: "com o que ela tinha antes")),
      ],
      arguments: [
        ArgumentSpec(
          "CONTACT",
          Text(en: "by number, phone or e-mail", pt: "por número, telefone ou e-mail"),
          completion: .dynamic("contact"))
      ],
      options: [also],
      action: .steps(.administer, run))
  }

  private static let also = OptionSpec.value(
    "also", "TEXT",
    Text(
      en: "a name, phone or e-mail that they had before; may be given again",
      pt: "um nome, telefone ou e-mail que tinham antes; pode ser repetido"), repeats: true)

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let contact = try desk.erasable(words.arguments[0])
    let former = try words.values(also).map { try desk.formerName(also, $0, of: contact) }
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
          contact, former: former, actor: desk.actor.name, title: title, patience: patience,
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

  /// Shorter texts stand in too much that is others'.
  private static var shortestFormerName: Int { 6 }

  /// What somebody had before; nothing that another contact has today.
  fileprivate func formerName(
    _ option: OptionSpec, _ typed: String, of contact: Contact.ID
  ) throws -> FormerName {
    let text = String(typed.trimmed)
    guard text.folded.count >= Self.shortestFormerName else {
      throw Failure.badValue(
        option, typed,
        Text(
          en: "at least \(Self.shortestFormerName) characters",
          pt: "ao menos \(Self.shortestFormerName) caracteres"))
    }
    let country = CountryCode(try settings.desk.country) ?? .brazil
    let phone = try? PhoneNumber(text, country: country)
    let former = FormerName(text, forms: phone?.writtenForms ?? [])
    try reading { store in
      try store.forEach(Contact.self) { other in
        guard other.id != contact, other.joined != contact else { return }
        let known = [other.name, other.profileName] + other.emails.map(\.text)
        let texts = known.compactMap { $0 } + other.phones.flatMap(\.writtenForms)
        if former.needles.isIn(Array(texts.joined(separator: "\n").utf8)[...]) {
          throw Failure.isOthersName(text, other.id)
        }
      }
    }
    return former
  }
}
