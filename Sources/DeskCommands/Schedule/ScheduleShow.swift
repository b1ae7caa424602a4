import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var scheduleShow: CommandSpec {
    CommandSpec(
      name: "show",
      summary: Text(en: "One schedule, whole.", pt: "Um agendamento, inteiro."),
      arguments: [.record(.schedule)], action: .read(nil, run))
  }

  private static func run(_ desk: Desk, _ store: StoreReader, _ words: ParsedWords) throws -> Output
  {
    let schedule = try desk.record(Schedule.self, words.arguments[0], in: store)
    guard desk.actor.sees(team: schedule.team, assignee: schedule.agent) else {
      throw Failure.noSuchRecord("schedule", words.arguments[0])
    }
    return Output(
      .one(
        schema: "schedule", schedule.fullJSON,
        text: try desk.sheet(
          schedule, names: desk.names(contact: schedule.contact, agent: schedule.agent, store))))
  }
}
