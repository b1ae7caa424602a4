import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var scheduleCancel: CommandSpec {
    CommandSpec(
      name: "cancel",
      summary: Text(en: "Cancel pending schedules.", pt: "Cancela agendamentos pendentes."),
      arguments: [.records(.schedule)], options: [.ifRevision],
      action: .write(.manageSchedules, run))
  }

  private static func run(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    let changes = try desk.words(words.arguments).map { word in
      let schedule = try desk.record(Schedule.self, word, in: transaction)
      switch schedule.state {
      case .cancelled: return Output.Change.unchanged(schedule, desk)
      case .completed, .failed, .expired: throw Failure.notPending(schedule)
      case .pending: return try cancel(schedule, desk, transaction)
      }
    }
    return Output(.changed(schema: "schedule", changes))
  }

  private static func cancel(
    _ schedule: Schedule, _ desk: Desk, _ transaction: Transaction
  ) throws -> Output.Change {
    var cancelled = schedule
    cancelled.state = .cancelled
    try transaction.apply([
      .schedule(cancelled), try desk.event(schedule.reference, "cancelled", rule: "S2"),
    ])
    return try desk.change(transaction.get(schedule.id), "cancelled")
  }
}

extension Desk {
  /// `schedule/42 cancelled`, with the record as it is now.
  func change<Kept: StoredRecord>(_ record: Kept, _ what: String) -> Output.Change {
    Output.Change(
      id: String(record.id.number),
      line: "\(record.reference) "
        + EventWord.text(what, of: record.reference.kind)(language), record: record.fullJSON)
  }
}
