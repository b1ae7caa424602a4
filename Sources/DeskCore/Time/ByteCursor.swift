/// Reads ASCII off the front of a text; what a method could not read, it leaves.
struct ByteCursor {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position == bytes.count }

  var peek: Unicode.Scalar? { isAtEnd ? nil : Unicode.Scalar(bytes[position]) }

  /// Takes the one character that stands next, if it is this one.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard peek == character else { return false }
    position += 1
    return true
  }

  /// Takes one character, if it is among these.
  mutating func skip(oneOf characters: String) -> Bool {
    guard let peek, characters.unicodeScalars.contains(peek) else { return false }
    position += 1
    return true
  }

  /// The number that stands next, written with as many digits as are there, within these bounds.
  ///
  /// At most 18 digits may be asked for: more would not fit.
  mutating func digits(_ counts: ClosedRange<Int>) -> Int? {
    precondition(counts.upperBound <= 18)
    var number = 0
    var end = position
    while end < bytes.count, end - position < counts.upperBound {
      let byte = bytes[end]
      guard (0x30...0x39).contains(byte) else { break }
      number = number * 10 + Int(byte - 0x30)
      end += 1
    }
    guard end - position >= counts.lowerBound else { return nil }
    position = end
    return number
  }

  /// The run of characters that stands next and satisfies the predicate; empty where none does.
  mutating func run(where belongs: (Unicode.Scalar) -> Bool) -> String {
    let run = bytes[position...].prefix { belongs(Unicode.Scalar($0)) }
    position = run.endIndex
    return String(decoding: run, as: UTF8.self)
  }
}

extension ByteCursor {
  /// Three numbers written `2026-12-05`; whether such a day exists is not looked at.
  mutating func yearMonthDay() -> (year: Int, month: Int, day: Int)? {
    var ahead = self
    guard
      let year = ahead.digits(4...4), ahead.skip("-"),
      let month = ahead.digits(2...2), ahead.skip("-"),
      let day = ahead.digits(2...2)
    else { return nil }
    self = ahead
    return (year, month, day)
  }

  /// Passes over a fraction of a second, if one is there; false where a point has no digits.
  mutating func skipFraction() -> Bool {
    guard skip(".") else { return true }
    return !run { ("0"..."9").contains($0) }.isEmpty
  }

  /// Seconds east of UTC, written `Z` or `-03:00`.
  mutating func utcOffset() -> Int? {
    if skip(oneOf: "Zz") { return 0 }
    var ahead = self
    let isWest = ahead.peek == "-"
    guard
      ahead.skip(oneOf: "+-"),
      let hours = ahead.digits(2...2), ahead.skip(":"),
      let minutes = ahead.digits(2...2),
      hours < 24, minutes < 60
    else { return nil }
    self = ahead
    let seconds = hours * 3600 + minutes * 60
    return isWest ? -seconds : seconds
  }
}
