extension ByteSink {
  /// Appends valid UTF-8 as it stands within a JSON string: runs as they are, and escapes.
  mutating func append(escaping text: UnsafeBufferPointer<UInt8>, _ escaping: JSONEscaping) {
    var copied = 0
    var place = text.nextCandidate(from: 0, escaping)
    while place < text.count {
      let scalar = text.scalar(at: place)
      let end = place + UTF8.width(scalar)
      if escaping.escapes(scalar) {
        append(UnsafeBufferPointer(rebasing: text[copied..<place]))
        append(escapeOf: scalar)
        copied = end
      }
      place = text.nextCandidate(from: end, escaping)
    }
    append(UnsafeBufferPointer(rebasing: text[copied...]))
  }

  /// Appends a scalar as its short escape where there is one, or as one or two `\u` escapes.
  private mutating func append(escapeOf scalar: Unicode.Scalar) {
    append(UInt8(ascii: "\\"))
    switch scalar {
    case "\"", "\\": append(UInt8(truncatingIfNeeded: scalar.value))
    case "\n": append(UInt8(ascii: "n"))
    case "\r": append(UInt8(ascii: "r"))
    case "\t": append(UInt8(ascii: "t"))
    case "\u{8}": append(UInt8(ascii: "b"))
    case "\u{C}": append(UInt8(ascii: "f"))
    default: append(unicodeEscapeOf: scalar)
    }
  }

  /// Appends what follows the backslash.
  private mutating func append(unicodeEscapeOf scalar: Unicode.Scalar) {
    for (index, unit) in Character(scalar).utf16.enumerated() {
      if index > 0 { append(UInt8(ascii: "\\")) }
      append(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] { append(hexadecimalDigit: unit >> UInt16(shift) & 0xF) }
    }
  }

  private mutating func append(hexadecimalDigit value: UInt16) {
    let zero = value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10
    append(zero + UInt8(value))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first place, from `start` on, of a scalar that may need an escape, or the end.
  fileprivate func nextCandidate(from start: Int, _ escaping: JSONEscaping) -> Int {
    switch escaping {
    case .minimal: return firstSpecial(from: start).place
    case .terminal, .html:
      var place = start
      while place < count, !self[place].maySpell(escaping) { place += 1 }
      return place
    }
  }

  /// The scalar whose first byte stands there; the buffer is valid UTF-8.
  fileprivate func scalar(at place: Int) -> Unicode.Scalar {
    let first = self[place]
    if first < 0x80 { return Unicode.Scalar(first) }
    var iterator = self[place..<Swift.min(place + 4, count)].makeIterator()
    var decoder = UTF8()
    return switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): scalar
    case .emptyInput, .error: "\u{FFFD}"
    }
  }
}

extension UInt8 {
  /// Whether a scalar that begins with this byte may be one to escape: for those beyond ASCII, the
  /// first bytes of U+0080 to U+00BF, U+0600 to U+063F, U+2000 to U+2FFF and U+C0000 to U+FFFFF.
  fileprivate func maySpell(_ escaping: JSONEscaping) -> Bool {
    switch self {
    case 0xC2, 0xD8, 0xE2, 0xF3, 0x7F: true
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): escaping == .html
    default: isSpecialInJSONString
    }
  }
}
