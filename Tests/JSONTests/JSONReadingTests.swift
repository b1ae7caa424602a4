import JSON
import Testing

struct JSONReadingTests {
  @Test(
    arguments: [
      ("null", nil), ("true", true), ("false", false), (" \t\r\n0\n", 0), ("-12", -12),
      ("\"\"", ""), ("\"a\"", "a"), ("[]", []), ("[ ]", []), ("{}", [:]), ("{ }", [:]),
      ("[1,2]", [1, 2]), ("[[],[[]]]", [[], [[]]]), ("{\"a\":1}", ["a": 1]),
      ("{\"b\":1,\"a\":[{\"b\":null}]}", ["b": 1, "a": [["b": nil]]]),
      ("{\"\":0}", ["": 0]), ("[\"\u{7F}\u{80}\"]", ["\u{7F}\u{80}"]),
      ("\"\u{FEFF}\"", "\u{FEFF}"),
      ("\"\u{2028}\u{2029}\"", "\u{2028}\u{2029}"), ("\"// /* */ #\"", "// /* */ #"),
      ("[1 , 2 ]", [1, 2]), ("{ \"a\" : 1 , \"b\" : 2 }", ["a": 1, "b": 2]),
    ] as [(String, JSONValue)])
  func `a document of RFC 8259 is read`(text: String, expected: JSONValue) throws {
    #expect(try JSONValue(parsing: text) == expected)
  }

  @Test(arguments: [
    (#"\"\\\/"#, "\"\\/"), (#"\b\f\n\r\t"#, "\u{8}\u{C}\n\r\t"), (#"\u0000"#, "\0"),
    (#"\u0041\u00e9\u00E9"#, "Aéé"), (#"\u20ac"#, "€"), (#"\ud83d\ude00"#, "😀"),
    (#"\uD800\uDC00"#, "\u{10000}"), (#"\uDBFF\uDFFD"#, "\u{10FFFD}"), (#"\uFEFF"#, "\u{FEFF}"),
    (#"\ud7ff\ue000"#, "\u{D7FF}\u{E000}"), (#"a\u0062c"#, "abc"), (#"é\né"#, "é\né"),
    (#"\\u0041"#, "\\u0041"), (#"1234567\n1234567\n1234567"#, "1234567\n1234567\n1234567"),
  ])
  func `an escape is undone`(escaped: String, expected: String) throws {
    let string = try JSONValue(parsing: "\"" + escaped + "\"").string
    #expect(string.map { string in Array(string.utf8) } == Array(expected.utf8))
  }

  @Test(arguments: 0...40)
  func `a string is read whatever its length and neighbours`(length: Int) throws {
    for filler in ["a", "é", "€", "😀", "\\n"] {
      let text = "[\"" + String(repeating: filler, count: length) + "\",\"é\"]"
      let meant = filler == "\\n" ? "\n" : filler
      #expect(
        try JSONValue(parsing: text) == [JSONValue(String(repeating: meant, count: length)), "é"])
    }
  }

  @Test(arguments: [0xFFFE, 0xFDD0, 0xFFFF, 0x10_FFFF] as [UInt32])
  func `a noncharacter is a character of a string`(code: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(code))
    #expect(try JSONValue(parsing: "\"\(scalar)\"").string?.unicodeScalars.first == scalar)
  }

  @Test func `order of members is kept`() throws {
    let value = try JSONValue(parsing: #"{"z":1,"a":2,"m":{"y":3,"b":4}}"#)
    #expect(value.object?.keys == ["z", "a", "m"])
    #expect(value["m"]?.object?.keys == ["y", "b"])
  }

  @Test func `a slice is read where it lies, and places count from its beginning`() throws {
    let bytes = Array("xx[1]yy[2,]".utf8)
    #expect(try JSONValue(parsing: bytes[2..<5]) == [1])
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: bytes[7...]) }
    #expect(error?.position == JSONPosition(line: 1, column: 3, offset: 2))
  }

  @Test func `a large number's exponent costs nothing`() throws {
    let value = try JSONValue(parsing: "[1e999999999999999999999, -1E-999999999999999999999]")
    #expect(value.array?.map(\.int) == [nil, nil])
    #expect(value.array?.map(\.double) == [nil, 0])
  }

  @Test func `ten thousand keys are compared without comparing each with each`() throws {
    var text = "{"
    for number in 0..<10_000 { text += "\"key number \(number)\":\(number)," }
    let value = try JSONValue(parsing: text + "\"last\":null}")
    #expect(value.object?.count == 10_001)
    #expect(value["key number 9999"] == 9999)
    let error = #expect(throws: JSONError.self) {
      try JSONValue(parsing: text + "\"key number 7\":null}")
    }
    #expect(error?.problem == .duplicateKey("key number 7"))
  }
}
