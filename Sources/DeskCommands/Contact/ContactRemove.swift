import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var contactRemove: CommandSpec {
    CommandSpec(
      name: "remove",
      summary: Text(en: "Remove contacts.", pt: "Remove contatos."),
      discussion: Text(
        en: """
          Refused while a ticket or conversation of theirs is open, a schedule pending or a message
          waiting to be sent. Closed ones keep the contact's number, which is never used again.
          """,
        pt: """
          É recusado enquanto o contato tiver chamado ou conversa aberta, agendamento pendente ou
          mensagem esperando envio. Os encerrados guardam o número do contato, que nunca é reusado.
          """),
      arguments: [.contacts], options: [.ifRevision], action: .write(.editContacts, run))
  }

  private static func run(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    let changes = try desk.contacts(words.arguments, in: transaction).map { contact in
      let live = try transaction.liveReferences(to: contact.id)
      guard live.isEmpty else { throw Failure.contactInUse(contact, by: live) }
      try transaction.remove(contact.id)
      try transaction.apply([try desk.event(contact.reference, "removed")])
      return desk.change(contact, "removed", named: contact.displayName)
    }
    return Output(.changed(schema: "contact", changes))
  }
}

extension StoreReading {
  /// What is not over yet and refers to a contact.
  fileprivate func liveReferences(to contact: Contact.ID) throws -> [Reference] {
    let key = String(contact.number)
    let open = try [RecordKind.ticket, .conversation, .outbox].flatMap { kind in
      try numbers(.open(kind), key: key).map { Reference(kind, $0) }
    }
    let pending = try pendingSchedules().filter { $0.contact == contact }.map {
      Reference(.schedule, $0.schedule)
    }
    return open + pending
  }
}
