extension Instant: CustomStringConvertible {
  /// Reads a date and time of RFC 3339, section 5.6, with `Z` or a numeric offset.
  ///
  /// Fractions of a second are dropped. Refused: a date that does not exist, a leap second (`:60`,
  /// for which Unix time has no number), a space in place of the `T`, and what lies outside the
  /// years 0001 to 9999 once the offset is taken off.
  package init?(rfc3339 text: String) {
    var cursor = ByteCursor(text)
    guard
      let date = cursor.yearMonthDay(),
      cursor.skip("T") || cursor.skip("t"),
      let hour = cursor.digits(2...2), cursor.skip(":"),
      let minute = cursor.digits(2...2), cursor.skip(":"),
      let second = cursor.digits(2...2), cursor.skipFraction(),
      let offset = cursor.utcOffset(), cursor.isAtEnd,
      let day = CivilDate(year: date.year, month: date.month, day: date.day),
      let local = CivilDateTime(date: day, hour: hour, minute: minute, second: second)
    else { return nil }
    let seconds = local.secondsAsUTC - offset
    self.init(secondsSinceEpoch: seconds)
    guard secondsSinceEpoch == seconds else { return nil }
  }

  /// The instant as `2026-12-05T13:00:00Z`.
  package var rfc3339: String {
    var text = DigitText()
    text.append(CivilDateTime(utc: self))
    text.append("Z")
    return text.text
  }

  package var description: String { rfc3339 }
}
