import DeskTestSupport
import JSON
import Testing

@testable import DeskStore

/// Texts that are looked for in bytes, and masked.
struct NeedlesTests {
  private let needles = Needles(["Ana Dias", "ana@nova.example", "11987654321", "551187654321"])

  @Test(arguments: [
    ("de Ana Dias.", "de •••."), ("ANA@nova.Example", "•••"), ("Ana  \n Dias", "•••"),
    ("Ana DiaAna Dias", "Ana Dia•••"), ("x11987654321y", "x•••y"), ("", ""), ("Ana Dia", "Ana Dia"),
  ])
  func `what stands in a text is masked, and nothing else`(_ text: String, _ expected: String) {
    #expect(needles.masked(text) == expected)
    #expect(needles.isIn(Array(text.utf8)[...]) == (text != expected))
  }

  @Test func `every string of a document is masked, and no key`() throws {
    let json = try JSONValue(
      parsing: #"{"Ana Dias":["x Ana Dias",{"n":11987654321,"b":"Ana Dias"}]}"#)
    let expected = try JSONValue(parsing: #"{"Ana Dias":["x •••",{"n":11987654321,"b":"•••"}]}"#)
    #expect(needles.masked(json) == expected)
  }

  @Test func `a text is found as JSON has it, too, whatever it holds`() {
    for (name, text) in HostileTexts.all where !text.isEmpty {
      let line = Array(JSONValue.object(["text": JSONValue("a \(text) b")]).text().utf8)
      #expect(Needles([text]).isIn(line[...]), "\(name)")
      #expect(Needles([text]).masked("a \(text) b") == "a ••• b", "\(name)")
    }
  }

  @Test func `the longest goes first, so that no part of one is left`() {
    let names = (0..<20).map { "Ana Dias" + String(repeating: " Lima", count: $0) }
    let needles = Needles(Set(names))
    for name in names {
      #expect(needles.masked("\(name.uppercased()) e \(name)") == "••• e •••", "\(name)")
    }
  }

  @Test(arguments: [
    "11 98765-4321", "(011) 98765 4321", "11.98765.4321", "+55(11)98765.4321", "55 11 98765-4321",
  ])
  func `a phone is found however its digits are parted`(_ written: String) {
    let needles = Needles(["11987654321", "011987654321", "5511987654321"])
    #expect(needles.masked("ligue \(written), hoje").hasSuffix("•••, hoje"))
    #expect(!needles.isIn(Array("ligue \(written)9".utf8)[...]))
  }

  @Test(arguments: ["JOÃO ÁVILA", "joao avila", "João Ávila", "joão ávila", "Joao Avila"])
  func `a name is found in small and capital letters, with accents or without`(_ written: String) {
    #expect(Needles(["João Ávila"]).masked("de \(written).") == "de •••.")
  }

  @Test(arguments: [
    "Jo\u{E3}o \u{C1}vila", "Joa\u{303}o A\u{301}vila", "Jo\u{E3}o A\u{301}vila",
    "JOA\u{303}O AVILA",
    "Joa\u{303}o\u{A0}\u{C1}vila",
  ])
  func `a name is found in either of Unicode's ways to write its letters`(_ written: String) {
    for name in ["Jo\u{E3}o \u{C1}vila", "Joa\u{303}o A\u{301}vila", "joao avila"] {
      #expect(Needles([name]).masked("de \(written).") == "de •••.")
    }
  }

  @Test(arguments: [
    ("Nguy\u{1EC5}n V\u{103}n", "Nguye\u{302}\u{303}n Va\u{306}n"),
    ("Андре\u{439} Ли", "Андреи\u{306} Ли"), ("Ștefan Popa", "S\u{326}tefan Popa"),
    ("Łukasz Żak", "Łukasz Z\u{307}ak"),
  ])
  func `so it is in other scripts and with several marks`(_ one: String, _ other: String) {
    #expect(Needles([one]).masked("(\(other))") == "(•••)")
    #expect(Needles([other]).masked("(\(one))") == "(•••)")
  }

  @Test func `bytes that are no text are read past`() {
    let bytes: [UInt8] = [0xC3, 0xFF, 0xE2, 0x82] + Array("JOÃO ÁVILA".utf8) + [0x80, 0xCC]
    #expect(Needles(["João Ávila"]).isIn(bytes[...]))
    #expect(!Needles(["João Ávila"]).isIn(bytes.dropLast(3)))
    #expect(!Needles(["\u{200B}"]).isIn(bytes[...]))
  }
}
