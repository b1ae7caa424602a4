import DeskFormats
import DeskTestSupport
import Testing

struct CSVReaderTests {
  private func records(_ bytes: [UInt8]) throws -> [CSVRecord] {
    var reader = CSVReader(bytes)
    var records: [CSVRecord] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  private func fields(_ text: String) throws -> [[String]] {
    try records(Array(text.utf8)).map(\.fields)
  }

  @Test(arguments: [
    ("nome;telefone\nAna;11\n", [["nome", "telefone"], ["Ana", "11"]]),
    ("nome,telefone\r\nAna,11\r\n", [["nome", "telefone"], ["Ana", "11"]]),
    ("nome\ttelefone\rAna\t11", [["nome", "telefone"], ["Ana", "11"]]),
    ("\u{FEFF}nome;b\nAna;", [["nome", "b"], ["Ana", ""]]),
    ("a;b;c\n;;\n", [["a", "b", "c"], ["", "", ""]]),
    ("a;b, c\n1;2", [["a", "b, c"], ["1", "2"]]),
    ("a;\"b,c,d,e\"\n1;2", [["a", "b,c,d,e"], ["1", "2"]]),
    ("a,\"b;c;d;e\"\n1,2", [["a", "b;c;d;e"], ["1", "2"]]),
    ("a,b;c,d\n", [["a", "b;c", "d"]]),
    ("\"Silva; Ana\";\"disse \"\"oi\"\"\"\n", [["Silva; Ana", "disse \"oi\""]]),
    ("\"a\nb\r\nc\";d\n", [["a\nb\r\nc", "d"]]),
    ("a;b\nTV 42\" nova;x\"y\n", [["a", "b"], ["TV 42\" nova", "x\"y"]]),
    ("a;\"\"\n", [["a", ""]]),
    ("nome\nAna\n\n\nRui\n", [["nome"], ["Ana"], ["Rui"]]),
    ("\r\n\r\nnome;b\n", [["nome", "b"]]),
    ("\"Silva; Ana\",b\n1,2", [["Silva; Ana", "b"], ["1", "2"]]),
    ("sep=,\r\na;b,c\n", [["a;b", "c"]]),
    ("SEP=;\na;b,c,d\n", [["a", "b,c,d"]]),
    ("sep=|\na;b\n", [["sep=|"], ["a", "b"]]),
    ("", []), ("\n", []), ("\u{FEFF}", []), (" \n", [[" "]]),
  ])
  func `records are read as spreadsheets write them`(text: String, expected: [[String]]) throws {
    #expect(try fields(text) == expected)
  }

  @Test(arguments: [
    ("a;b\n1;\"2", CSVError.unterminatedQuote(line: 2)),
    ("a;b\n\"1\n2\n3", .unterminatedQuote(line: 2)),
    ("\"a", .unterminatedQuote(line: 1)),
    ("\"a\" ;b\n", .textAfterQuote(line: 1)),
    ("a\n\"x\ny\"z\n", .textAfterQuote(line: 3)),
    ("a;b\n\u{0};c\n", .nul(line: 2)),
  ])
  func `what is no CSV is refused with its line`(text: String, error: CSVError) throws {
    var reader = CSVReader(Array(text.utf8))
    #expect(throws: error) { while try reader.next() != nil {} }
    #expect(try reader.next() == nil)
  }

  @Test(arguments: [("", "x", 1), ("a;b\n1;2\n", "x", 3), ("a;b\n", ";", 2), ("a;b\n\"", "\n", 2)])
  func `a record without end is not read into memory`(
    start: String, filler: String, line: Int
  ) throws {
    let text = start + String(repeating: filler, count: CSVReader.recordLimit + 1)
    var reader = CSVReader(Array(text.utf8))
    #expect(throws: CSVError.recordTooLong(line: line)) { while try reader.next() != nil {} }
  }

  @Test func `lines count line ends inside quotes, and ragged records say so`() throws {
    let text = "a;b\r\n\r\n\"1\r\n2\rx\n3\";4\r\n5\r\n6;7;8\r\n"
    let records = try records(Array(text.utf8))
    #expect(records.map(\.line) == [1, 3, 7, 8])
    #expect(records.map(\.isRagged) == [false, false, true, true])
    #expect(records.map(\.expectedCount) == [2, 2, 2, 2])
  }

  @Test func `a record that is not UTF-8 is Windows-1252`() throws {
    let bytes =
      Array("nome;valor\nJoão;1\n".utf8) + [0x4A, 0x6F, 0xE3, 0x6F, 0x3B, 0x80, 0x0A]
      + Array("Zé;3".utf8)
    let records = try records(bytes)
    #expect(
      records.map(\.fields) == [["nome", "valor"], ["João", "1"], ["João", "€"], ["Zé", "3"]])
    #expect(records.map(\.encoding) == [.utf8, .utf8, .windows1252, .utf8])
  }

