/// A date and the time a clock shows on it; which instant that is, a zone decides.
package struct CivilDateTime: Hashable, Comparable, Sendable {
  /// The day by that clock.
  package let date: CivilDate

  /// What the clock shows.
  package let time: TimeOfDay

  /// That time on that day.
  package init(date: CivilDate, time: TimeOfDay) {
    self.date = date
    self.time = time
  }

  /// That time on that day, or nil where a clock never shows it.
  package init?(date: CivilDate, hour: Int, minute: Int, second: Int = 0) {
    guard let time = TimeOfDay(hour: hour, minute: minute, second: second) else { return nil }
    self.init(date: date, time: time)
  }

  /// What a clock set to UTC shows.
  package init(utc instant: Instant) {
    let days = instant.secondsSinceEpoch.flooredQuotient(86_400)
    date = CivilDate(daysSinceEpoch: days)
    time = TimeOfDay(secondOfDay: instant.secondsSinceEpoch - days * 86_400)
  }

  /// 0 to 23.
  package var hour: Int { time.hour }

  /// 0 to 59.
  package var minute: Int { time.minute }

  /// 0 to 59.
  package var second: Int { time.second }

  /// Seconds since the epoch of the instant at which a clock set to UTC shows this.
  var secondsAsUTC: Int { date.daysSinceEpoch * 86_400 + time.secondOfDay }

  /// The date and time as `2026-12-05T10:00:00`.
  package var isoText: String {
    var text = DigitText()
    text.append(self)
    return text.text
  }

  package static func < (left: CivilDateTime, right: CivilDateTime) -> Bool {
    (left.date, left.time) < (right.date, right.time)
  }
}

extension Instant {
  /// The instant at which a clock set to UTC shows this.
  package init(utc local: CivilDateTime) {
    self.init(secondsSinceEpoch: local.secondsAsUTC)
  }
}
