/// Business hours that hold as they are written, and were probably not meant so.
package enum HoursWarning: Hashable, Sendable {
  /// Neither its week nor a day to come has an interval.
  case neverOpen
  /// It ends at 23:59, or at 11:59, and goes on a minute later: closed for that minute.
  case minuteMissing(String, before: String)
  case overlap(String, String)
  /// Two exceptions of one date; the first counts.
  case dateTwice(CivilDate)
  case pastHolidays(last: CivilDate)

  /// The key that it stands at; nil for the entry as a whole.
  package var key: String? {
    switch self {
    case .neverOpen: nil
    case .minuteMissing, .overlap: "weekly"
    case .dateTwice: "exceptions"
    case .pastHolidays: "holidays"
    }
  }
}

extension Catalog<BusinessHours> {
  /// What is odd about an entry. One that others inherit from need not open itself, unless something
  /// goes by it.
  package func warnings(
    of id: BusinessHours.ID, isUsed: Bool, now: Instant, zone: TimeZoneRules
  ) -> [HoursWarning] {
    guard let entry = self[id], let whole = whole(id) else { return [] }
    let isBase = isInherited(id) && !isUsed
    let opens =
      whole.isOpen(at: now, zone: zone) || whole.nextChange(after: now, zone: zone) != nil
    return (opens || isBase ? [] : [.neverOpen]) + Week(entry).warnings
      + entry.datesTwice + entry.pastHolidays(zone.local(now).date)
  }
}

extension BusinessHours {
  fileprivate var datesTwice: [HoursWarning] {
    var dates: Set<CivilDate> = []
    return exceptions.map(\.date).filter { !dates.insert($0).inserted }.map { .dateTwice($0) }
  }

  fileprivate func pastHolidays(_ today: CivilDate) -> [HoursWarning] {
    let dates = holidays.compactMap { holiday -> CivilDate? in
      if case .once(let date) = holiday.day { date } else { nil }
    }
    guard let last = dates.max(), last < today, dates.count == holidays.count else { return [] }
    return [.pastHolidays(last: last)]
  }
}

/// The intervals of a week on one line of minutes, in their order.
private struct Week {
  private static let length = 7 * OpenInterval.minutesOfDay
  private let stretches: [(start: Int, end: Int, text: String)]

  init(_ hours: BusinessHours) {
    stretches = Weekday.allCases.flatMap { day in
      let midnight = (day.rawValue - 1) * OpenInterval.minutesOfDay
      return hours.weekly.filter { $0.covers(day) }.flatMap(\.intervals).map { interval in
        (midnight + interval.start, midnight + interval.end, interval.text)
      }
    }.sorted { $0 < $1 }
  }

  /// Each once, be it of every day.
  var warnings: [HoursWarning] {
    var found: [HoursWarning] = []
    for (place, first) in stretches.enumerated() {
      for second in after(place) {
        guard let warning = warning(first, second), !found.contains(warning) else { continue }
        found.append(warning)
      }
    }
    return found
  }

  /// Those behind one, round the week to itself.
  private func after(_ place: Int) -> [(start: Int, end: Int, text: String)] {
    stretches[(place + 1)...]
      + stretches[..<place].map { ($0.start + Self.length, $0.end + Self.length, $0.text) }
  }

  private func warning(
    _ first: (start: Int, end: Int, text: String), _ second: (start: Int, end: Int, text: String)
  ) -> HoursWarning? {
    if second.start < first.end { return .overlap(first.text, second.text) }
    guard second.start == first.end + 1, !isOpen(first.end) else { return nil }
    return .minuteMissing(first.text, before: String(second.text.prefix { $0 != "-" }))
  }

  private func isOpen(_ minute: Int) -> Bool {
    stretches.contains { stretch in
      [minute - Self.length, minute, minute + Self.length].contains { minute in
        stretch.start <= minute && minute < stretch.end
      }
    }
  }
}
