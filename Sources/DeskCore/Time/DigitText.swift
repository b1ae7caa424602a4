/// A text of numbers with a fixed count of digits and what stands between them.
struct DigitText {
  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(20) }

  /// Appends a number that is not negative, its last so many digits, zeros in front.
  mutating func append(_ number: Int, digits: Int) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0x30, count: digits))
    var rest = UInt(number)
    for place in (start..<bytes.count).reversed() {
      bytes[place] += UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  mutating func append(_ separator: Unicode.Scalar) {
    bytes.append(UInt8(truncatingIfNeeded: separator.value))
  }

  /// `2026-12-05`.
  mutating func append(_ date: CivilDate) {
    append(date.year, digits: 4)
    append("-")
    append(date.month, digits: 2)
    append("-")
    append(date.day, digits: 2)
  }

  /// `10:00`.
  mutating func append(_ time: TimeOfDay) {
    append(time.hour, digits: 2)
    append(":")
    append(time.minute, digits: 2)
  }

  /// `2026-12-05T10:00:00`.
  mutating func append(_ local: CivilDateTime) {
    append(local.date)
    append("T")
    append(local.time)
    append(":")
    append(local.second, digits: 2)
  }

  var text: String { String(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: true)) }
}
