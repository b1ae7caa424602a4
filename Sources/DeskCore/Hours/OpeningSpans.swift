/// A stretch of time, without its end.
package struct OpenSpan: Hashable, Sendable {
  package var start: Instant
  package var end: Instant

  package func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }
}

/// Hours are read off a clock on the wall. Where clocks are changed: a bound in the hours that are
/// left out is the change itself; what exists twice opens at the first time and closes at the
/// second.
extension BusinessHours {
  package func isOpen(at instant: Instant, zone: TimeZoneRules) -> Bool {
    spans(near: instant, instant, zone).contains { $0.contains(instant) }
  }

  /// When it is open between two instants, in order, no two of them touching; what begins before
  /// the first or ends after the second is cut there.
  package func spans(from start: Instant, to end: Instant, zone: TimeZoneRules) -> [OpenSpan] {
    merged(near: start, end, zone).compactMap { span in
      let cut = OpenSpan(start: max(span.start, start), end: min(span.end, end))
      return cut.start < cut.end ? cut : nil
    }
  }

  /// The first time after an instant at which it opens or closes; nil where it never will.
  ///
  /// Weeks repeat: without single days, what does not change in two months never does. No day of a year
  /// is farther than nine years from the next like it (a 29th of February, around 2100). Dates beyond
  /// that are looked at each by itself.
  package func nextChange(after instant: Instant, zone: TimeZoneRules) -> Instant? {
    let day = 86_400
    var start = instant
    let isEachWeekAlike = holidays.isEmpty && exceptions.isEmpty
    for days in isEachWeekAlike ? [8, 56] : [8, 56, 366, 366 * 9] {
      let end = instant + days * day
      if let change = firstChange(after: start, through: end, zone) { return change }
      start = end
    }
    for date in dates.sorted() {
      let midnight = zone.firstInstant(of: date)
      let from = max(start, midnight - 3 * day)
      if let change = firstChange(after: from, through: midnight + 3 * day, zone) { return change }
    }
    return nil
  }

  private var dates: [CivilDate] {
    exceptions.map(\.date)
      + holidays.compactMap { if case .once(let date) = $0.day { date } else { nil } }
  }

  private func firstChange(
    after start: Instant, through end: Instant, _ zone: TimeZoneRules
  ) -> Instant? {
    merged(near: start, end, zone).flatMap { [$0.start, $0.end] }
      .first { start < $0 && $0 <= end }
  }

  private func merged(near start: Instant, _ end: Instant, _ zone: TimeZoneRules) -> [OpenSpan] {
    var merged: [OpenSpan] = []
    for span in spans(near: start, end, zone).sorted(by: { $0.start < $1.start }) {
      if let last = merged.last, span.start <= last.end {
        merged[merged.count - 1].end = max(last.end, span.end)
      } else {
        merged.append(span)
      }
    }
    return merged
  }

  /// All spans that begin from two days before one instant to a day after another: none that
  /// matters between them is left out, even where clocks jump over a day.
  private func spans(
    near start: Instant, _ end: Instant, _ zone: TimeZoneRules
  ) -> [OpenSpan] {
    let first = zone.local(start).date.daysSinceEpoch - 2
    let last = zone.local(end).date.daysSinceEpoch + 1
    guard first <= last else { return [] }
    return (first...last).flatMap { day in
      let date = CivilDate(daysSinceEpoch: day)
      return intervals(on: date).compactMap { span($0, of: date, zone) }
    }
  }

  /// When an interval of a day is; nil where clocks jump over all of it.
  private func span(
    _ interval: OpenInterval, of date: CivilDate, _ zone: TimeZoneRules
  ) -> OpenSpan? {
    let opening = zone.instants(at: interval.start, of: date).lowerBound
    let closing = zone.instants(at: interval.end, of: date).upperBound
    return opening < closing ? OpenSpan(start: opening, end: closing) : nil
  }
}

extension TimeZoneRules {
  /// The same of so many minutes after a day's midnight.
  fileprivate func instants(at minutes: Int, of date: CivilDate) -> ClosedRange<Instant> {
    let day = date.adding(days: minutes / OpenInterval.minutesOfDay)
    let time = TimeOfDay(secondOfDay: minutes % OpenInterval.minutesOfDay * 60)
    return instants(of: CivilDateTime(date: day, time: time))
  }
}
