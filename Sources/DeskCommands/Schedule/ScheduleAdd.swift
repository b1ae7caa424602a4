import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var scheduleAdd: CommandSpec {
    CommandSpec(
      name: "add",
      summary: Text(en: "Plan something for a contact.", pt: "Agenda algo para um contato."),
      examples: [
        Example(
          "deskctl schedule add --contact '(11) 98765-4321' --agent ana --at 'sat 10:00' "
            + "-m 'Bom dia, {contact.name}!' --comment 'cobrar a nota'",
          Text(en: "opens a ticket and sends the message", pt: "abre um chamado e envia a mensagem")
        ),
        Example(
          "deskctl schedule add --contact 3 --agent ana --at +2h --action notify --comment 'ligar'",
          Text(en: "only reminds the agent", pt: "só lembra o atendente")),
      ],
      options: ScheduleOptions.all, action: .write(.manageSchedules, run))
  }

  private static func run(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    guard words.value(ScheduleOptions.contact) != nil else {
      throw Failure.missing("--contact", "'(11) 98765-4321'")
    }
    guard words.value(ScheduleOptions.agent) != nil else { throw Failure.missing("--agent", "ana") }
    guard words.value(ScheduleOptions.at) != nil else {
      throw Failure.missing("--at", "'sat 10:00'")
    }
    var schedule = Schedule()
    schedule.id = Schedule.ID(try transaction.nextNumber(.schedule))
    schedule.madeBy = desk.actor.name
    schedule.madeAt = try desk.now()
    try desk.fill(&schedule, words, transaction)
    try desk.place(&schedule, words, transaction)
    return try desk.save(schedule, "added", transaction)
  }
}

extension Desk {
  /// Checks a schedule that is new or was moved, and takes the next free minute where that is
  /// asked for. Throws the first reason why it is refused.
  func place(
    _ schedule: inout Schedule, _ words: ParsedWords, _ transaction: Transaction
  ) throws {
    let now = try now()
    let facts = try facts(for: schedule, in: transaction)
    if let refusal = schedule.refusals(facts, now: now).first { throw refusal }
    let spacing = try spacing(schedule, transaction)
    guard let refusal = try spacing.refusal() else { return }
    guard words.has(ScheduleOptions.nextFree), case .tooClose(_, _, _, let free) = refusal,
      let next = free.after
    else { throw refusal }
    schedule.at = next
  }

  func spacing<Store: StoreReading>(
    _ schedule: Schedule, _ store: Store
  ) throws -> ScheduleSpacing<Store> {
    ScheduleSpacing(
      store: store, settings: try settings.schedules.spacing, schedule: schedule, now: try now())
  }

  /// Stores a schedule and says back what was understood.
  func save(
    _ schedule: Schedule, _ what: String, _ transaction: Transaction
  ) throws -> Output {
    let times = try times()
    try transaction.apply([
      .schedule(schedule),
      try event(schedule.reference, what, rule: "S1", [schedule.at.rfc3339]),
    ])
    let stored = try transaction.get(schedule.id)
    let word = EventWord.text(what)(language)
    let line = "\(schedule.reference) \(word): \(times.full(schedule.at, from: try now()))"
    let change = Output.Change(
      id: String(schedule.id.number), line: line, record: stored.fullJSON)
    return Output(
      .changed(schema: "schedule", [change]), notices: try warnings(schedule, transaction))
  }
}
