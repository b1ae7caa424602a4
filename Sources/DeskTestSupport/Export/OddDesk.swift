import DeskCore
package import DeskStore

extension TestDesk {
  /// A sample desk with every odd thing that a ticket can hold, for what leaves the desk: two authors,
  /// attachments, a comment, no e-mail, somebody erased, texts that are formulas, markup and 4-byte
  /// characters.
  package static func odd() throws -> TestDesk {
    let desk = try TestDesk.sample()
    try desk.fill { transaction in
      var odd = OddRecords(transaction)
      try odd.make()
    }
    return desk
  }

  /// One transaction behind the commands' back.
  package func fill(_ body: (Transaction) throws -> Void) throws {
    _ = try Store(root + "/data", now: now).write(patience: 1, body)
  }
}

/// The odd desk's records, made in order.
struct OddRecords {
  private let transaction: Transaction
  private var clock = TestDesk.start

  init(_ transaction: Transaction) { self.transaction = transaction }

  /// Texts of which each breaks something that takes them for more than texts.
  static let texts = [
    "=1+1", "+55 (11) 98765-4321", "-2+3", "@SUM(A1)", "\tx", "😀 Zoë Ǆ 𝔘𝔫𝔦", "a,\"b\";c\nd\r\ne",
    "<script>alert(1)</script> & co", "\\n {ticket/1} \u{202E}txt.exe", "", "\u{7F}\u{1} fim ",
  ]

  mutating func make() throws {
    let silent = try contact("", phone: "+5521998765432")
    let erased = try contact("Some Body", phone: "+5521998765433")
    let markup = try contact("=HYPERLINK(\"http://x\") <b>😀", phone: nil)
    try wholeTicket(of: Contact.ID(1))
    try commentTicket()
    try boundTicket(of: erased)
    try linkedTicket(of: silent)
    try boundTicket(of: markup, isBound: false)
    try transaction.remove(erased)
  }

  private func contact(_ name: String, phone: String?) throws -> Contact.ID {
    var contact = Contact()
    contact.id = Contact.ID(try transaction.nextNumber(.contact))
    contact.name = name.isEmpty ? nil : name
    contact.phones = try phone.map { [try PhoneNumber($0, country: .brazil)] } ?? []
    contact.registered = true
    contact.createdAt = TestDesk.start
    try transaction.apply([.contact(contact)])
    return contact.id
  }

  private mutating func conversation(
    of contact: Contact.ID, _ channel: Channel = .whatsapp
  ) throws -> Conversation {
    var conversation = Conversation()
    conversation.id = Conversation.ID(try transaction.nextNumber(.conversation))
    conversation.channel = channel
    conversation.contact = contact
    conversation.team = try Team.ID(text: "suporte")
    conversation.openedAt = clock
    return conversation
  }

  private func ticket(_ title: String, of contact: Contact.ID?) throws -> Ticket {
    var ticket = Ticket()
    ticket.id = Ticket.ID(try transaction.nextNumber(.ticket))
    ticket.title = title
    ticket.contact = contact
    ticket.origin = .whatsapp
    ticket.team = try Team.ID(text: "suporte")
    ticket.openedAt = clock
    return ticket
  }

  private mutating func say(
    _ text: String?, by author: String? = nil, files: [Attachment] = [],
    _ reached: DeliveryStage? = nil, in conversation: inout Conversation
  ) throws {
    var message = Message()
    message.author = author ?? "contact/\(conversation.contact.number)"
    message.direction = author == nil ? .inbound : .outbound
    message.text = text
    message.files = files
    message.at = clock
    clock = clock + 61
    var effects: [Effect] = []
    if let author {
      var entry = OutboxEntry()
      entry.id = OutboxEntry.ID(try transaction.nextNumber(.outbox))
      entry.contact = conversation.contact
      entry.state = reached == nil ? .unknown : .sent
      entry.status = reached
      entry.automatic = author == "system"
      message.outbox = entry.id
      effects = [.outbox(entry)]
    }
    let taken = conversation.take(message)
    try transaction.apply(effects + [.conversation(conversation), .message(taken)])
  }

  private mutating func wholeTicket(of contact: Contact.ID) throws {
    var conversation = try conversation(of: contact)
    var ticket = try ticket("A nota, \"não\" saiu", of: contact)
    ticket.conversation = conversation.id
    ticket.assignee = try Agent.ID(text: "ana")
    let note = try transaction.keep(Array("%PDF-1.4\n".utf8), named: "../nota fiscal=1.pdf")
    let gone = Attachment(name: "foi.png", sha256: String(repeating: "ab", count: 32), size: 3)
    for text in Self.texts { try say(text, in: &conversation) }
    try say("Vou ver.", by: "ana", .read, in: &conversation)
    ticket.comments = [TicketComment(at: clock - 30, author: "bia", text: "=cmd|' /C calc'!A0")]
    try say("Segue.", by: "bia", files: [note, gone], .delivered, in: &conversation)
    try say(nil, files: [note], in: &conversation)
    try say("Tchau!", by: "system", in: &conversation)
    ticket.state = .closed
    ticket.closedAt = clock
    conversation.lastTicket = ticket.id
    try transaction.apply([.ticket(ticket), .conversation(conversation)])
  }

  private mutating func commentTicket() throws {
    var ticket = try ticket("=1+1", of: nil)
    ticket.origin = .manual
    ticket.comments = [TicketComment(at: clock, author: "administrator", text: "só isto")]
    try transaction.apply([.ticket(ticket)])
    try transaction.apply([.ticket(self.ticket("sem nada", of: nil))])
  }

  private mutating func boundTicket(of contact: Contact.ID, isBound: Bool = true) throws {
    var conversation = try conversation(of: contact, isBound ? .whatsapp : .livechat)
    try say("oi", in: &conversation)
    try say("Olá!", by: "ana", .failed, in: &conversation)
    guard isBound else { return }
    var ticket = try ticket("De quem foi apagado", of: contact)
    ticket.conversation = conversation.id
    conversation.lastTicket = ticket.id
    try transaction.apply([.ticket(ticket), .conversation(conversation)])
  }

  /// C10: of the first conversation it has two messages alone.
  private mutating func linkedTicket(of contact: Contact.ID) throws {
    var ticket = try ticket("Só duas mensagens", of: contact)
    _ = ticket.link(MessageSelection([1...1, 6...6]), of: Conversation.ID(1))
    try transaction.apply([.ticket(ticket)])
  }
}
