/// A time on a clock, 00:00:00 to 23:59:59.
package struct TimeOfDay: Hashable, Comparable, Sendable {
  /// 0 to 23.
  package let hour: Int

  /// 0 to 59.
  package let minute: Int

  /// 0 to 59.
  package let second: Int

  /// 00:00.
  package static let midnight = TimeOfDay(secondOfDay: 0)

  /// The time so written, or nil where a clock never shows it; 24:00 and :60 are such.
  package init?(hour: Int, minute: Int, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
    else { return nil }
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// So many seconds after midnight, 0 to 86399.
  init(secondOfDay: Int) {
    hour = secondOfDay / 3600
    minute = secondOfDay / 60 % 60
    second = secondOfDay % 60
  }

  /// Seconds since midnight, on a day whose clocks are not changed.
  package var secondOfDay: Int { hour * 3600 + minute * 60 + second }

  /// The time as `10:00`, without its seconds.
  package var minuteText: String {
    var text = DigitText()
    text.append(self)
    return text.text
  }

  package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
    left.secondOfDay < right.secondOfDay
  }
}
