import DeskCore
package import DeskStore

/// Two months of a desk's work, drawn by a seed: conversations of each channel with and without answers,
/// closed or not, rated or not; tickets and schedules of each kind. For what counts them.
package struct BusyDesk {
  private var generator: SeededGenerator
  private let transaction: Transaction

  /// Somewhat more than two months lie before this: Friday 4 December 2026, 10:20 in São Paulo.
  private static let days = 70

  package init(seed: UInt64, _ transaction: Transaction) {
    generator = SeededGenerator(seed: seed)
    self.transaction = transaction
  }

  package mutating func make(conversations: Int) throws {
    for _ in 0..<conversations { try conversation() }
    for _ in 0..<conversations { try transaction.apply([.ticket(ticket())]) }
    for _ in 0..<conversations { try transaction.apply([.schedule(schedule())]) }
  }

  private mutating func conversation() throws {
    var conversation = Conversation()
    conversation.id = Conversation.ID(try transaction.nextNumber(.conversation))
    conversation.contact = Contact.ID(1)
    conversation.channel = pick(Channel.allCases)
    conversation.openedAt = moment()
    var at = conversation.openedAt
    let effects = (0..<Int.random(in: 0...8, using: &generator)).map { _ -> Effect in
      // Clocks of providers may be late.
      at = at + Int.random(in: -120...7200, using: &generator)
      return .message(conversation.take(message(at)))
    }
    if pick([true, false]) {
      conversation.state = .closed
      conversation.closedAt = at + Int.random(in: 0...86_400, using: &generator)
      conversation.survey = try survey(conversation.closedAt ?? at)
    }
    try transaction.apply([.conversation(conversation)] + effects)
  }

  private mutating func message(_ at: Instant) -> Message {
    var message = Message()
    message.at = at
    message.direction = pick(Direction.allCases)
    message.author = message.direction == .inbound ? "contact/1" : pick(["ana", "system"])
    message.automatic = message.author == "system"
    if message.direction == .inbound {
      message.type = pick(["text", "text", "image", "reaction", "edit", "revoke", "system"])
    }
    message.text = pick(["oi", "=1+1", "\"a\", {\"at\":\"2026\"}", "linha\nnova 😀"])
    return message
  }

  private mutating func survey(_ at: Instant) throws -> SurveyState? {
    guard pick([true, true, false]) else { return nil }
    var survey = SurveyState(
      AskedSurvey(try Survey.ID(text: pick(["satisfacao", "que-ja-foi"])), minutes: 60), at: at)
    survey.rating = pick(["1", "2", "3", nil])
    return survey
  }

  private mutating func ticket() throws -> Ticket {
    var ticket = Ticket()
    ticket.id = Ticket.ID(try transaction.nextNumber(.ticket))
    ticket.title = "um chamado"
    ticket.openedAt = moment()
    ticket.origin = pick(TicketOrigin.allCases)
    ticket.team = try pick(["suporte", "vendas", "foi-se", nil]).map { try Team.ID(text: $0) }
    ticket.category = try pick(["cobranca", "instalacao", nil]).map { try Category.ID(text: $0) }
    return ticket
  }

  private mutating func schedule() throws -> Schedule {
    var schedule = Schedule()
    schedule.id = Schedule.ID(try transaction.nextNumber(.schedule))
    schedule.contact = Contact.ID(1)
    schedule.at = moment().minute
    schedule.madeBy = "administrator"
    schedule.madeAt = schedule.at - 86_400
    schedule.state = pick(ScheduleState.allCases)
    if schedule.state == .failed { schedule.reason = pick(FailureReason.allCases) }
    return schedule
  }

  private mutating func moment() -> Instant {
    TestDesk.start - Int.random(in: 0...Self.days * 86_400, using: &generator)
  }

  private mutating func pick<Item>(_ items: some Collection<Item>) -> Item {
    let place = Int.random(in: 0..<items.count, using: &generator)
    return items[items.index(items.startIndex, offsetBy: place)]
  }
}

extension TestDesk {
  /// A sample desk with two months of work.
  package static func busy(seed: UInt64, conversations: Int = 150) throws -> TestDesk {
    let desk = try TestDesk.sample()
    try desk.fill { transaction in
      var busy = BusyDesk(seed: seed, transaction)
      try busy.make(conversations: conversations)
    }
    return desk
  }
}
