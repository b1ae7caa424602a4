import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var scheduleList: CommandSpec {
    CommandSpec(
      name: "list",
      summary: Text(
        en: "Pending schedules; all with --all.", pt: "Os agendamentos pendentes; todos com --all."),
      examples: [
        Example(
          "deskctl schedule list -q --agent ana | deskctl schedule cancel -",
          Text(en: "cancels what ana has", pt: "cancela os da ana"))
      ],
      options: [
        .all, .state(ScheduleState.self), .team, .agent, .contact, .from, .to, .sort, .limit,
      ],
      action: .read(nil, run))
  }

  private static func run(_ desk: Desk, _ store: StoreReader, _ words: ParsedWords) throws -> Output
  {
    let wanted = try ScheduleFilter(desk, store, words)
    let list = try RecordList<Schedule>("schedule", columns, desk, words) { schedule in
      try cells(of: schedule, desk, store)
    }
    if words.has(.all) || wanted.state.map({ $0 != .pending }) ?? false {
      var schedules: [Schedule] = []
      try store.forEach(Schedule.self) { if wanted.holds($0) { schedules.append($0) } }
      for schedule in schedules.sorted(by: { ($0.at, $0.id) < ($1.at, $1.id) }) {
        try list.add(schedule)
      }
    } else {
      try store.forEachPending { entry in
        guard wanted.mayHold(entry), let schedule = try store.find(Schedule.ID(entry.schedule)),
          wanted.holds(schedule)
        else { return }
        try list.add(schedule)
      }
    }
    return try list.output()
  }

  private static func cells(
    of schedule: Schedule, _ desk: Desk, _ store: StoreReader
  ) throws -> [String] {
    let contact = try store.find(schedule.contact)
    // S4: what would fail as things stand is marked.
    let isInTheWay =
      try schedule.state == .pending && schedule.action.opensTicket
      && !store.openTickets(of: schedule.contact).isEmpty
    let reason =
      schedule.reason?.rawValue ?? (isInTheWay ? "(\(FailureReason.ticketOpen.rawValue))" : "-")
    return [
      String(schedule.id.number), try desk.times().compact(schedule.at),
      contact?.displayName ?? "contact/\(schedule.contact.number)", schedule.state.rawValue,
      reason, schedule.ticket.map { String($0.number) } ?? "-",
      schedule.outbox == nil ? "0" : String(max(1, schedule.files.count)),
      String(schedule.notifications.count),
    ]
  }

  private static var columns: [Table.Column] {
    [
      Table.Column(Text("id"), key: "id"),
      Table.Column(Text(en: "at", pt: "quando"), key: "at"),
      Table.Column(Text(en: "to", pt: "para"), key: "contact", shrinks: true),
      Table.Column(Text(en: "state", pt: "situação"), key: "state"),
      Table.Column(Text(en: "reason", pt: "motivo"), key: "reason"),
      Table.Column(Text(en: "ticket", pt: "chamado"), key: "ticket"),
      Table.Column(Text(en: "sent", pt: "enviadas"), key: "sent"),
      Table.Column(Text(en: "notified", pt: "avisos"), key: "notified"),
    ]
  }
}

/// Which schedules a list shows.
private struct ScheduleFilter {
  let state: ScheduleState?
  private let isWhole: Bool
  private let team: Team.ID?
  private let agent: Agent.ID?
  private let contact: Contact.ID?
  private let from: Instant?
  private let to: Instant?
  private let actor: Actor

  init(_ desk: Desk, _ store: StoreReader, _ words: ParsedWords) throws {
    state = try words.choice(.state(ScheduleState.self), ScheduleState.self)
    isWhole = words.has(.all)
    team = try words.value(.team).map { try desk.id(Team.self, $0) }
    agent = try words.value(.agent).map { try desk.id(Agent.self, $0) }
    contact = try words.value(.contact).map { try desk.contact($0, in: store).id }
    from = try words.value(.from).map { try desk.time(.from, $0, purpose: .moment) }
    to = try words.value(.to).map { try desk.time(.to, $0, purpose: .moment) }
    actor = desk.actor
  }

  func mayHold(_ entry: AgendaEntry) -> Bool {
    (team.map { $0 == entry.team } ?? true) && (agent.map { $0 == entry.agent } ?? true)
      && (contact.map { $0 == entry.contact } ?? true) && isInSpan(entry.at)
  }

  func holds(_ schedule: Schedule) -> Bool {
    let isWanted = state.map { $0 == schedule.state } ?? (isWhole || schedule.state == .pending)
    return isWanted && (team.map { $0 == schedule.team } ?? true)
      && (agent.map { $0 == schedule.agent } ?? true)
      && (contact.map { $0 == schedule.contact } ?? true) && isInSpan(schedule.at)
      && actor.sees(team: schedule.team, assignee: schedule.agent)
  }

  private func isInSpan(_ at: Instant) -> Bool {
    (from.map { at >= $0 } ?? true) && (to.map { at <= $0 } ?? true)
  }
}
