/// A phone number that can be called from anywhere, kept in the form of ITU-T E.164.
///
/// Two numbers are equal where they are written the same; they are of one phone where their
/// `matchKey` is the same.
package struct PhoneNumber: Hashable, Sendable, CustomStringConvertible {
  /// A `+`, the calling code and the number: `+5511987654321`. At most 15 digits.
  package let e164: String

  private let callingCode: String

  /// The digits after the calling code.
  private let national: String

  /// The number under which all ways of writing one phone are the same: a Brazilian mobile's has
  /// the ninth digit. A landline never grows one.
  package let matchKey: String

  /// Reads a number as people write it; one that names no country is of this one.
  ///
  /// Accepted: `(11) 98765-4321`, `011 98765-4321`, `0 15 11 98765-4321` and `0xx11` with a
  /// carrier, `+55…`, `0055…`, and `whatsapp:` or `tel:` before it; with spaces, dots, dashes and
  /// brackets of any kind, and digits of any script. In Brazil 12 or 13 digits that begin with 55
  /// are international, as WhatsApp's ids are.
  package init(_ typed: String, country: CountryCode) throws(PhoneError) {
    let text = try TypedPhone(typed, country: country)
    if let digits = text.internationalDigits(from: country) {
      try self.init(internationalDigits: digits)
    } else {
      try self.init(callingCode: country.callingCode, national: text.digits)
    }
  }

  /// Reads the digits of an international number, as WhatsApp's ids are written: `5511987654321`.
  package init(internationalDigits digits: String) throws(PhoneError) {
    guard !digits.isEmpty else { throw .empty }
    if let other = digits.first(where: { !$0.isASCIIDigit }) { throw .character(other) }
    guard let callingCode = CallingCodes.prefix(of: digits) else {
      throw .unknownCallingCode(String(digits.prefix(3)))
    }
    try self.init(
      callingCode: callingCode, national: String(digits.dropFirst(callingCode.count)))
  }

  /// Reads what `e164` gave; nil where it is anything else.
  package init?(e164 text: String) {
    guard text.hasPrefix("+"),
      let number = try? Self(internationalDigits: String(text.dropFirst())),
      number.e164 == text
    else { return nil }
    self = number
  }

  private init(callingCode: String, national typed: String) throws(PhoneError) {
    if callingCode == "55" {
      let number = try BrazilianNumber(typed)
      self.init(
        callingCode: callingCode, checked: number.digits, matchKey: "+55" + number.current)
    } else {
      let national = try Self.withoutTrunk(typed, of: callingCode)
      self.init(
        callingCode: callingCode, checked: national, matchKey: "+" + callingCode + national)
    }
  }

  private init(callingCode: String, checked national: String, matchKey: String) {
    self.callingCode = callingCode
    self.national = national
    self.matchKey = matchKey
    e164 = "+" + callingCode + national
  }

  /// Every number that is of this phone, itself first.
  package var variants: [PhoneNumber] {
    guard let other = brazilian?.other else { return [self] }
    return [self, PhoneNumber(callingCode: callingCode, checked: other, matchKey: matchKey)]
  }

  /// For people to read: `+55 11 98765-4321`, elsewhere digits in groups of three.
  package var display: String {
    guard let brazilian else { return "+" + callingCode + " " + Self.grouped(national) }
    let last = brazilian.subscriber.suffix(4)
    return "+55 \(brazilian.areaCode) \(brazilian.subscriber.dropLast(4))-\(last)"
  }

  package var description: String { e164 }

  private var brazilian: BrazilianNumber? {
    callingCode == "55" ? try? BrazilianNumber(national) : nil
  }

  /// Takes off what is dialled inside a country only, and checks what is known of all numbers.
  private static func withoutTrunk(
    _ typed: String, of callingCode: String
  ) throws(PhoneError) -> String {
    var national = typed
    let trunk = CallingCodes.trunk(of: callingCode)
    if let trunk, national.hasPrefix(trunk.prefix) {
      let rest = national.dropFirst(trunk.prefix.count)
      if trunk.length == nil || trunk.length == rest.count { national = String(rest) }
    }
    let isRightLength =
      trunk?.length.map { $0 == national.count }
      ?? (8...15).contains(callingCode.count + national.count)
    guard isRightLength else { throw .wrongLength(national.count) }
    if let trunk, trunk.length == nil, national.hasPrefix("0") { throw .noSuchNumber(national) }
    if callingCode == "1", !isNorthAmerican(national) { throw .noSuchNumber(national) }
    return national
  }

  /// In North America neither the area code nor the exchange begins with 0 or 1 (NANPA).
  private static func isNorthAmerican(_ national: String) -> Bool {
    let exchange = national.dropFirst(3)
    return [national.first, exchange.first].allSatisfy { $0 != "0" && $0 != "1" }
  }

  /// Groups of three from the left, the last of up to four: a digit never stands alone.
  private static func grouped(_ digits: String) -> String {
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 4 {
      groups.append(rest.prefix(3))
      rest = rest.dropFirst(3)
    }
    return (groups + [rest]).joined(separator: " ")
  }
}
