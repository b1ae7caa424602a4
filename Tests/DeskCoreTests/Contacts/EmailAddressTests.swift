import DeskCore
import DeskTestSupport
import Foundation
import Testing

struct EmailAddressTests {
  @Test(arguments: [
    "ana@loja.com.br", "a@b.co", "ana.maria+desk@loja.com.br", "!#$%&'*+-/=?^_`{|}~@loja.com",
    "ANA@loja.com", "o'neil@example.ie", "ana@açaí.com.br", "ana@例子.中国",
    "123@456.com", "ana@1e100.net", "ana@sub.sub2.loja.com.br", "ana@xn--aa-fja.com",
    "a@\(String(repeating: "b", count: 63)).com", "\(String(repeating: "a", count: 64))@loja.com",
  ])
  func `W4 an address that a mail server takes is valid`(text: String) throws {
    #expect(try EmailAddress(text).text == text)
  }

  @Test(arguments: [
    ("", EmailError.empty), ("ana", .atMissing), ("ana.loja.com", .atMissing),
    ("ana@maria@loja.com", .atRepeated), ("@loja.com", .localPartEmpty),
    (".ana@loja.com", .localPartDots), ("ana.@loja.com", .localPartDots),
    ("ana..maria@loja.com", .localPartDots), (".\u{301}ana@loja.com", .character(".\u{301}")),
    (" ana@loja.com", .character(" ")), ("ana @loja.com", .character(" ")),
    ("ana@loja.com ", .character(" ")), ("ana@loja.com\n", .character("\n")),
    ("meu email é ana@loja.com", .character(" ")), ("\"ana\"@loja.com", .character("\"")),
    ("ana(x)@loja.com", .character("(")), ("<ana@loja.com>", .character("<")),
    ("ana,b@loja.com", .character(",")), ("ana\u{0}@loja.com", .character("\u{0}")),
    ("ana\u{7F}@loja.com", .character("\u{7F}")),
    ("ana\u{200B}x@loja.com", .character("\u{200B}")),
    ("ana@[10.0.0.1]", .character("[")), ("ana@loja_x.com", .character("_")),
    ("ana@loja。com", .domainIncomplete), ("ana@loja", .domainIncomplete),
    ("ana@", .domainIncomplete),
    ("ana@loja.com.", .domainLabel("")), ("ana@.com", .domainLabel("")),
    ("ana@loja..com", .domainLabel("")), ("ana@-loja.com", .domainLabel("-loja")),
    ("ana@loja-.com", .domainLabel("loja-")), ("ana@10.0.0.1", .topLevelNumeric("1")),
    ("ana@loja.\u{FF11}x\u{1F600}", .character("\u{1F600}")),
    ("\(String(repeating: "a", count: 65))@loja.com", .localPartTooLong(65)),
    ("joão@loja.com.br", .character("ã")),
    ("joa\u{303}o@loja.com.br", .character("a\u{303}")), ("用户@例子.中国", .character("用")),
  ])
  func `W4 what is no address is refused with the reason`(text: String, error: EmailError) {
    #expect(throws: error) { try EmailAddress(text) }
  }

  @Test func `a label is measured as the name system has it`() throws {
    let long = String(repeating: "b", count: 64)
    #expect(throws: EmailError.labelTooLong(long)) { try EmailAddress("a@\(long).com") }
    let accented = String(repeating: "é", count: 59)
    #expect(throws: EmailError.labelTooLong(accented)) { try EmailAddress("a@\(accented).com") }
    let fits = String(repeating: "é", count: 57)
    #expect(throws: Never.self) { try EmailAddress("a@\(fits).com") }
  }

  @Test func `the whole has at most 254 octets`() throws {
    let domain = Array(repeating: String(repeating: "b", count: 62), count: 3).joined(
      separator: ".")
    let room = 254 - domain.utf8.count - 1
    let local = String(repeating: "a", count: 61)
    let filler = String(repeating: "c", count: room - local.utf8.count - 1)
    #expect(throws: Never.self) {
      try EmailAddress("\(local)@\(filler).\(domain)")
    }
    #expect(throws: EmailError.tooLong(255)) {
      try EmailAddress("\(local)a@\(filler).\(domain)")
    }
  }

  @Test(arguments: [
    ("Ana@Loja.COM", "Ana@loja.com", "ana@loja.com", "A•••@loja.com"),
    ("c@loja.com.br", "c@loja.com.br", "c@loja.com.br", "c•••@loja.com.br"),
    ("JOAO@Açaí.com", "JOAO@açaí.com", "joao@xn--aa-4iaz.com", "J•••@açaí.com"),
  ])
  func `capitals make no second address`(
    typed: String, text: String, key: String, masked: String
  ) throws {
    let address = try EmailAddress(typed)
    #expect(address.text == text)
    #expect(address.matchKey == key)
    #expect(address.masked == masked)
  }

  /// RFC 3492, section 7.1, and names in use. What the section's samples have in capitals is made
  /// small first, as the name system does.
  @Test(arguments: [
    ("bücher", "xn--bcher-kva"), ("münchen", "xn--mnchen-3ya"), ("中国", "xn--fiqs8s"),
    ("他们为什么不说中文", "xn--ihqwcrb4cv8a8dqg056pqjye"),
    ("почемужеонинеговорятпорусски", "xn--b1abfaaepdrnnbgefbadotcwatmq2g4l"),
    ("למההםפשוטלאמדבריםעברית", "xn--4dbcagdahymbxekheh6e0a7fei0b"),
    (
      "PorquénopuedensimplementehablarenEspañol",
      "xn--porqunopuedensimplementehablarenespaol-fmd56a"
    ),
    ("3年b組金八先生", "xn--3b-ww4c5e180e575a65lsy2b"), ("loja", "loja"),
  ])
  func `labels of other scripts are written in Punycode`(label: String, ascii: String) throws {
    #expect(try EmailAddress("a@\(label).com").matchKey == "a@\(ascii).com")
  }

  @Test func `no text makes it trap`() {
    var generator = SeededGenerator(seed: 9)
    var readable = 0
    for _ in 0..<20_000 {
      let text = generator.text(of: "aabbccé中11..@@@-\u{301}\u{1F600} ", length: 3...12)
      guard let address = try? EmailAddress(text) else { continue }
      readable += 1
      #expect(address.text.utf8.count <= 254)
      _ = (address.matchKey, address.masked)
    }
    #expect(readable > 50)
  }

  /// Latin, Greek and Cyrillic letters with marks, as one scalar and taken apart.
  @Test func `a letter and its marks are the same, in one or apart, in any order`() throws {
    let blocks: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1EFF]
    var count = 0
    for letter in blocks.joined().compactMap(Unicode.Scalar.init).map({ String($0) }) {
      let apart = letter.decomposedStringWithCanonicalMapping
      guard apart.unicodeScalars.count > 1, let address = try? EmailAddress("a@b\(letter).com")
      else {
        continue
      }
      count += 1
      #expect(try EmailAddress("a@b\(apart).com").matchKey == address.matchKey, "\(letter)")
    }
    #expect(count > 500)
    let orders = ["a@e\u{302}\u{323}.com", "a@e\u{323}\u{302}.com", "a@\u{1EC7}.com"]
    #expect(Set(try orders.map { try EmailAddress($0).matchKey }).count == 1)
  }
}
