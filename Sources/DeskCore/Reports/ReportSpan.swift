/// The days that a report is about, by the clocks of the desk's zone; the last one included.
package struct ReportSpan: Hashable, Sendable {
  package let first: CivilDate
  package let last: CivilDate
  package let zone: TimeZoneRules
  private let start: Instant
  private let end: Instant

  /// So many days at most: a picture of more tells nothing.
  package static let longest = 366

  /// Nil where the last day comes before the first, or the days are too many.
  package init?(_ first: CivilDate, _ last: CivilDate, zone: TimeZoneRules) {
    guard first <= last, last.daysSinceEpoch - first.daysSinceEpoch < Self.longest else {
      return nil
    }
    self.first = first
    self.last = last
    self.zone = zone
    start = zone.firstInstant(of: first)
    end = zone.firstInstant(of: last.adding(days: 1))
  }

  package func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }

  package var days: [CivilDate] {
    (first.daysSinceEpoch...last.daysSinceEpoch).map(CivilDate.init(daysSinceEpoch:))
  }
}
