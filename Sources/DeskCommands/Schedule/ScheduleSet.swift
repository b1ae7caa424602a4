import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var scheduleSet: CommandSpec {
    CommandSpec(
      name: "set",
      summary: Text(
        en: "Change or move a pending schedule.", pt: "Altera ou move um agendamento pendente."),
      examples: [
        Example(
          "deskctl schedule set 42 --at +1d", Text(en: "a day from now", pt: "daqui a um dia"))
      ],
      arguments: [.record(.schedule)], options: ScheduleOptions.all + [unset, .ifRevision],
      action: .write(.manageSchedules, run))
  }

  private static var unset: OptionSpec {
    .list(
      "unset", "KEY", Text(en: "empties fields", pt: "esvazia campos"),
      choices: ["message", "files", "comment", "template", "group", "phone"])
  }

  private static func run(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    let old = try desk.record(Schedule.self, words.arguments[0], in: transaction)
    guard old.state == .pending else { throw Failure.notPending(old) }
    var schedule = old
    for key in words.values(unset) { schedule.empty(key) }
    try desk.fill(&schedule, words, transaction)
    if schedule == old { return Output(.changed(schema: "schedule", [.unchanged(old, desk)])) }
    try desk.place(&schedule, words, transaction)
    return try desk.save(schedule, "set", transaction)
  }
}

extension Schedule {
  fileprivate mutating func empty(_ key: String) {
    switch key {
    case "message": message = nil
    case "files": files = []
    case "comment": comment = nil
    case "template":
      template = nil
      parameters = []
    case "group": group = nil
    default: phone = nil
    }
  }
}

extension Output.Change {
  /// What is as it was asked to be already: said, and a success.
  static func unchanged<Kept: StoredRecord>(_ record: Kept, _ desk: Desk) -> Output.Change {
    Output.Change(
      id: String(record.id.number),
      line: "\(record.reference): " + Text(en: "already so", pt: "já estava assim")(desk.language),
      record: record.fullJSON)
  }
}

extension Failure {
  static func notPending(_ schedule: Schedule) -> Failure {
    let number = schedule.id.number
    return Failure(
      .refused, "S1",
      Text(
        en: "schedule/\(number) is \(schedule.state.rawValue); that is final",
        pt: "schedule/\(number) está \(schedule.state.rawValue); isso é definitivo"),
      hint: Text("deskctl schedule clone \(number) --at 'mon 10:00'"))
  }
}
