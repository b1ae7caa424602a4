import DeskCore
import DeskStore

/// Fires due schedules in the order of (time, id), a transaction a batch: each schedule with all
/// that it makes is in one, and each sees what those before it did (S4, S10).
struct Ticking {
  let desk: Desk
  let limit: Int

  /// What one tick did: the schedules that were fired, as they are now, and the damage that kept
  /// others from it. What is damaged stops only what needs it.
  struct Result {
    var fired: [Schedule] = []
    /// C7: the conversations that were closed.
    var closed: [Conversation] = []
    /// C6: those whose survey is over.
    var surveyed: [Conversation] = []
    /// How many were looked at, whatever came of it.
    var count = 0
    var damage: [StoreError] = []
    /// Nothing that was due is left behind it.
    var isLast = false
  }

  /// A batch ends here, in bytes of the journal and in schedules.
  private static let batchSize = 4 << 20
  private static let batchCount = 500

  func run() throws -> Result {
    var result = Result()
    // An idle tick only reads: it takes no exclusive lock and writes nothing.
    guard try hasDue() else { return result }
    while result.count < limit {
      let left = min(limit - result.count, Self.batchCount)
      let batch = try desk.transaction { try fireBatch($0, atMost: left) }
      result.add(batch)
      // A rehearsal changes nothing, so the same would be due for ever.
      if batch.isLast || batch.count == 0 || desk.isDryRun { break }
    }
    return result
  }

  private func hasDue() throws -> Bool {
    let now = try desk.now()
    return try desk.reading { try !$0.due(at: now, limit: 1).isEmpty }
  }

  private func fireBatch(_ transaction: Transaction, atMost count: Int) throws -> Result {
    if try desk.isHeldMeanwhile { return Result(isLast: true) }
    let shared = try Shared(desk)
    let due = try transaction.due(at: shared.now, limit: count)
    var result = Result(isLast: due.count < count)
    for entry in due {
      let effects: [Effect]
      do {
        effects = try plan(entry, shared, transaction)
      } catch let error as StoreError {
        result.damage.append(error)
        continue
      }
      try transaction.apply(effects)
      result.note(effects)
      if transaction.size > Self.batchSize {
        result.isLast = false
        break
      }
    }
    return result
  }

  /// What all of a batch have in common, read once.
  private struct Shared {
    let settings: DeskFile
    let agents: Catalog<Agent>
    let now: Instant
    /// The day, as customers read it.
    let today: String

    init(_ desk: Desk) throws {
      settings = try desk.settings
      agents = try desk.agents
      now = try desk.now()
      today = try desk.dateText()
    }
  }

  private func plan(
    _ entry: AgendaEntry, _ shared: Shared, _ transaction: Transaction
  ) throws -> [Effect] {
    guard entry.isSchedule else {
      return try desk.check(transaction.get(Conversation.ID(entry.conversation)), transaction)
    }
    let schedule = try transaction.get(Schedule.ID(entry.schedule))
    guard schedule.state == .pending else {
      throw StoreError.damaged(
        path: Layout.agenda(entry.at), .notPending(schedule.reference))
    }
    return Firing(
      schedule, facts: try facts(schedule, shared, transaction),
      settings: shared.settings.schedules, language: shared.settings.desk.language, now: shared.now
    ).plan()
  }

  private func facts(
    _ schedule: Schedule, _ shared: Shared, _ transaction: Transaction
  ) throws -> FiringFacts {
    let template = try schedule.template.flatMap { name in
      try desk.templates[MessageTemplate.ID(text: name)]
    }
    let conversations = try transaction.openConversations(of: schedule.contact)
    let contact = try transaction.find(schedule.contact)
    return FiringFacts(
      contact: contact,
      agentTeams: schedule.agent.flatMap { shared.agents[$0]?.teams },
      openTickets: try transaction.openTickets(of: schedule.contact),
      conversation: conversations.first { $0.channel == .whatsapp }, template: template,
      number: shared.settings.whatsapp.numbers.first, hasWindow: shared.settings.hasWindow,
      dateText: shared.today,
      next: try transaction.nextNumbers())
  }
}

extension Ticking.Result {
  fileprivate mutating func add(_ batch: Self) {
    fired += batch.fired
    closed += batch.closed
    surveyed += batch.surveyed
    count += batch.count
    damage = batch.damage
  }

  /// What was done with one that was due.
  fileprivate mutating func note(_ effects: [Effect]) {
    count += 1
    var conversation: Conversation?
    for effect in effects {
      switch effect {
      case .schedule(let schedule): fired.append(schedule)
      case .conversation(let changed): conversation = changed
      case .event(let event) where event.rule == "C7": closed += conversation.map { [$0] } ?? []
      case .event(let event) where event.rule == "C6": surveyed += conversation.map { [$0] } ?? []
      default: break
      }
    }
  }
}
