import DeskCore
import DeskStore

/// S2 on a store: the taken times that count for a schedule, and the free ones around it.
struct ScheduleSpacing<Store: StoreReading> {
  let store: Store
  let settings: Spacing
  let schedule: Schedule
  let now: Instant

  private var rule: SpacingRule { SpacingRule(minutes: settings.minutes) }

  /// The planned times between two instants that keep the gap from this schedule: all but
  /// cancelled ones, and not its own.
  private func taken(from: Instant, to: Instant) throws -> [TakenTime] {
    guard settings.minutes > 0 else { return [] }
    return try store.agenda(from: from, to: to).filter { entry in
      guard entry.schedule != schedule.id.number else { return false }
      switch settings.scope {
      case .desk: return true
      case .contact: return entry.contact == schedule.contact
      case .team: return entry.team == schedule.team
      case .agent: return entry.agent == schedule.agent
      }
    }.map { TakenTime(at: $0.at, schedule: Schedule.ID($0.schedule)) }
  }

  /// The refusal, where another is too close: with the nearest free minute on both sides, none in
  /// the past.
  func refusal() throws -> ScheduleRefusal? {
    let (from, to) = rule.span(around: schedule.at)
    guard let obstacle = rule.obstacle(at: schedule.at, taken: try taken(from: from, to: to)) else {
      return nil
    }
    return .tooClose(
      at: schedule.at, to: obstacle, gap: rule.gap, free: try free(around: schedule.at))
  }

  /// The nearest free minutes at or before and at or after a time. Each hour on the way is read
  /// once, however often the search steps within it.
  func free(around at: Instant) throws -> FreeMinutes {
    let earliest = now.minute + 60
    var known: [Instant: [TakenTime]] = [:]
    func taken(from: Instant, to: Instant) throws -> [TakenTime] {
      var found: [TakenTime] = []
      var hour = from.hour
      while hour <= to {
        let times = try known[hour] ?? self.taken(from: hour, to: hour + 3599)
        known[hour] = times
        found += times.filter { $0.at >= from && $0.at <= to }
        hour = hour + 3600
      }
      return found
    }
    return FreeMinutes(
      before: try rule.free(atOrBefore: at, notBefore: earliest, taken: taken),
      after: try rule.free(atOrAfter: max(at, earliest), taken: taken))
  }
}
