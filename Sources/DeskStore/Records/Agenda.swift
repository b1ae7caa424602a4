package import DeskCore
import DeskSystem

/// A line of the agenda: a schedule at its planned time, or a conversation that tick looks at then.
/// The last line on one in an hour's file is the one that counts.
package struct AgendaEntry: Record, Hashable {
  /// 0 where it is a conversation's.
  package var schedule = 0
  /// 0 where it is a schedule's.
  package var conversation = 0
  package var at = Instant(secondsSinceEpoch: 0)
  package var contact = Contact.ID(0)
  package var team: Team.ID?
  package var agent: Agent.ID?
  package var state = State.pending

  /// Whether it is still to fire, and whether its time counts for the spacing (S2).
  package enum State: String, ChoiceValue, Hashable {
    case pending
    case done
    /// Cancelled, or moved to another hour: it counts for nothing.
    case cancelled
  }

  package init() {}

  package static let fields: Fields<Self> = [
    Field("schedule", \.schedule, en: "the schedule", pt: "o agendamento"),
    Field("conversation", \.conversation, en: "the conversation", pt: "a conversa"),
    Field("at", \.at, required: true, en: "when it is due", pt: "quando dispara"),
    Field("contact", \.contact, required: true, en: "for whom", pt: "para quem"),
    Field("team", \.team, en: "the team", pt: "a equipe"),
    Field("agent", \.agent, en: "the agent", pt: "o atendente"),
    Field("state", \.state, en: "where it stands", pt: "a situação"),
  ]

  /// What is due.
  package var subject: Reference {
    conversation > 0 ? Reference(.conversation, conversation) : Reference(.schedule, schedule)
  }

  package var isSchedule: Bool { conversation == 0 }
}

extension StoreReading {
  /// The schedules whose planned time lies in the hour of an instant, fired ones too, by
  /// (time, id); cancelled and moved ones are left out.
  package func agenda(hourOf instant: Instant) throws -> [AgendaEntry] {
    let done = try agendaEntries(Layout.agenda(instant, done: true))
    let pending = try agendaEntries(Layout.agenda(instant))
    return done.merging(pending) { $1 }.values.filter { $0.state != .cancelled && $0.isSchedule }
      .sorted(by: inOrder)
  }

  /// The schedules whose planned time lies between two instants, both included.
  package func agenda(from: Instant, to: Instant) throws -> [AgendaEntry] {
    var found: [AgendaEntry] = []
    var hour = from.hour
    while hour <= to {
      found += try agenda(hourOf: hour).filter { $0.at >= from && $0.at <= to }
      hour = hour + 3600
    }
    return found
  }

  /// Everything pending that is due at `now` or before, by (time, id), at most `limit`.
  package func due(at now: Instant, limit: Int) throws -> [AgendaEntry] {
    var due: [AgendaEntry] = []
    for path in try pendingHours(through: now) {
      due += try agendaEntries(path).values.filter { $0.state == .pending && $0.at <= now }
        .sorted(by: inOrder)
      if due.count >= limit { break }
    }
    return Array(due.prefix(limit))
  }

  /// The first that is pending of all, and nil where there is none.
  package func nextDue() throws -> AgendaEntry? {
    for path in try pendingHours(through: nil) {
      let pending = try agendaEntries(path).values.filter { $0.state == .pending }
      if let first = pending.min(by: inOrder) { return first }
    }
    return nil
  }

  /// All pending schedules, by (time, id), an hour in memory at a time.
  package func forEachPending(_ body: (AgendaEntry) throws -> Void) throws {
    for path in try pendingHours(through: nil) {
      let pending = try agendaEntries(path).values.filter { $0.state == .pending && $0.isSchedule }
      for entry in pending.sorted(by: inOrder) { try body(entry) }
    }
  }

  /// All pending schedules, by (time, id).
  package func pendingSchedules() throws -> [AgendaEntry] {
    var pending: [AgendaEntry] = []
    try forEachPending { pending.append($0) }
    return pending
  }

  /// The files of hours that hold something pending, in order; those after `last` left out.
  func pendingHours(through last: Instant?) throws -> [String] {
    let end = last.map { Layout.agenda($0) }
    let lastMonth = end.map { Folder.name(of: Folder.parent(of: $0)) } ?? "~"
    let lastHour = end.map { Folder.name(of: $0) } ?? "~"
    let months = try files.names(in: "agenda") { month in
      month != "done" && month <= lastMonth && Layout.isFolder("agenda/\(month)")
    }
    return try months.flatMap { month in
      let hours = try ownNames(in: "agenda/\(month)") { month < lastMonth || $0 <= lastHour }
      return hours.map { "agenda/\(month)/\($0)" }
    }
  }

  /// The entries of one hour's file by what is due.
  func agendaEntries(_ path: String) throws -> [Reference: AgendaEntry] {
    var entries: [Reference: AgendaEntry] = [:]
    for (place, bytes) in try files.lines(path).enumerated() {
      let entry: AgendaEntry = try decodeLine(bytes, path: path, number: place + 1)
      entries[entry.subject] = entry
    }
    return entries
  }
}

extension Transaction {
  /// Follows what was made, moved, fired, cancelled, or is waited for no more.
  func updateAgenda(from old: AgendaEntry?, to new: AgendaEntry?) throws {
    if old == new { return }
    if let old, new.map({ Layout.agenda(old.at) != Layout.agenda($0.at) }) ?? true {
      var moved = old
      moved.state = .cancelled
      try appendAgenda(moved)
    }
    if let new { try appendAgenda(new) }
  }

  private func appendAgenda(_ entry: AgendaEntry) throws {
    let path = Layout.agenda(entry.at)
    let line = StoredLine.encode(entry.json) + [newline]
    if try entry.state == .pending || files.exists(path) {
      try files.append(path, line)
      if entry.state != .pending { hoursToSettle.insert(path) }
    } else {
      try files.append(Layout.agenda(entry.at, done: true), line)
    }
  }

  /// Moves the hours that hold nothing pending any more to the done ones: tick looks at them no
  /// more, spacing still does.
  func settleHours() throws {
    for path in hoursToSettle.sorted()
    where try !agendaEntries(path).values.contains(where: { $0.state == .pending }) {
      try files.append(Layout.done(agenda: path), files.bytes(path) ?? [])
      files.remove(path)
    }
    hoursToSettle = []
  }
}

extension Instant {
  /// The start of its hour, in UTC.
  package var hour: Instant { self - ((secondsSinceEpoch % 3600) + 3600) % 3600 }
}

private func inOrder(_ left: AgendaEntry, _ right: AgendaEntry) -> Bool {
  (left.at, left.conversation, left.schedule) < (right.at, right.conversation, right.schedule)
}
