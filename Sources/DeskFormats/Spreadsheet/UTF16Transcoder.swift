/// Turns UTF-16 that comes in pieces, cut anywhere, into UTF-8.
///
/// Half a character becomes `mark`, a byte that UTF-8 never has, so that who reads the text knows
/// where it was.
struct UTF16Transcoder {
  static let mark: UInt8 = 0xFF

  let isLittleEndian: Bool
  private var firstByte: UInt8?
  private var highSurrogate: UInt16?

  init(isLittleEndian: Bool) { self.isLittleEndian = isLittleEndian }

  mutating func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      guard let first = firstByte else {
        firstByte = byte
        continue
      }
      firstByte = nil
      let (low, high) = isLittleEndian ? (first, byte) : (byte, first)
      append(UInt16(high) << 8 | UInt16(low), to: &text)
    }
    return text
  }

  /// What is left when no more bytes come.
  mutating func end() -> [UInt8] {
    defer { (firstByte, highSurrogate) = (nil, nil) }
    return firstByte == nil && highSurrogate == nil ? [] : [Self.mark]
  }

  private mutating func append(_ unit: UInt16, to text: inout [UInt8]) {
    if let high = highSurrogate {
      highSurrogate = nil
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(unit & 0x3FF))
        append(Unicode.Scalar(value), to: &text)
        return
      }
      text.append(Self.mark)
    }
    if UTF16.isLeadSurrogate(unit) {
      highSurrogate = unit
    } else {
      append(Unicode.Scalar(unit), to: &text)
    }
  }

  private func append(_ scalar: Unicode.Scalar?, to text: inout [UInt8]) {
    guard let scalar else { return text.append(Self.mark) }
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
