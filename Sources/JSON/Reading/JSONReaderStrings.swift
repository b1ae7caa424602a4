extension JSONReader {
  /// The string whose opening quote is next, escapes undone.
  mutating func string() throws(JSONError) -> String {
    offset += 1
    let start = offset
    let isASCII = try skipPlain()
    if current == UInt8(ascii: "\""), !isAtEnd {
      offset += 1
      return text(start..<offset - 1, isASCII: isASCII)
    }
    return try stringWithEscapes(from: start)
  }

  /// The rest of a string of which the bytes from `start` to here hold nothing special.
  private mutating func stringWithEscapes(from start: Int) throws(JSONError) -> String {
    unescaped.removeAll(keepingCapacity: true)
    var start = start
    while current == UInt8(ascii: "\\") {
      unescaped.append(contentsOf: bytes[start..<offset])
      try escape()
      start = offset
      _ = try skipPlain()
    }
    if isAtEnd { throw refusal(expected: "a double quote at the string's end") }
    guard current == UInt8(ascii: "\"") else {
      throw refusal(.controlCharacter(current), at: offset)
    }
    unescaped.append(contentsOf: bytes[start..<offset])
    offset += 1
    return String(copying: UTF8Span(unchecked: unescaped.span))
  }

  /// Goes to the next quote, backslash or control character, or to the end; whether it passed ASCII
  /// alone. What it passes is checked to be UTF-8.
  private mutating func skipPlain() throws(JSONError) -> Bool {
    let start = offset
    let (end, passesNonASCII) = bytes.firstSpecial(from: start)
    offset = end
    guard passesNonASCII else { return true }
    let plain = UnsafeBufferPointer(rebasing: bytes[start..<end])
    if let fault = plain.firstFaultOfUTF8 { throw refusal(.invalidUTF8, at: start + fault) }
    return false
  }

  /// Undoes the escape whose backslash is next.
  private mutating func escape() throws(JSONError) {
    offset += 1
    switch current {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(current)
    case UInt8(ascii: "n"): unescaped.append(0x0A)
    case UInt8(ascii: "r"): unescaped.append(0x0D)
    case UInt8(ascii: "t"): unescaped.append(0x09)
    case UInt8(ascii: "b"): unescaped.append(0x08)
    case UInt8(ascii: "f"): unescaped.append(0x0C)
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw refusal(expected: #"one of " \ / b f n r t u after the backslash"#)
    }
    offset += 1
  }

  /// Undoes the escape whose `u` is next, and the low half of a pair with its high half.
  private mutating func unicodeEscape() throws(JSONError) {
    let backslash = offset - 1
    offset += 1
    let unit = try hexadecimalDigits()
    if let scalar = Unicode.Scalar(unit) { return append(scalar) }
    guard unit < 0xDC00, skip(word: "\\u") else { throw refusal(.loneSurrogate, at: backslash) }
    let low = try hexadecimalDigits()
    // The pair's formula is that of RFC 2781, 2.2; it yields U+10000 to U+10FFFF and nothing else.
    guard 0xDC00...0xDFFF ~= low,
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw refusal(.loneSurrogate, at: backslash) }
    append(scalar)
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { unescaped.append(byte) }
  }

  private mutating func hexadecimalDigits() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = current.hexadecimalValue else {
        throw refusal(expected: "four hexadecimal digits after \\u")
      }
      value = value << 4 | digit
      offset += 1
    }
    return value
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the first bytes that are not UTF-8 begin, if there are any.
  var firstFaultOfUTF8: Int? {
    do {
      _ = try UTF8Span(validating: span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit of either case.
  fileprivate var hexadecimalValue: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
