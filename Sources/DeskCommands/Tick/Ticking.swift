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
    while result.fired.count < limit {
      let left = min(limit - result.fired.count, Self.batchCount)
      let batch = try desk.transaction { try fireBatch($0, atMost: left) }
      result.fired += batch.fired
      result.damage = batch.damage
      // A rehearsal changes nothing, so the same would be due for ever.
      if batch.isLast || batch.fired.isEmpty || desk.isDryRun { break }
    }
    return result
  }

  private func hasDue() throws -> Bool {
    let now = try desk.now()
    return try desk.reading { try !$0.due(at: now, limit: 1).isEmpty }
  }

  private func fireBatch(_ transaction: Transaction, atMost count: Int) throws -> Result {
    if try desk.isHeldMeanwhile { return Result(isLast: true) }
    let due = try transaction.due(at: desk.now(), limit: count)
    let agents = try desk.agents
    var result = Result(isLast: due.count < count)
    for entry in due {
      let effects: [Effect]
      do {
        effects = try plan(entry, agents, transaction)
      } catch let error as StoreError {
        result.damage.append(error)
        continue
      }
      try transaction.apply(effects)
      result.fired.append(try transaction.get(Schedule.ID(entry.schedule)))
      if transaction.size > Self.batchSize {
        result.isLast = false
        break
      }
    }
    return result
  }

  private func plan(
    _ entry: AgendaEntry, _ agents: Catalog<Agent>, _ transaction: Transaction
  ) throws -> [Effect] {
    let schedule = try transaction.get(Schedule.ID(entry.schedule))
    guard schedule.state == .pending else {
      throw StoreError.damaged(
        path: Layout.agenda(entry.at), .notPending(schedule.reference))
    }
    let settings = try desk.settings
    return Firing(
      schedule, facts: try facts(schedule, agents, transaction), settings: settings.schedules,
      language: settings.desk.language, now: try desk.now()
    ).plan()
  }

  private func facts(
    _ schedule: Schedule, _ agents: Catalog<Agent>, _ transaction: Transaction
  ) throws -> FiringFacts {
    let template = try schedule.template.flatMap { name in
      try desk.templates[MessageTemplate.ID(text: name)]
    }
    let conversations = try transaction.openConversations(of: schedule.contact)
    let language: TimeLanguage = try desk.settings.desk.language == .ptBR ? .ptBR : .en
    return FiringFacts(
      contact: try transaction.find(schedule.contact),
      agentTeams: schedule.agent.flatMap { agents[$0]?.teams },
      openTickets: try transaction.openTickets(of: schedule.contact),
      conversation: conversations.first { $0.channel == .whatsapp }, template: template,
      // The file transport has no window (C13).
      isWindowOpen: true,
      dateText: TimeWording(language: language, zone: try desk.zone()).day(try desk.now()),
      next: NextNumbers(
        ticket: try transaction.nextNumber(.ticket),
        conversation: try transaction.nextNumber(.conversation),
        outbox: try transaction.nextNumber(.outbox),
        notification: try transaction.nextNumber(.notification)))
  }
}
