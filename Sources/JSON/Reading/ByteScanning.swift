/// Eight bytes looked at as one word, the first in the lowest bits.
///
/// The tests are those of "Determine if a word has a byte less than n" in Anderson's "Bit Twiddling
/// Hacks": a borrow may mark a byte wrongly, but only after one that is marked rightly.
struct ByteWord {
  private static let lows: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  private let word: UInt64

  /// The eight bytes from that place on; all of them lie within the buffer.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    word = UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: offset, as: UInt64.self))
  }

  /// Marks the bytes of 0x80 and above.
  var notASCII: UInt64 { word & Self.highs }

  /// Marks the bytes that cannot stand as they are in a JSON string: quote, backslash, below 0x20.
  var special: UInt64 {
    mark(UInt8(ascii: "\"")) | mark(UInt8(ascii: "\\"))
      | (word &- 0x20 &* Self.lows) & ~word & Self.highs
  }

  /// Marks the bytes equal to this one.
  func mark(_ byte: UInt8) -> UInt64 {
    let difference = word ^ UInt64(byte) &* Self.lows
    return (difference &- Self.lows) & ~difference & Self.highs
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first place, from `start` on, of a quote, a backslash or a byte below 0x20, or the end; and
  /// whether a byte of 0x80 or above stands before it.
  func firstSpecial(from start: Int) -> (place: Int, passesNonASCII: Bool) {
    var place = start
    var high: UInt64 = 0
    while place <= count - 8 {
      let word = ByteWord(self, at: place)
      let special = word.special
      if special != 0 {
        let before = (special & (0 &- special)) &- 1
        return (place + special.trailingZeroBitCount / 8, (high | word.notASCII & before) != 0)
      }
      high |= word.notASCII
      place += 8
    }
    while place < count, !self[place].isSpecialInJSONString {
      high |= UInt64(self[place] & 0x80)
      place += 1
    }
    return (place, high != 0)
  }
}

extension UInt8 {
  /// Whether a JSON string cannot hold the byte as it is.
  var isSpecialInJSONString: Bool {
    self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
  }

  /// Whether this is one of `0` to `9`.
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  /// Whether this is an ASCII letter.
  var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
}
