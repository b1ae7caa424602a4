extension JSONReader {
  /// The number that is next, its digits as they stand.
  mutating func number() throws(JSONError) -> JSONNumber {
    let start = offset
    guard skipNumber() else {
      if isAtEnd { throw refusal(expected: "a digit") }
      throw refusal(.invalidNumber, at: start)
    }
    return JSONNumber(checked: text(start..<offset, isASCII: true))
  }

  /// Goes past a number by the grammar of RFC 8259, section 6: false at the first byte that breaks
  /// it, or that can only be meant to go on with it.
  mutating func skipNumber() -> Bool {
    _ = skip(UInt8(ascii: "-"))
    if !skip(UInt8(ascii: "0")), !skipDigits() { return false }
    if skip(UInt8(ascii: ".")), !skipDigits() { return false }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
      if !skipDigits() { return false }
    }
    return !current.continuesNumber
  }

  private mutating func skipDigits() -> Bool {
    let start = offset
    while offset < bytes.count, bytes[offset].isDigit { offset += 1 }
    return offset > start
  }
}

extension UInt8 {
  /// Whether the byte, right after a number, makes it none: `01`, `1.2.3`, `0x10`, `1_000`.
  fileprivate var continuesNumber: Bool {
    switch self {
    case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: isDigit || isLetter
    }
  }
}
