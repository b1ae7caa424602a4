import DeskCore
import DeskTestSupport
import Testing

struct PhoneNumberTests {
  private func country(_ letters: String) throws -> CountryCode {
    try #require(CountryCode(letters))
  }

  @Test(arguments: [
    "(11) 98765-4321", "11987654321", "11 98765 4321", "11.98765.4321", "011 98765-4321",
    "0 15 11 98765-4321", "01511987654321", "(0xx11) 98765-4321", "0XX11 98765-4321",
    "+55 (11) 98765-4321", "+5511987654321", "+55 011 98765-4321", "+55 (0xx11) 98765-4321",
    "0055 11 98765-4321", "5511987654321", "whatsapp:+5511987654321", "tel:+55-11-98765-4321",
    "11\u{A0}98765\u{2011}4321", "11 98765\u{2013}4321", "１１９８７６５４３２１",
    "\u{202A}+55 11 98765-4321\u{202C}", " 11 98765-4321\t", "\u{FF0B}5511987654321",
    "[11] 98765−4321",
  ])
  func `a Brazilian number is read as people write it`(typed: String) throws {
    #expect(try PhoneNumber(typed, country: .brazil).e164 == "+5511987654321")
  }

  @Test(arguments: [
    ("1134567890", "+551134567890", "+55 11 3456-7890"),
    ("0 15 11 3456-7890", "+551134567890", "+55 11 3456-7890"),
    ("(55) 98765-4321", "+5555987654321", "+55 55 98765-4321"),
    ("55 3222-1234", "+555532221234", "+55 55 3222-1234"),
    ("555532221234", "+555532221234", "+55 55 3222-1234"),
    ("11 8765-4321", "+551187654321", "+55 11 8765-4321"),
    ("+1 (415) 555-2671", "+14155552671", "+1 415 555 2671"),
    ("+351 912 345 678", "+351912345678", "+351 912 345 678"),
    ("+39 06 6982 1234", "+390669821234", "+39 066 982 1234"),
    ("+44 (0)20 7946 0958", "+442079460958", "+44 207 946 0958"),
    ("00 44 20 7946 0958", "+442079460958", "+44 207 946 0958"),
    ("+683 4002", nil, nil),
    ("+683 88 4002", "+683884002", "+683 884 002"),
    ("+870 773 111 222", "+870773111222", "+870 773 111 222"),
  ])
  func `a desk in Brazil reads these numbers`(
    typed: String, e164: String?, display: String?
  ) throws {
    let number = try? PhoneNumber(typed, country: .brazil)
    #expect(number?.e164 == e164)
    #expect(number?.display == display)
  }

  @Test(arguments: [
    ("PT", "912 345 678", "+351912345678"),
    ("PT", "00351 912345678", "+351912345678"),
    ("GB", "020 7946 0958", "+442079460958"),
    ("GB", "20 7946 0958", "+442079460958"),
    ("IT", "06 6982 1234", "+390669821234"),
    ("US", "(415) 555-2671", "+14155552671"),
    ("us", "1-415-555-2671", "+14155552671"),
    ("US", "011 55 11 98765-4321", "+5511987654321"),
    ("AU", "0011 55 11 98765 4321", "+5511987654321"),
    ("AU", "02 9374 4000", "+61293744000"),
    ("DE", "030 123456", "+4930123456"),
    ("RU", "8 912 345-67-89", "+79123456789"),
    ("RU", "812 345-67-89", "+78123456789"),
    ("HU", "06 30 123 4567", "+36301234567"),
    ("BY", "8 029 123-45-67", "+375291234567"),
    ("AR", "011 4321-1234", "+541143211234"),
    ("US", "+55 11 98765-4321", "+5511987654321"),
    ("PT", "5511987654321", nil), ("PT", "0xx11 98765-4321", nil),
  ])
  func `a number that names no country is the desk's`(
    letters: String, typed: String, e164: String?
  ) throws {
    let number = try? PhoneNumber(typed, country: country(letters))
    #expect(number?.e164 == e164)
  }

