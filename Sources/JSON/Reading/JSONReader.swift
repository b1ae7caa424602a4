/// Reads a JSON text byte by byte, and refuses the first thing that is wrong.
///
/// Values within values are kept on a stack of its own, so the depth of a document costs no stack of
/// the machine's. Every place is an offset in bytes; lines and columns are counted for errors alone.
struct JSONReader {
  /// The number of arrays and objects that may stand within each other.
  static let maximumDepth = 512

  let bytes: UnsafeBufferPointer<UInt8>
  /// The place of the next byte.
  var offset = 0

  /// The container whose values are being read, and those around it.
  var container = JSONContainer(.document, capacity: 0, firstFingerprint: 0)
  var enclosing: [JSONContainer] = []
  /// The room made for the next array or object: that of the last, for records are alike.
  var likelyCount = 8
  /// Of every key of the open objects, in order.
  var fingerprints: [UInt64] = []
  /// The string being put together when it has escapes; kept for its memory.
  var unescaped: [UInt8] = []

  /// A reader at the beginning of these bytes, which must outlive it.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { offset == bytes.count }

  /// The next byte, or 0 at the end: JSON has no place for a 0, so that both are refused alike.
  var current: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// Goes to the next byte that is not white space.
  @inline(__always)
  mutating func skipWhitespace() {
    if current <= UInt8(ascii: " ") { skipSpaces() }
  }

  private mutating func skipSpaces() {
    while offset < bytes.count, bytes[offset].isJSONWhitespace { offset += 1 }
  }

  /// Goes past the byte if it is the next.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    offset += 1
    return true
  }

  /// Goes past the word if it is next.
  mutating func skip(word: StaticString) -> Bool {
    let end = offset + word.utf8CodeUnitCount
    guard end <= bytes.count else { return false }
    let matches = word.withUTF8Buffer { word in word.elementsEqual(bytes[offset..<end]) }
    if matches { offset = end }
    return matches
  }

  /// The text of bytes that are known to be UTF-8.
  func text(_ range: Range<Int>, isASCII: Bool) -> String {
    let span = UnsafeBufferPointer(rebasing: bytes[range]).span
    return String(copying: UTF8Span(unchecked: span, isKnownASCII: isASCII))
  }
}

extension UInt8 {
  /// Whether RFC 8259 (section 2) lets the byte stand between tokens.
  fileprivate var isJSONWhitespace: Bool {
    switch self {
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): true
    default: false
    }
  }
}
