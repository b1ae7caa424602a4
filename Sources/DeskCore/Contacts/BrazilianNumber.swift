/// A number of Brazil: an area code of two digits (DDD) and a subscriber's eight or nine.
///
/// Mobiles have nine, the first a 9. Until 2016 they had eight, beginning with 6 to 9, and are still
/// met so: in old lists, and in WhatsApp's ids of some regions. Landlines have eight, beginning with
/// 2 to 5. (Anatel, Resolução 749/2022 and 553/2010.)
struct BrazilianNumber: Hashable, Sendable {
  let areaCode: String
  let subscriber: String

  /// Reads the digits of a national number, with or without the 0 of a long-distance call and the
  /// two digits of the carrier after it.
  init(_ digits: String) throws(PhoneError) {
    var digits = digits
    if digits.hasPrefix("0") {
      digits.removeFirst()
      if digits.count >= 12 { digits.removeFirst(2) }
    }
    switch digits.count {
    case 10, 11: break
    case 8, 9: throw .areaCodeMissing
    default: throw .wrongLength(digits.count)
    }
    areaCode = String(digits.prefix(2))
    subscriber = String(digits.dropFirst(2))
    guard Self.areaCodes.contains(areaCode) else { throw .unknownAreaCode(areaCode) }
    guard isLandline || isOldMobile || isMobile else { throw .noSuchNumber(subscriber) }
  }

  var digits: String { areaCode + subscriber }

  /// The same number with its ninth digit, where it is a mobile that lacks it.
  var current: String { areaCode + (isOldMobile ? "9" : "") + subscriber }

  /// The same number as it is or was also written: with the ninth digit, or without.
  ///
  /// A mobile of nine digits whose last eight are a landline's never was without.
  var other: String? {
    if isOldMobile { return current }
    guard isMobile, let second = subscriber.dropFirst().first, "6789".contains(second) else {
      return nil
    }
    return areaCode + subscriber.dropFirst()
  }

  private var isMobile: Bool { subscriber.count == 9 && subscriber.hasPrefix("9") }

  private var isOldMobile: Bool { subscriber.count == 8 && begins(with: "6789") }

  private var isLandline: Bool { subscriber.count == 8 && begins(with: "2345") }

  private func begins(with digits: String) -> Bool {
    subscriber.first.map(digits.contains) ?? false
  }

  private static let areaCodes = Set(
    """
    11 12 13 14 15 16 17 18 19 21 22 24 27 28 31 32 33 34 35 37 38 41 42 43 44 45 46 47 48 49
    51 53 54 55 61 62 63 64 65 66 67 68 69 71 73 74 75 77 79 81 82 83 84 85 86 87 88 89
    91 92 93 94 95 96 97 98 99
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
