extension PosixZoneRule {
  /// Reads `std offset [dst [offset] , start [/time] , end [/time]]`, with RFC 9636's longer times;
  /// nil where it is anything else. The names are passed over.
  ///
  /// A daylight name without a rule is refused: POSIX leaves its meaning open, and no zone file has
  /// it.
  init?(_ text: String) {
    var cursor = ByteCursor(text)
    guard cursor.skipZoneName(), let west = cursor.span(hours: 0...24) else { return nil }
    standardOffset = -west
    if cursor.isAtEnd {
      daylight = nil
      return
    }
    guard cursor.skipZoneName() else { return nil }
    let isOffsetGiven = cursor.peek != ","
    guard let daylightWest = isOffsetGiven ? cursor.span(hours: 0...24) : west - 3600,
      let start = cursor.yearlyMoment(), let end = cursor.yearlyMoment(), cursor.isAtEnd
    else { return nil }
    daylight = Daylight(offset: -daylightWest, start: start, end: end)
  }
}

extension ByteCursor {
  /// Three letters or more, or anything alphanumeric or signed between angle brackets.
  fileprivate mutating func skipZoneName() -> Bool {
    if skip("<") {
      let name = run { $0.properties.isAlphabetic || "0123456789+-".unicodeScalars.contains($0) }
      return name.utf8.count >= 3 && skip(">")
    }
    return run { $0.properties.isAlphabetic }.utf8.count >= 3
  }

  /// Signed hours, minutes and seconds, `[+-]hh[:mm[:ss]]`, in seconds.
  fileprivate mutating func span(hours allowed: ClosedRange<Int>) -> Int? {
    let isNegative = peek == "-"
    _ = skip(oneOf: "+-")
    guard let hours = digits(1...3), allowed.contains(hours) else { return nil }
    var seconds = hours * 3600
    if skip(":") {
      guard let minutes = digits(1...2), minutes < 60 else { return nil }
      seconds += minutes * 60
      if skip(":") {
        guard let rest = digits(1...2), rest < 60 else { return nil }
        seconds += rest
      }
    }
    return isNegative ? -seconds : seconds
  }

  /// A comma, a day, and after a slash a time, which is 02:00 where none is given.
  fileprivate mutating func yearlyMoment() -> YearlyMoment? {
    guard skip(","), let day = yearlyDay() else { return nil }
    guard skip("/") else { return YearlyMoment(day: day, secondsAfterMidnight: 7200) }
    return span(hours: 0...167).map { YearlyMoment(day: day, secondsAfterMidnight: $0) }
  }

  private mutating func yearlyDay() -> YearlyMoment.Day? {
    if skip("J") {
      guard let number = digits(1...3), (1...365).contains(number) else { return nil }
      return .withoutLeapDay(number)
    }
    if skip("M") {
      guard
        let month = digits(1...2), (1...12).contains(month), skip("."),
        let week = digits(1...1), (1...5).contains(week), skip("."),
        let weekday = digits(1...1), (0...6).contains(weekday)
      else { return nil }
      return .weekday(month: month, week: week, weekday: weekday)
    }
    guard let number = digits(1...3), (0...365).contains(number) else { return nil }
    return .fromZero(number)
  }
}