  @Test func `every byte of Windows-1252 is one character`() throws {
    let upper: [UInt8] = Array(0x80...0xFF)
    let text = try #require(try records([0x61, 0x0A] + upper).last?.fields.first)
    #expect(text.unicodeScalars.count == 128)
    #expect(text.hasPrefix("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ\u{A0}¡"))
    #expect(text.hasSuffix("üýþÿ"))
  }

  @Test(arguments: [false, true])
  func `UTF-16 is read by its mark`(isBigEndian: Bool) throws {
    let text = "\u{FEFF}nome\ttelefone\r\nJoão 😀\t11\r\n"
    let bytes = utf16(text, isBigEndian: isBigEndian)
    let records = try records(bytes)
    #expect(records.map(\.fields) == [["nome", "telefone"], ["João 😀", "11"]])
    #expect(records.map(\.encoding) == [.utf16, .utf16])
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x00, 0xD8, 0x62, 0x00],
      [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x00, 0xDC],
      [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x00, 0xD8],
      [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x62],
    ] as [[UInt8]])
  func `half a character of UTF-16 is refused`(bytes: [UInt8]) {
    #expect(throws: CSVError.brokenUTF16(line: 2)) { try records(bytes) }
  }

  @Test func `it makes no difference in which chunks the bytes come`() throws {
    let text = "\u{FEFF}nome;\"telefone \"\"fixo\"\"\"\r\n\"João\r\n😀\";11\r\n\r\nZé;\"\"\r\n"
    for bytes in [Array(text.utf8), utf16(text, isBigEndian: false)] {
      let whole = try records(bytes)
      #expect(whole.count == 3)
      for size in 1..<bytes.count {
        var rest = bytes[...]
        var reader = CSVReader {
          defer { rest = rest.dropFirst(size) }
          return Array(rest.prefix(size))
        }
        for record in whole { #expect(try reader.next() == record, "chunks of \(size)") }
        #expect(try reader.next() == nil)
      }
    }
  }

  @Test func `what the closure throws comes through`() throws {
    struct Unreadable: Error {}
    var reader = CSVReader { throw Unreadable() }
    #expect(throws: Unreadable.self) { try reader.next() }
  }

  @Test func `no bytes make it trap, and quoting brings any text through`() throws {
    var generator = SeededGenerator(seed: 10)
    for round in 0..<3000 {
      let length = Int.random(in: 0...60, using: &generator)
      let noise =
        round % 2 == 0
        ? (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        : (0..<length).compactMap { _ in
          Array("\";,\t\r\nab=é".utf8).randomElement(using: &generator)
        }
      _ = try? records(noise)
      _ = try? records([0xFF, 0xFE] + noise)
      let text = String(decoding: noise.filter { $0 != 0 }, as: UTF8.self)
      let quoted = "\"" + text.replacing("\"", with: "\"\"") + "\""
      #expect(try fields("a;b\n\(quoted);x").last == [text, "x"])
    }
  }

  private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBigEndian ? [high, low] : [low, high]
    }
  }
}
