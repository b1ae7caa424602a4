import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var scheduleClone: CommandSpec {
    CommandSpec(
      name: "clone",
      summary: Text(
        en: "Make another from a schedule, for another time or contact.",
        pt: "Cria outro a partir de um agendamento, para outra hora ou outro contato."),
      examples: [
        Example(
          "deskctl schedule clone 1 --at 'mon 10:00'",
          Text(en: "the same again on Monday", pt: "o mesmo de novo na segunda"))
      ],
      arguments: [.record(.schedule)], options: ScheduleOptions.all,
      action: .write(.manageSchedules, run))
  }

  private static func run(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    let source = try desk.record(Schedule.self, words.arguments[0], in: transaction)
    guard words.value(ScheduleOptions.at) != nil else {
      throw Failure.missing("--at", "'mon 10:00'")
    }
    var schedule = source.copy
    schedule.id = Schedule.ID(try transaction.nextNumber(.schedule))
    schedule.madeBy = desk.actor.name
    schedule.madeAt = try desk.now()
    try desk.fill(&schedule, words, transaction)
    try desk.place(&schedule, words, transaction)
    return try desk.save(schedule, "added", transaction)
  }
}

extension Schedule {
  /// What was planned, without what became of it.
  fileprivate var copy: Schedule {
    var copy = Schedule()
    copy.contact = contact
    copy.group = group
    copy.team = team
    copy.agent = agent
    copy.action = action
    copy.phone = phone
    copy.message = message
    copy.files = files
    copy.comment = comment
    copy.template = template
    copy.parameters = parameters
    return copy
  }
}
