import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  private static var near: OptionSpec {
    .value("near", "TIME", Text(en: "the time wanted", pt: "a hora desejada"))
  }

  static var scheduleFree: CommandSpec {
    CommandSpec(
      name: "free",
      summary: Text(
        en: "The nearest free minutes, before and after.",
        pt: "Os minutos livres mais próximos, antes e depois."),
      options: [
        near, ScheduleOptions.contact, ScheduleOptions.team, ScheduleOptions.agent,
        ScheduleOptions.earlier, ScheduleOptions.later,
      ],
      action: .read(nil, run))
  }

  private static func run(_ desk: Desk, _ store: StoreReader, _ words: ParsedWords) throws -> Output
  {
    guard let typed = words.value(near) else { throw Failure.missing("--near", "'sat 10:00'") }
    var schedule = Schedule()
    schedule.at = try desk.time(near, typed, prefer: ScheduleOptions.prefer(words))
    schedule.agent = try words.value(ScheduleOptions.agent).map { try desk.id(Agent.self, $0) }
    schedule.team = try words.value(ScheduleOptions.team).map { try desk.id(Team.self, $0) }
    if let typed = words.value(ScheduleOptions.contact) {
      schedule.contact = try desk.contact(typed, in: store).id
    }
    let free = try desk.spacing(schedule, store).free(around: schedule.at)
    let times = try desk.times()
    var minutes: [Instant] = []
    for minute in [free.before, free.after].compactMap({ $0 }) where !minutes.contains(minute) {
      minutes.append(minute)
    }
    let record: JSONValue = [
      "near": JSONValue(schedule.at.rfc3339),
      "before": free.before.map { JSONValue($0.rfc3339) } ?? .null,
      "after": free.after.map { JSONValue($0.rfc3339) } ?? .null,
    ]
    let text = try minutes.map { "\(times.full($0, from: try desk.now()))\n" }.joined()
    return Output(
      .one(schema: "schedule.free", record, text: text), exit: minutes.isEmpty ? .no : .done)
  }
}
