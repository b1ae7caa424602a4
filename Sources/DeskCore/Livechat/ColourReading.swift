extension Colour {
  /// Reads a colour as CSS Color 4 does: hex of 3, 4, 6 or 8 digits, `rgb()`, `rgba()`, `hsl()`,
  /// `hsla()`, a name. Values out of range are moved into it, as a browser does.
  package init(css text: String) throws(ColourProblem) {
    let word = text.trimmed.lowercased()
    if word.hasPrefix("#") {
      self = try Colour(hexDigits: word.dropFirst())
    } else if let open = word.firstIndex(of: "(") {
      guard word.hasSuffix(")") else { throw ColourProblem.otherForm }
      let inside = word[word.index(after: open)...].dropLast()
      switch word[..<open] {
      case "rgb", "rgba": self = try ColourArguments(inside).rgb()
      case "hsl", "hsla": self = try ColourArguments(inside).hsl()
      default: throw ColourProblem.otherForm
      }
    } else {
      self = try Colour(name: word)
    }
  }

  private init(name: String) throws(ColourProblem) {
    if name == "transparent" { throw ColourProblem.seeThrough }
    guard !name.isEmpty, name.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      throw ColourProblem.otherForm
    }
    guard let number = Colour.names[name] else { throw ColourProblem.unknownName(name) }
    self.init(number)
  }

  private init(hexDigits digits: Substring) throws(ColourProblem) {
    guard digits.utf8.allSatisfy({ $0.isHexDigit }), var number = Int(digits, radix: 16) else {
      throw ColourProblem.otherForm
    }
    switch digits.utf8.count {
    case 4, 8:
      let opaque = digits.utf8.count == 4 ? 0xF : 0xFF
      guard number & opaque == opaque else { throw ColourProblem.seeThrough }
      number >>= digits.utf8.count
    case 3, 6: break
    default: throw ColourProblem.otherForm
    }
    // A short digit stands for itself twice: 17 times its value.
    self =
      digits.utf8.count > 4
      ? Colour(number)
      : Colour(
        red: UInt8((number >> 8) * 17), green: UInt8((number >> 4 & 0xF) * 17),
        blue: UInt8((number & 0xF) * 17))
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    (0x30...0x39).contains(self) || (0x61...0x66).contains(self)
  }
}
