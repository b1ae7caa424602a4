/// An e-mail address that a mail server would take.
///
/// Its form is RFC 5322's dot-atom at a domain name of two labels or more, which may have letters of
/// other scripts; its lengths are RFC 5321's. Quoted local parts, addresses in brackets, comments
/// and a point at the end are refused: people who type them have mistyped. So have those who put an
/// accent before the `@`: what RFC 6531 adds there, most servers do not take.
package struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
  /// What stands before the `@`, as it was typed.
  package let localPart: String

  /// The domain as it was typed, its Latin capitals made small.
  package let domain: String

  /// The domain as the name system has it: letters of other scripts as `xn--…`.
  package let asciiDomain: String

  /// Reads an address that is the whole of a text: nothing around it is trimmed.
  package init(_ text: String) throws(EmailError) {
    guard !text.isEmpty else { throw .empty }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count > 1 else { throw .atMissing }
    guard parts.count == 2 else { throw .atRepeated }
    localPart = String(parts[0])
    domain = parts[1].asciiLowercased
    try Self.checkLocalPart(localPart)
    asciiDomain = try Self.asciiDomain(of: domain.composed)
    let octets = localPart.utf8.count + 1 + asciiDomain.utf8.count
    guard octets <= 254 else { throw .tooLong(octets) }
  }

  /// The whole address.
  package var text: String { localPart + "@" + domain }

  package var description: String { text }

  /// The whole address with the domain as the name system has it: what mail programs take.
  package var ascii: String { localPart + "@" + asciiDomain }

  /// The text under which two ways of writing one address are the same: in small letters and with
  /// the domain as the name system has it.
  ///
  /// The local part is folded too. RFC 5321 leaves its case to the server that receives; but none
  /// of note tells `Ana@` from `ana@`, people write both, and they must not become two contacts.
  package var matchKey: String { localPart.lowercased() + "@" + asciiDomain }

  /// The address with all but its first character hidden: `c•••@loja.com.br`.
  package var masked: String { localPart.prefix(1) + "•••@" + domain }

  private static func checkLocalPart(_ part: String) throws(EmailError) {
    guard !part.isEmpty else { throw .localPartEmpty }
    try check(part, isLocal)
    guard part.utf8.count <= 64 else { throw .localPartTooLong(part.utf8.count) }
    let atoms = part.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard !atoms.contains(where: \.isEmpty) else { throw .localPartDots }
  }

  private static func asciiDomain(of domain: String) throws(EmailError) -> String {
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1 else { throw .domainIncomplete }
    var ascii: [String] = []
    for label in labels { ascii.append(try asciiLabel(String(label))) }
    if let last = ascii.last, last.allSatisfy(\.isASCIIDigit) {
      throw .topLevelNumeric(last)
    }
    return ascii.joined(separator: ".")
  }

  private static func asciiLabel(_ label: String) throws(EmailError) -> String {
    try check(label, isInLabel)
    let hyphen = UInt8(ascii: "-")
    guard !label.isEmpty, label.utf8.first != hyphen, label.utf8.last != hyphen else {
      throw .domainLabel(label)
    }
    guard let ascii = Punycode.asciiLabel(label), ascii.utf8.count <= 63 else {
      throw .labelTooLong(label)
    }
    return ascii
  }

  /// Refuses the first character that holds another scalar.
  private static func check(
    _ text: String, _ isAllowed: (Unicode.Scalar) -> Bool
  ) throws(EmailError) {
    if text.unicodeScalars.allSatisfy(isAllowed) { return }
    for character in text where !character.unicodeScalars.allSatisfy(isAllowed) {
      throw .character(character)
    }
  }

  /// RFC 5322's `atext` and its point.
  private static func isLocal(_ scalar: Unicode.Scalar) -> Bool {
    isASCIIAlphanumeric(scalar) || "!#$%&'*+-/=?^_`{|}~.".unicodeScalars.contains(scalar)
  }

  private static func isInLabel(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? isASCIIAlphanumeric(scalar) || scalar == "-" : isLetterLike(scalar)
  }

  private static func isASCIIAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: false
    }
  }

  /// Letters, the marks on them, and digits; the rest of Unicode is spaces, signs and what is not
  /// seen.
  private static func isLetterLike(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      true
    default: false
    }
  }
}

extension Substring {
  fileprivate var asciiLowercased: String {
    guard utf8.contains(where: { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) else {
      return String(self)
    }
    var text = ""
    for scalar in unicodeScalars {
      text.unicodeScalars.append(
        ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar)
    }
    return text
  }
}
