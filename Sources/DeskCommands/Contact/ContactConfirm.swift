import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var contactConfirm: CommandSpec {
    CommandSpec(
      name: "confirm",
      summary: Text(
        en: "Confirm that contacts are who they say they are.",
        pt: "Confirma que contatos são quem dizem ser."),
      discussion: Text(
        en: """
          Somebody who wrote from an unknown phone gave the e-mail of a registered contact. Confirmed,
          the phone is that contact's: what is open and what is to come is theirs. The record that
          the phone had until then stays and leads there.
          """,
        pt: """
          Alguém escreveu de um telefone desconhecido e deu o e-mail de um contato cadastrado.
          Confirmado, o telefone é desse contato: o que está aberto e o que vier é dele. O registro
          que o telefone tinha até então permanece e leva até lá.
          """),
      examples: [
        Example(
          "deskctl contact confirm '(11) 91234-5678'",
          Text(
            en: "the phone is the claimed contact's from then on",
            pt: "o telefone é do contato declarado a partir daí"))
      ],
      arguments: [.contacts], action: .write(.editContacts, run))
  }

  private static func run(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    let changes = try desk.contacts(words.arguments, in: transaction).map { claiming in
      if claiming.joined != nil { return Output.Change.unchanged(claiming, desk) }
      guard let claim = claiming.claim else {
        throw Confirmation.Refusal.noClaim(claiming.id)
      }
      let claimed = try desk.standing(claim.contact, transaction)
      try transaction.apply(desk.confirmation(of: claiming, as: claimed, transaction).plan())
      let joined = try transaction.get(claiming.id)
      let end = "\(claimed.reference), \(Shown(claimed.displayName).line)"
      let change = desk.change(joined, "confirmed")
      return Output.Change(
        id: change.id, line: "\(change.line): \(end)", record: change.record)
    }
    return Output(.changed(schema: "contact", changes))
  }
}

extension Desk {
  /// A contact, or the one that it turned out to be.
  fileprivate func standing(_ id: Contact.ID, _ store: some StoreReading) throws -> Contact {
    var contact = try store.get(id)
    while let next = contact.joined { contact = try store.get(next) }
    return contact
  }

  fileprivate func confirmation(
    of claiming: Contact, as claimed: Contact, _ store: some StoreReading
  ) throws -> Confirmation {
    let pending: [Schedule] = try store.records(
      store.pendingSchedules().filter { $0.contact == claiming.id }.map { RecordID($0.schedule) })
    return Confirmation(
      of: claiming, as: claimed, conversations: try store.openConversations(of: claiming.id),
      tickets: try store.openTickets(of: claiming.id), schedules: pending, actor: actor.name,
      now: try now())
  }
}
