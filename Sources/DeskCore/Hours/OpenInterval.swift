/// A stretch of a day in which something is open, by a clock on the wall: from a minute on, up to
/// another and without it.
///
/// It belongs to the day on which it begins, all of it: 22:00-02:00 of a Friday lasts to two
/// o'clock, be Saturday a holiday or not.
package struct OpenInterval: Hashable, Comparable, Sendable {
  /// Minutes after midnight, 0 to 1439.
  package let start: Int
  /// Minutes after the same midnight, later than the start by at most a day: 1440 is 24:00, and 1560
  /// two o'clock of the next day.
  package let end: Int

  package static let minutesOfDay = 1440

  /// The interval with these bounds; an end before the start is the next day's. Nil where it
  /// would have no length or a bound is no time.
  package init?(from start: Int, to end: Int) {
    guard (0..<Self.minutesOfDay).contains(start), (0...Self.minutesOfDay).contains(end),
      start != end
    else { return nil }
    self.start = start
    self.end = end < start ? end + Self.minutesOfDay : end
  }

  /// `22:00-02:00`, `18:00-24:00`.
  package var text: String {
    let shown = end > Self.minutesOfDay ? end - Self.minutesOfDay : end
    return Self.clock(start) + "-" + Self.clock(shown)
  }

  private static func clock(_ minutes: Int) -> String {
    var text = DigitText()
    text.append(minutes / 60, digits: 2)
    text.append(":")
    text.append(minutes % 60, digits: 2)
    return text.text
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension OpenInterval {
  /// Reads `9:00-12:00`, `9h-12h30`, `22:00-2:00`, `18:00-24:00`.
  init(text: some StringProtocol) throws(Unreadable) {
    var cursor = ByteCursor(String(text.filter { !$0.isWhitespace }))
    guard let start = cursor.minutesOfDay(), start < Self.minutesOfDay, cursor.skip("-"),
      let end = cursor.minutesOfDay(), cursor.isAtEnd
    else { throw .interval(String(text.trimmed)) }
    guard let interval = OpenInterval(from: start, to: end) else {
      throw .intervalWithoutLength(String(text.trimmed))
    }
    self = interval
  }

  /// Reads intervals between commas.
  static func list(_ text: some StringProtocol) throws(Unreadable) -> [OpenInterval] {
    var intervals: [OpenInterval] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      intervals.append(try OpenInterval(text: part))
    }
    return intervals
  }
}

extension [OpenInterval] {
  /// As they are typed and written.
  var text: String { map(\.text).joined(separator: ",") }
}

extension ByteCursor {
  /// Minutes after midnight, written `9:00`, `9h` or `9h30`; 24:00 is one, too.
  fileprivate mutating func minutesOfDay() -> Int? {
    guard let hour = digits(1...2) else { return nil }
    let isPortuguese = skip(oneOf: "hH")
    guard isPortuguese || skip(":") else { return nil }
    guard let minute = digits(2...2) ?? (isPortuguese ? 0 : nil), minute < 60 else { return nil }
    let minutes = hour * 60 + minute
    return minutes <= OpenInterval.minutesOfDay ? minutes : nil
  }
}
