import DeskCore
import DeskStore
import DeskTestSupport

/// A desk with contacts, conversations and messages that a seed decides: gaps, hostile texts, files,
/// each state of what was sent, statuses.
struct RandomDesk {
  let desk: TestDesk
  private var generator: SeededGenerator

  init(seed: UInt64) throws {
    desk = try TestDesk.sample()
    generator = SeededGenerator(seed: seed)
    let store = try Store(desk.root + "/data", now: desk.now)
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      _ = try store.write(patience: 1) { try add(to: $0) }
    }
  }

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

  private mutating func text() -> String {
    HostileTexts.all[below(HostileTexts.all.count)].text + " \(below(1_000_000))"
  }

  private mutating func instant() -> Instant { TestDesk.start - below(5_000_000) }

  /// A contact with some conversations; now and then a number of each that is gone.
  private mutating func add(to transaction: Transaction) throws {
    if below(3) == 0 {
      try transaction.passOver(
        .contact, through: transaction.nextNumber(.contact) + below(120))
      try transaction.passOver(
        .conversation, through: transaction.nextNumber(.conversation) + below(120))
    }
    let contact = try contact(transaction)
    try transaction.apply([.contact(contact)])
    for _ in 0..<below(4) { try addConversation(of: contact, to: transaction) }
    if below(4) == 0 { try transaction.remove(contact.id) }
  }

  private mutating func contact(_ transaction: Transaction) throws -> Contact {
    var contact = Contact()
    contact.id = Contact.ID(try transaction.nextNumber(.contact))
    contact.name = below(3) == 0 ? nil : text()
    contact.profileName = below(2) == 0 ? nil : text()
    contact.phones = [
      try PhoneNumber("+55119\(80_000_000 + contact.id.number)", country: .brazil)
    ]
    contact.emails = below(2) == 0 ? [] : [try EmailAddress("c\(contact.id.number)@nova.example")]
    contact.userIDs = below(2) == 0 ? [] : ["BR.\(contact.id.number)"]
    contact.registered = below(2) == 0
    contact.automaticBlocked = below(4) == 0
    contact.createdAt = instant()
    contact.changedAt = instant()
    var line = ContactLine()
    line.address = "+5511980000000"
    line.lastInboundAt = instant()
    contact.lines = below(2) == 0 ? [] : [line]
    return contact
  }

  private mutating func addConversation(
    of contact: Contact, to transaction: Transaction
  ) throws {
    var conversation = Conversation()
    conversation.id = Conversation.ID(try transaction.nextNumber(.conversation))
    conversation.contact = contact.id
    conversation.channel = Channel.allCases[below(Channel.allCases.count)]
    conversation.team = below(3) == 0 ? nil : try Team.ID(text: "vendas")
    conversation.assignee = below(2) == 0 ? nil : try Agent.ID(text: "ana")
    conversation.attention = below(2) == 0 ? .pending : .resolved
    conversation.openedAt = instant()
    if below(2) == 0 {
      conversation.state = .closed
      conversation.closedAt = instant()
      conversation.closedBy = "ana"
    }
    var step = HistoryEntry(
      at: instant(), actor: "ana", what: .forwarded, team: conversation.team, assignee: nil,
      cause: nil)
    step.comment = text()
    conversation.history = below(2) == 0 ? [] : [step]
    conversation.messageCount = below(3) == 0 ? 0 : below(12)
    conversation.lastText = conversation.messageCount == 0 ? nil : text()
    conversation.silentSince = below(2) == 0 ? nil : instant()
    for place in 0..<conversation.messageCount {
      try add(place + 1, to: conversation, transaction)
    }
    try transaction.apply([.conversation(conversation)])
  }

  private mutating func add(
    _ place: Int, to conversation: Conversation, _ transaction: Transaction
  ) throws {
    var message = Message()
    message.id = place
    message.conversation = conversation.id
    message.at = instant()
    message.author = text()
    message.text = below(5) == 0 ? nil : text()
    message.direction = below(2) == 0 ? .inbound : .outbound
    if below(6) == 0 {
      let large = below(8) == 0 ? 1_200_000 : below(2000)
      message.files = [try transaction.keep(generator.bytes(large), named: "nota \(below(9)).pdf")]
    }
    switch message.direction {
    case .inbound: message.provider = "wamid.in.\(conversation.id.number).\(place)"
    case .outbound:
      message.automatic = below(2) == 0
      message.outbox = try send(message, of: conversation, transaction)
    }
    try transaction.apply([.message(message)])
  }

  private mutating func send(
    _ message: Message, of conversation: Conversation, _ transaction: Transaction
  ) throws -> OutboxEntry.ID? {
    if below(4) == 0 { return nil }
    var entry = OutboxEntry()
    entry.id = OutboxEntry.ID(try transaction.nextNumber(.outbox))
    entry.to = "+5511980000001"
    entry.contact = conversation.contact
    entry.conversation = conversation.id
    entry.body.text = message.text
    entry.body.files = message.files
    entry.state = DeliveryState.allCases[below(DeliveryState.allCases.count)]
    entry.queuedAt = message.at
    entry.changedAt = instant()
    entry.attempts = below(3)
    if entry.state == .sent { entry.provider = "wamid.out.\(entry.id.number)" }
    try transaction.apply([.outbox(entry)])
    if let provider = entry.provider {
      for status in ["sent", "delivered", "read"].prefix(below(4)) {
        var line = StatusLine()
        line.message = provider
        line.status = status
        line.at = instant()
        line.outbox = below(2) == 0 ? nil : entry.id
        try transaction.apply([.status(line)])
      }
    }
    return entry.id
  }
}
