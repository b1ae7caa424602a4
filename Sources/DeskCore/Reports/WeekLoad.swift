/// What came in by the hour of the week, by the clocks of the desk's zone.
package struct WeekLoad: Hashable, Sendable {
  private var counts = [Int](repeating: 0, count: 7 * 24)

  package init() {}

  package mutating func add(_ instant: Instant, zone: TimeZoneRules) {
    let hours = (instant.secondsSinceEpoch + zone.offset(at: instant)).flooredQuotient(3600)
    // 1970 began on a Thursday, three days into its week.
    let place = (hours + 3 * 24) % (7 * 24)
    counts[place < 0 ? place + 7 * 24 : place] += 1
  }

  /// The 24 hours of a day.
  package func hours(of day: Weekday) -> [Int] {
    Array(counts[(day.rawValue - 1) * 24..<day.rawValue * 24])
  }

  package var total: Int { counts.reduce(0, +) }
  package var most: Int { counts.max() ?? 0 }
}
