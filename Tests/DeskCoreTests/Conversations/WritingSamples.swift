import DeskCore

/// What an agent writes, where, and to whom, for the tests of `Writing`.
enum WritingSamples {
  static let now = Instant(secondsSinceEpoch: 1_796_390_400)

  static func slug<Kind>(_ text: String) -> Slug<Kind> {
    guard let slug = try? Slug<Kind>(text: text) else { preconditionFailure(text) }
    return slug
  }

  static func number(_ text: String) -> PhoneNumberID {
    guard let number = try? PhoneNumberID(text: text) else { preconditionFailure(text) }
    return number
  }

  static func phone(_ text: String) -> PhoneNumber {
    guard let phone = PhoneNumber(e164: text) else { preconditionFailure(text) }
    return phone
  }

  static func line(
    _ number: PhoneNumberID?, _ address: String, _ lastInbound: Instant?
  ) -> ContactLine {
    var line = ContactLine()
    line.number = number
    line.address = address
    line.lastInboundAt = lastInbound
    return line
  }

  static var conversation: Conversation {
    var conversation = Conversation()
    conversation.id = Conversation.ID(4)
    conversation.contact = Contact.ID(7)
    conversation.team = slug("suporte")
    conversation.number = number("1")
    conversation.messageCount = 2
    return conversation
  }

  /// They wrote an hour ago.
  static var contact: Contact {
    var contact = Contact()
    contact.id = Contact.ID(7)
    contact.phones = [phone("+5511987654321")]
    contact.lines = [line(number("1"), "+551187654321", now - 3600)]
    return contact
  }

  /// Made from the conversation, of its team.
  static var ticket: Ticket {
    var ticket = Ticket()
    ticket.id = Ticket.ID(9)
    ticket.origin = .whatsapp
    ticket.conversation = Conversation.ID(4)
    ticket.team = slug("suporte")
    return ticket
  }

  static func facts(_ edit: (inout Writing.Facts) -> Void = { _ in }) -> Writing.Facts {
    var facts = Writing.Facts(
      conversation: conversation, contact: contact, open: nil, agent: slug("ana"),
      teams: [slug("suporte")], seesAll: false, tickets: [ticket], number: number("2"),
      hasWindow: true,
      sync: .onCreateAndEdit, nextOutbox: 20)
    edit(&facts)
    return facts
  }

  static var template: MessageTemplate {
    var template = MessageTemplate()
    template.status = .approved
    template.body = "Olá, {{nome}}! Até {{dia}}, {{nome}}."
    return template
  }

  /// What a plan does, by kind.
  struct Done {
    var conversations: [Conversation] = []
    var messages: [Message] = []
    var outbox: [OutboxEntry] = []
    var tickets: [Ticket] = []
    var events: [Event] = []
    var others = 0

    init(_ effects: [Effect]) {
      for effect in effects {
        switch effect {
        case .conversation(let conversation): conversations.append(conversation)
        case .message(let message): messages.append(message)
        case .outbox(let entry): outbox.append(entry)
        case .ticket(let ticket): tickets.append(ticket)
        case .event(let event): events.append(event)
        case .contact, .schedule, .notification, .status, .inbox, .presence: others += 1
        }
      }
    }
  }

  static func write(
    _ content: Writing.Content = .free(text: "Oi", files: []), _ facts: Writing.Facts = facts(),
    at now: Instant = now
  ) throws -> Done {
    Done(try Writing(content, facts, actor: facts.agent?.text ?? "administrator", now: now).plan())
  }
}
