import DeskCore
import DeskStore

/// Records for the tests of the store; each is whole, and differs by its number.
enum Sample {
  static func contact(_ number: Int) throws -> Contact {
    var contact = Contact()
    contact.id = Contact.ID(number)
    contact.name = "Pessoa \(number)"
    contact.phones = [try phone(number)]
    contact.registered = true
    return contact
  }

  static func phone(_ number: Int) throws -> PhoneNumber {
    try PhoneNumber("+55119\(80_000_000 + number)", country: .brazil)
  }

  static func ticket(_ number: Int, contact: Int = 1) -> Ticket {
    var ticket = Ticket()
    ticket.id = Ticket.ID(number)
    ticket.title = "Pedido \(number)"
    ticket.contact = Contact.ID(contact)
    return ticket
  }

  static func schedule(_ number: Int, at: Instant, contact: Int = 1) -> Schedule {
    var schedule = Schedule()
    schedule.id = Schedule.ID(number)
    schedule.at = at
    schedule.contact = Contact.ID(contact)
    schedule.comment = "ligar"
    return schedule
  }

  static func conversation(_ number: Int, contact: Int = 1, messages: Int = 0) -> Conversation {
    var conversation = Conversation()
    conversation.id = Conversation.ID(number)
    conversation.contact = Contact.ID(contact)
    conversation.messageCount = messages
    return conversation
  }

  static func message(_ number: Int, in conversation: Int) -> Message {
    var message = Message()
    message.id = number
    message.conversation = Conversation.ID(conversation)
    message.author = "ana"
    message.text = "bom dia"
    if number == 2 { message.direction = .inbound }
    message.provider = "wamid.\(number)"
    return message
  }

  static func status(_ name: String, _ at: Instant) -> StatusLine {
    var line = StatusLine()
    line.message = "wamid.own"
    line.status = name
    line.at = at
    return line
  }

  static func outbox(_ number: Int, contact: Int = 1) -> OutboxEntry {
    var entry = OutboxEntry()
    entry.id = OutboxEntry.ID(number)
    entry.to = "+5511980000001"
    entry.contact = Contact.ID(contact)
    return entry
  }

  static func notification(_ number: Int) -> Notification {
    var notification = Notification()
    notification.id = Notification.ID(number)
    notification.text = "um agendamento disparou"
    return notification
  }

  static func event(_ what: String, _ at: Instant, record: Reference? = nil) -> Event {
    Event(at: at, actor: "system", record: record, what: what, rule: "S1")
  }
}
