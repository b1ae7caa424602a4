import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var scheduleCheck: CommandSpec {
    CommandSpec(
      name: "check",
      summary: Text(
        en: "Every reason why a time would be refused; 1 if there is one.",
        pt: "Todos os motivos pelos quais uma hora seria recusada; 1 se houver algum."),
      examples: [
        Example(
          "deskctl schedule check --at 'sat 10:00' --contact 3 --agent ana",
          Text(en: "as `add` would check it", pt: "como o `add` verificaria"))
      ],
      options: ScheduleOptions.all, action: .read(nil, run))
  }

  private static func run(_ desk: Desk, _ store: StoreReader, _ words: ParsedWords) throws -> Output
  {
    guard let typed = words.value(ScheduleOptions.at) else {
      throw Failure.missing("--at", "'sat 10:00'")
    }
    var schedule = Schedule()
    schedule.at = try desk.time(
      ScheduleOptions.at, typed, prefer: ScheduleOptions.prefer(words))
    schedule.action = try words.choice(ScheduleOptions.action, ScheduleAction.self) ?? .openTicket
    schedule.agent = try words.value(ScheduleOptions.agent).map { try desk.id(Agent.self, $0) }
    schedule.team = try words.value(ScheduleOptions.team).map { try desk.id(Team.self, $0) }
    schedule.group = try words.value(ScheduleOptions.group).map {
      try desk.id(DeskCore.Group.self, $0)
    }
    if schedule.team == nil, let agent = schedule.agent {
      let teams = try desk.agents[agent]?.teams ?? []
      schedule.team = teams.count == 1 ? teams[0] : nil
    }
    schedule.message = try words.value(ScheduleOptions.message).map { try desk.text($0) }
    schedule.comment = words.value(ScheduleOptions.comment) ?? "-"
    if let typed = words.value(ScheduleOptions.contact) {
      schedule.contact = try desk.contact(typed, in: store).id
    }
    return try report(schedule, desk, store)
  }

  private static func report(
    _ schedule: Schedule, _ desk: Desk, _ store: StoreReader
  ) throws -> Output {
    var refusals: [ScheduleRefusal] = []
    if schedule.contact.number > 0 {
      refusals = schedule.refusals(
        try desk.facts(for: schedule, in: store), now: try desk.now())
    } else if schedule.at <= (try desk.now()).minute {
      refusals = [.past(at: schedule.at, now: try desk.now())]
    }
    if let refusal = try desk.spacing(schedule, store).refusal() { refusals.append(refusal) }
    var listing = Listing(
      "finding",
      [
        Table.Column(Text(en: "rule", pt: "regra"), key: "rule"),
        Table.Column(Text(en: "why", pt: "por quê"), key: "message"),
        Table.Column(Text(en: "do", pt: "faça"), key: "hint", shrinks: true),
      ])
    for refusal in refusals {
      let failure = Failure.schedule(refusal, desk: desk)
      listing.add(
        id: refusal.rule, failure.json(desk.language)["error"] ?? .null,
        [refusal.rule, failure.message(desk.language), failure.hint?(desk.language) ?? ""])
    }
    let warnings = try openTicketWarning(schedule, store)
    if refusals.isEmpty {
      let times = try desk.times()
      let free = Text(en: "free", pt: "livre")(desk.language)
      return Output(
        .one(
          schema: "schedule.check", ["at": JSONValue(schedule.at.rfc3339), "free": true],
          text: "\(times.full(schedule.at, from: try desk.now())): \(free)\n"),
        notices: warnings)
    }
    return Output(.list(listing), notices: warnings, exit: .no)
  }

  private static func openTicketWarning(
    _ schedule: Schedule, _ store: StoreReader
  ) throws -> [Notice] {
    guard schedule.contact.number > 0, schedule.action.opensTicket,
      let ticket = try store.openTickets(of: schedule.contact).first
    else { return [] }
    return [.ticketStillOpen(ticket, try store.get(schedule.contact))]
  }
}