  @Test(arguments: [
    ("", PhoneError.empty), ("  -()", .empty), ("+", .empty), ("whatsapp:", .empty),
    ("98765-4321", .areaCodeMissing), ("3456-7890", .areaCodeMissing),
    ("0 98765-4321", .areaCodeMissing), ("+55 98765-4321", .areaCodeMissing),
    ("20 98765-4321", .unknownAreaCode("20")), ("10 3456-7890", .unknownAreaCode("10")),
    ("0800 123 4567", .unknownAreaCode("80")), ("+55 23 98765-4321", .unknownAreaCode("23")),
    ("11 88765-4321", .noSuchNumber("887654321")), ("11 1234-5678", .noSuchNumber("12345678")),
    ("11 0876-5432", .noSuchNumber("08765432")), ("190", .wrongLength(3)),
    ("11 98765-43210", .wrongLength(12)), ("+55 11 98765-43210", .wrongLength(12)),
    ("11 98765-4321 ramal 12", .extensionGiven), ("11 3456-7890 r. 5", .extensionGiven),
    ("11 3456-7890 x12", .extensionGiven), ("11 3456-7890 #12", .extensionGiven),
    ("tel:+551134567890;ext=12", .extensionGiven), ("11 3456-7890 Ext.: 7", .extensionGiven),
    ("11 98765-4321 (Ana)", .letter("A")), ("0800-FLOWERS", .letter("F")),
    ("onze", .letter("o")), ("ramal 12", .letter("r")),
    ("11 98765-4321 / 11 3456-7890", .character("/")),
    ("11 98765-4321; 2", .character(";")), ("11+987654321", .character("+")),
    ("++5511987654321", .character("+")), ("5,51199E+12", .character(",")),
    ("11 98765-432\u{B2}", .character("\u{B2}")), ("11 98765-432①", .character("①")),
    ("11 98765-432\u{0}", .character("\u{0}")), ("+999 123 456 789", .unknownCallingCode("999")),
    ("+0 11 98765-4321", .unknownCallingCode("011")),
    ("+1 115 555 2671", .noSuchNumber("1155552671")),
    ("+1 415 155 2671", .noSuchNumber("4151552671")), ("+1 415 555 267", .wrongLength(9)),
    ("+44 0020 7946 0958", .noSuchNumber("02079460958")), ("+351 12", .wrongLength(2)),
    ("+351 1234 5678 9012 3", .wrongLength(13)),
  ])
  func `what is no number is refused with the reason`(typed: String, error: PhoneError) {
    #expect(throws: error) { try PhoneNumber(typed, country: .brazil) }
  }

  @Test(arguments: [
    ("+5511987654321", "+5511987654321", ["+5511987654321", "+551187654321"]),
    ("+551187654321", "+5511987654321", ["+551187654321", "+5511987654321"]),
    ("+551167654321", "+5511967654321", ["+551167654321", "+5511967654321"]),
    ("+5511937654321", "+5511937654321", ["+5511937654321"]),
    ("+5511957654321", "+5511957654321", ["+5511957654321"]),
    ("+551134567890", "+551134567890", ["+551134567890"]),
    ("+551154567890", "+551154567890", ["+551154567890"]),
    ("+14155552671", "+14155552671", ["+14155552671"]),
  ])
  func `a mobile is the same with and without its ninth digit, a landline has none`(
    e164: String, key: String, variants: [String]
  ) throws {
    let number = try #require(PhoneNumber(e164: e164))
    #expect(number.matchKey == key)
    #expect(number.variants.map(\.e164) == variants)
    #expect(Set(number.variants.map(\.matchKey)) == [key])
  }

  @Test(arguments: [
    "5511987654321", "+55 11987654321", "+55011987654321", "+5511987654", "+", "", "+5511",
    "+15511987654321", "+5511987654321\u{301}",
  ])
  func `only what E.164 writes is read back from a store`(text: String) {
    #expect(PhoneNumber(e164: text) == nil)
  }

  @Test func `an id of WhatsApp is an international number`() throws {
    #expect(try PhoneNumber(internationalDigits: "553187654321").matchKey == "+5531987654321")
    #expect(throws: PhoneError.character("+")) {
      try PhoneNumber(internationalDigits: "+5511987654321")
    }
    #expect(throws: PhoneError.empty) { try PhoneNumber(internationalDigits: "") }
  }

  @Test func `every country has a calling code with which numbers are read`() throws {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let countries = letters.flatMap { first in
      letters.compactMap { CountryCode("\(first)\($0)") }
    }
    #expect(countries.count == 250)
    for country in countries where !["1", "7", "55", "375", "993"].contains(country.callingCode) {
      let number = try PhoneNumber("+\(country.callingCode) 234 5678", country: .brazil)
      #expect(number.e164 == "+\(country.callingCode)2345678")
    }
    #expect(CountryCode("br") == .brazil)
    #expect(CountryCode("ZZ") == nil)
    #expect(CountryCode("") == nil)
    #expect(CountryCode("BRA") == nil)
  }

  @Test func `no text makes it trap, and what is read is read again`() throws {
    var generator = SeededGenerator(seed: 8)
    let countries = try ["BR", "US", "PT", "AU", "HU", "RU"].map(country)
    let alphabet = "0123456789123456789+-() .xX#;/\u{301}１²é\u{202A}"
    var readable = 0
    for _ in 0..<20_000 {
      let typed = generator.text(of: alphabet, length: 0...18)
      for country in countries {
        guard let number = try? PhoneNumber(typed, country: country) else { continue }
        readable += 1
        #expect(PhoneNumber(e164: number.e164) == number)
        #expect(try PhoneNumber(number.display, country: country) == number)
        #expect((9...16).contains(number.e164.utf8.count))
      }
    }
    #expect(readable > 100)
  }
}
