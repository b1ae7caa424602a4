extension LivechatSession {
  /// A ticket by livechat's opening settings, bound to the conversation: all its messages, earlier
  /// and later, are the ticket's.
  mutating func openTicket(_ id: Ticket.ID, of owner: Contact, _ rule: String) {
    var values = values
    values.contactName = owner.name ?? owner.displayName
    open(
      setting.livechat.opening.filled(by: values).ticket(
        id, from: .livechat, of: owner.id, at: setting.now), of: owner, rule)
  }
}

extension ChatSession {
  /// The address of its ticket's page; nil where there is no ticket, or no such page.
  var ticketLink: String? {
    (ticket?.id ?? conversation.lastTicket).flatMap { setting.links.address(of: $0) }
  }

  /// Queues an e-mail to the contact whose address it is. What is nil of its parts is left out.
  mutating func mail(
    _ id: OutboxEntry.ID, _ address: EmailAddress, to owner: Contact.ID, subject: String,
    parts: [String?], secret: String? = nil
  ) {
    var entry = OutboxEntry()
    entry.id = id
    entry.channel = .email
    entry.to = address.text
    entry.contact = owner
    entry.body.subject = subject
    entry.body.text = parts.compactMap { $0 }.joined(separator: "\n\n")
    entry.body.secret = secret
    entry.queuedAt = setting.now
    entry.changedAt = setting.now
    entry.conversation = conversation.id
    entry.automatic = true
    add(.outbox(entry))
  }
}
