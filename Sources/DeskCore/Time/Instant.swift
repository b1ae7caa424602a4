/// A point in time, in whole seconds since 1970-01-01T00:00:00Z as Unix counts them: without leap
/// seconds.
///
/// Always within the years 0001 to 9999, so that each has a text and none overflows: what would
/// leave them stops at the nearest end.
package struct Instant: Hashable, Comparable, Sendable {
  /// 0001-01-01T00:00:00Z.
  package static let earliest = Instant(secondsSinceEpoch: -62_135_596_800)

  /// 9999-12-31T23:59:59Z.
  package static let latest = Instant(secondsSinceEpoch: 253_402_300_799)

  /// Seconds since 1970-01-01T00:00:00Z, negative before it.
  package let secondsSinceEpoch: Int

  /// The instant that many seconds after the epoch, or the end of the calendar it lies beyond.
  package init(secondsSinceEpoch: Int) {
    self.secondsSinceEpoch = min(max(secondsSinceEpoch, -62_135_596_800), 253_402_300_799)
  }

  /// The last whole minute at or before this instant.
  package var minute: Instant {
    Instant(secondsSinceEpoch: secondsSinceEpoch.flooredQuotient(60) * 60)
  }

  /// Whether no seconds stand past the minute.
  package var isWholeMinute: Bool { secondsSinceEpoch % 60 == 0 }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.secondsSinceEpoch < right.secondsSinceEpoch
  }

  /// The instant so many seconds later, or the last one there is.
  package static func + (instant: Instant, seconds: Int) -> Instant {
    let (sum, overflow) = instant.secondsSinceEpoch.addingReportingOverflow(seconds)
    if overflow { return seconds < 0 ? earliest : latest }
    return Instant(secondsSinceEpoch: sum)
  }

  /// The instant so many seconds earlier, or the first one there is.
  package static func - (instant: Instant, seconds: Int) -> Instant {
    let (difference, overflow) = instant.secondsSinceEpoch.subtractingReportingOverflow(seconds)
    if overflow { return seconds < 0 ? latest : earliest }
    return Instant(secondsSinceEpoch: difference)
  }

  /// The seconds from the second instant to the first, negative where the first is earlier.
  package static func - (end: Instant, start: Instant) -> Int {
    end.secondsSinceEpoch - start.secondsSinceEpoch
  }
}

extension Int {
  /// The quotient rounded towards negative infinity, so that days and minutes before 1970 count as
  /// those after it do. The divisor is positive.
  func flooredQuotient(_ divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
