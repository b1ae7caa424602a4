package import DeskCore

extension StoreReading {
  /// Who somebody on WhatsApp is to the desk: whose phone it is, the registered one where there are
  /// two, else the older; else who is known by that id at WhatsApp.
  package func contact(of user: WhatsAppUser) throws -> Contact? {
    if let phone = user.phone, let found = first(try contacts(with: phone)) { return found }
    return try contact(withUserID: user.userID)
  }

  package func contact(withUserID id: String?) throws -> Contact? {
    guard let id else { return nil }
    return first(try records(numbers(.user, key: id).map { Contact.ID($0) }))
  }

  private func first(_ contacts: [Contact]) -> Contact? {
    contacts.min { ($0.registered ? 0 : 1, $0.id) < ($1.registered ? 0 : 1, $1.id) }
  }

  /// A contact's open conversation on one of the desk's numbers, else the newest that was there. One
  /// that a schedule began has no number until somebody writes.
  package func conversation(
    of contact: Contact, on number: PhoneNumberID?
  ) throws -> Conversation? {
    let open = try openConversations(of: contact.id).last {
      $0.channel == .whatsapp && ($0.number == nil || $0.number == number)
    }
    if let open { return open }
    let line = contact.lines.first { $0.number == number }
    return try line?.conversation.flatMap { try find($0) }
  }

  /// The outbox entry that a status is about: by the number that the desk gave along, which it has
  /// even where nobody saw the answer, else by the message's id.
  package func entry(of status: StatusUpdate) throws -> OutboxEntry? {
    if let number = try numbers(.sent, key: status.message).first {
      return try find(OutboxEntry.ID(number))
    }
    guard let named = try status.namedEntry.flatMap({ try find($0) }),
      named.provider == nil || named.provider == status.message
    else { return nil }
    return named
  }
}
