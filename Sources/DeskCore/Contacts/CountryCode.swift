/// A country by its two letters (ISO 3166-1), of those that have a telephone calling code.
package struct CountryCode: Hashable, Sendable, CustomStringConvertible {
  /// Two capital letters, as `BR`.
  package let alpha2: String

  /// Digits alone, as `55`.
  package let callingCode: String

  /// Brazil, whose numbers are known in full.
  package static let brazil = CountryCode(alpha2: "BR", callingCode: "55")

  private init(alpha2: String, callingCode: String) {
    self.alpha2 = alpha2
    self.callingCode = callingCode
  }

  /// The country of these two letters, large or small; nil where there is none.
  package init?(_ letters: String) {
    let alpha2 = letters.uppercased()
    guard let callingCode = CallingCodes.byCountry[alpha2] else { return nil }
    self.init(alpha2: alpha2, callingCode: callingCode)
  }

  package var description: String { alpha2 }
}
