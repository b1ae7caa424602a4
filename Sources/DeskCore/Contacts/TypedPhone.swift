/// The digits of a phone number as somebody typed it, and whether a `+` stood before them.
struct TypedPhone {
  private(set) var digits = ""
  private var hasPlus = false

  init(_ typed: String, country: CountryCode) throws(PhoneError) {
    var rest = Self.withoutScheme(typed)[...]
    while let character = rest.popFirst() {
      if character.isASCIIDigit {
        digits.append(character)
        continue
      }
      if Self.isSeparator(character) { continue }
      if let digit = Self.digit(character) {
        digits.append(digit)
      } else if character == "+" || character == "\u{FF0B}", digits.isEmpty, !hasPlus {
        hasPlus = true
      } else if isCarrierPlaceholder(character, rest, country) {
        rest.removeFirst()
      } else {
        throw refusal(of: character, before: rest)
      }
    }
    if digits.isEmpty { throw .empty }
  }

  /// The digits from the calling code on, if the number names its country.
  func internationalDigits(from country: CountryCode) -> String? {
    if hasPlus { return digits }
    let prefix = CallingCodes.internationalPrefix(of: country.callingCode)
    if digits.hasPrefix(prefix) { return String(digits.dropFirst(prefix.count)) }
    let isWhatsAppID =
      country == .brazil && digits.hasPrefix("55") && (12...13).contains(digits.count)
    return isWhatsAppID ? digits : nil
  }

  /// What Twilio writes before a WhatsApp number, and RFC 3966 before a telephone one.
  private static func withoutScheme(_ typed: String) -> String {
    guard typed.first.map(\.isLetter) ?? false else { return typed }
    for scheme in ["whatsapp:", "tel:"] where typed.lowercased().hasPrefix(scheme) {
      return String(typed.dropFirst(scheme.count))
    }
    return typed
  }

  /// Brazilians write `0xx11`: put your carrier's two digits here.
  private func isCarrierPlaceholder(
    _ character: Character, _ rest: Substring, _ country: CountryCode
  ) -> Bool {
    let isBrazilian = hasPlus ? digits == "550" : country == .brazil && digits == "0"
    return isBrazilian && "xX".contains(character) && rest.first.map("xX".contains) == true
  }

  private static func digit(_ character: Character) -> String? {
    guard let value = character.wholeNumberValue, (0...9).contains(value),
      character.unicodeScalars.allSatisfy({ $0.properties.numericType == .decimal })
    else { return nil }
    return String(value)
  }

  private static func isSeparator(_ character: Character) -> Bool {
    if " -()".contains(character) { return true }
    if "[].\u{FF08}\u{FF09}\u{FF0E}\u{B7}\u{2212}".contains(character) { return true }
    return character.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isWhitespace || scalar.properties.generalCategory == .dashPunctuation
        || scalar.properties.generalCategory == .format
    }
  }

  private func refusal(of character: Character, before rest: Substring) -> PhoneError {
    let tail = (String(character) + rest).folded
    let words = ["ramal", "ram", "extension", "ext", "r", "x", "#", ";ext="]
    let isExtension = words.contains { word in
      guard tail.hasPrefix(word) else { return false }
      let number = tail.dropFirst(word.count).drop { " .:".contains($0) }
      return !number.isEmpty && number.allSatisfy(\.isASCIIDigit)
    }
    if isExtension, !digits.isEmpty { return .extensionGiven }
    return character.isLetter ? .letter(character) : .character(character)
  }
}

extension Character {
  /// Whether it is one of the ten digits; an accent on one makes it something else.
  var isASCIIDigit: Bool { asciiValue.map { $0 &- UInt8(ascii: "0") < 10 } ?? false }
}
