import DeskCore
import DeskStore
import DeskTestSupport
import JSON

extension TestDesk {
  /// Changes the store as what came in would: the contact of the sample with the number 1, Carla,
  /// wrote so many seconds ago, and nobody has the conversation, number 1, with its ticket.
  func seedConversation(silence: Int = 3600, team: String = "suporte") throws {
    let last = now - silence
    try change { transaction in
      var contact = try transaction.get(Contact.ID(1))
      var line = ContactLine()
      line.number = try PhoneNumberID(text: "207700011122233")
      line.address = contact.phones[0].e164
      line.conversation = Conversation.ID(1)
      line.lastInboundAt = last
      contact.lines = [line]
      var conversation = Conversation()
      conversation.id = Conversation.ID(1)
      conversation.contact = contact.id
      conversation.number = line.number
      conversation.team = try Team.ID(text: team)
      conversation.openedAt = last
      conversation.lastInboundAt = last
      conversation.attention = .pending
      conversation.lastTicket = Ticket.ID(1)
      conversation.messageCount = 1
      var message = Message()
      message.id = 1
      message.conversation = conversation.id
      message.direction = .inbound
      message.author = "contact"
      message.at = last
      message.text = "Oi, cadê a nota?"
      var ticket = Ticket()
      ticket.id = Ticket.ID(1)
      ticket.title = "Carla pelo WhatsApp"
      ticket.origin = .whatsapp
      ticket.contact = contact.id
      ticket.conversation = conversation.id
      ticket.team = conversation.team
      ticket.openedAt = last
      return [
        .contact(contact), .conversation(conversation), .message(message), .ticket(ticket),
      ]
    }
  }

  /// Somebody who wrote from a new phone and says to be contact 1, whose token is `segredo`.
  @discardableResult
  func seedClaim(phone: String = "+5511912345678") throws -> Contact.ID {
    var id = Contact.ID(1)
    try change { transaction in
      id = Contact.ID(try transaction.nextNumber(.contact))
      var contact = Contact()
      contact.id = id
      contact.phones = PhoneNumber(e164: phone).map { [$0] } ?? []
      contact.claim = Claim(
        contact: Contact.ID(1), email: try EmailAddress("carla@loja.com.br"), at: now)
      contact.passwordToken = PasswordToken(
        sha256: Redemption.key(of: "segredo"), expiresAt: now + 60)
      return [.contact(contact)]
    }
    return id
  }

  func change(_ effects: (Transaction) throws -> [Effect]) throws {
    let store = try Store(root + "/data", now: now)
    _ = try store.write(patience: 1) { transaction in try transaction.apply(effects(transaction)) }
  }

  /// What `KIND show NUMBER --json` has as data.
  func shown(_ words: String...) throws -> JSONValue {
    try JSONValue(parsing: run(words + ["--json"]).output)["data"] ?? .null
  }
}
