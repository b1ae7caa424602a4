import DeskCore

extension FuzzSubject {
  private static let countries = ["BR", "US", "DE", "IT", "GB", "AR", "RU", "AO"]

  /// A number that was read is read again from each of its forms; the first byte is the country.
  func checkPhone(_ bytes: [UInt8]) throws {
    guard let first = bytes.first else { return }
    let letters = Self.countries[Int(first) % Self.countries.count]
    let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
    guard let country = CountryCode(letters) else { return }
    if let number = try? PhoneNumber(text, country: country) { try check(number, country) }
    if let address = try? EmailAddress(text) { try check(address) }
  }

  private func check(_ number: PhoneNumber, _ country: CountryCode) throws {
    try FuzzFinding.require(
      PhoneNumber(e164: number.e164) == number, "\(number) is not read again")
    let shown = try? PhoneNumber(number.display, country: country)
    try FuzzFinding.require(shown == number, "\(number) is shown as \(number.display)")
    try FuzzFinding.require(
      number.variants.contains(number)
        && number.variants.allSatisfy { $0.matchKey == number.matchKey },
      "\(number) has variants of another phone")
    try FuzzFinding.require(number.e164.count <= 16, "\(number) is too long for E.164")
  }

  private func check(_ address: EmailAddress) throws {
    let again = try? EmailAddress(address.text)
    try FuzzFinding.require(again == address, "\(address) is not read again")
    let key = try? EmailAddress(address.matchKey)
    try FuzzFinding.require(
      key?.matchKey == address.matchKey, "\(address.matchKey) is not its own key")
  }
}
