import DeskTestSupport
import JSON
import Testing

struct JSONFuzzTests {
  private let rich = Array(richDocument.utf8)

  /// Reads the bytes; what is accepted comes back the same from every layout and escaping.
  private func check(_ bytes: [UInt8]) throws {
    guard let value = try? JSONValue(parsing: bytes) else { return }
    try checkRoundTrip(value)
  }

  private func checkRoundTrip(_ value: JSONValue) throws {
    for style in [JSONStyle.compact, .pretty] {
      for escaping in [JSONEscaping.minimal, .terminal, .html] {
        let again = try JSONValue(parsing: value.serialized(style, escaping: escaping))
        #expect(again == value)
      }
    }
  }

  @Test func `no prefix of a document is one`() throws {
    let end = try #require(rich.lastIndex(of: UInt8(ascii: "}")))
    for length in 0...end {
      #expect(throws: JSONError.self) { try JSONValue(parsing: rich[..<length]) }
    }
    #expect(try JSONValue(parsing: rich[...end]) == JSONValue(parsing: rich))
  }

  @Test func `a document with any bit turned is read whole or refused`() throws {
    for place in rich.indices {
      for bit in 0..<8 {
        var bytes = rich
        bytes[place] ^= 1 << UInt8(bit)
        try check(bytes)
      }
    }
  }

  @Test func `a document with any byte taken out or put in is read whole or refused`() throws {
    for place in rich.indices {
      var bytes = rich
      bytes.remove(at: place)
      try check(bytes)
      for byte in [0x00, 0x22, 0x2C, 0x30, 0x5B, 0x5C, 0x5D, 0x7B, 0xC3, 0xFF] as [UInt8] {
        bytes.insert(byte, at: place)
        try check(bytes)
        bytes.remove(at: place)
      }
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `random bytes never stop the reader`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("[]{}:,\"\\u0123456789abcdef-+.eE truefalsn\n\u{E9}😀".utf8)
    for round in 0..<500 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<60, using: &generator) {
        let any = UInt8.random(in: 0...255, using: &generator)
        bytes.append(round % 2 == 0 ? any : alphabet[Int(any) % alphabet.count])
      }
      try check(bytes)
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `a random tree comes back from its text`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<8 { try checkRoundTrip(generator.value(depth: 3)) }
  }

  @Test func `order and digits come back as they were`() throws {
    let text = #"{"b":[1.0,1e2,-0,0.10,1E+05],"a":{"d":12345678901234567890.5,"c":null},"":"é😀"}"#
    #expect(try JSONValue(parsing: text).text() == text)
  }
}
