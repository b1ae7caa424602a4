import JSON
import Testing

/// A text that is no JSON, and what is said of it.
struct Refusal: Sendable, CustomTestStringConvertible {
  let bytes: [UInt8]
  let line: Int
  let column: Int
  let problem: JSONProblem

  init(_ text: String, _ line: Int, _ column: Int, _ problem: JSONProblem) {
    self.init([UInt8](text.utf8), line, column, problem)
  }

  init(_ bytes: [UInt8], _ line: Int, _ column: Int, _ problem: JSONProblem) {
    self.bytes = bytes
    self.line = line
    self.column = column
    self.problem = problem
  }

  var testDescription: String { String(decoding: bytes, as: UTF8.self).debugDescription }
}

struct JSONRefusalTests {
  private static let structure: [Refusal] = [
    Refusal("", 1, 1, .endOfInput(expected: "a value")),
    Refusal(" \n ", 2, 2, .endOfInput(expected: "a value")),
    Refusal("[", 1, 2, .endOfInput(expected: #"a value or "]""#)),
    Refusal("[1", 1, 3, .endOfInput(expected: #""," or "]""#)),
    Refusal("[1,", 1, 4, .endOfInput(expected: "a value")),
    Refusal("{", 1, 2, .endOfInput(expected: #"a key in double quotes or "}""#)),
    Refusal("{\"a\"", 1, 5, .endOfInput(expected: #"":""#)),
    Refusal("{\"a\":", 1, 6, .endOfInput(expected: "a value")),
    Refusal("{\"a\":1", 1, 7, .endOfInput(expected: #""," or "}""#)),
    Refusal("{\"a\":1,", 1, 8, .endOfInput(expected: "a key in double quotes")),
    Refusal("[1,]", 1, 3, .trailingComma),
    Refusal("[1\n , ]", 2, 2, .trailingComma),
    Refusal("{\"a\":1,}", 1, 7, .trailingComma),
    Refusal("[,1]", 1, 2, .unexpected(found: "\",\"", expected: "a value")),
    Refusal("[1,,2]", 1, 4, .unexpected(found: "\",\"", expected: "a value")),
    Refusal("[1}", 1, 3, .unexpected(found: "\"}\"", expected: #""," or "]""#)),
    Refusal("[1,}", 1, 4, .unexpected(found: "\"}\"", expected: "a value")),
    Refusal("{\"a\":1]", 1, 7, .unexpected(found: "\"]\"", expected: #""," or "}""#)),
    Refusal("[1 2]", 1, 4, .unexpected(found: "\"2\"", expected: #""," or "]""#)),
    Refusal(
      "{1:2}", 1, 2, .unexpected(found: "\"1\"", expected: #"a key in double quotes or "}""#)),
    Refusal(
      "{'a':0}", 1, 2, .unexpected(found: "\"'\"", expected: #"a key in double quotes or "}""#)),
    Refusal("{\"a\" 1}", 1, 6, .unexpected(found: "\"1\"", expected: #"":""#)),
    Refusal("{\"a\":1,b:2}", 1, 8, .unexpected(found: "\"b\"", expected: "a key in double quotes")),
    Refusal("{\"a\"::1}", 1, 6, .unexpected(found: "\":\"", expected: "a value")),
    Refusal("]", 1, 1, .unexpected(found: "\"]\"", expected: "a value")),
    Refusal("1 2", 1, 3, .unexpected(found: "\"2\"", expected: "the end of the text")),
    Refusal("{}\n}", 2, 1, .unexpected(found: "\"}\"", expected: "the end of the text")),
    Refusal("[] // no", 1, 4, .unexpected(found: "\"/\"", expected: "the end of the text")),
    Refusal("[1]\0", 1, 4, .unexpected(found: "U+0000", expected: "the end of the text")),
    Refusal("{\"a\":1,\"a\":2}", 1, 8, .duplicateKey("a")),
    Refusal("{\"a\":1,\n\"\\u0061\":2}", 2, 1, .duplicateKey("a")),
    Refusal("{\"é\":{\"é\":1},\"b\":[{}],\"é\":2}", 1, 23, .duplicateKey("é")),
  ]

  private static let words: [Refusal] = [
    Refusal("tru", 1, 1, .unexpected(found: "\"tru\"", expected: "a value")),
    Refusal("True", 1, 1, .unexpected(found: "\"True\"", expected: "a value")),
    Refusal("nul]", 1, 1, .unexpected(found: "\"nul\"", expected: "a value")),
    Refusal("[undefined]", 1, 2, .unexpected(found: "\"undefined\"", expected: "a value")),
    Refusal("nullx", 1, 5, .unexpected(found: "\"x\"", expected: "the end of the text")),
    Refusal("[truefalse]", 1, 6, .unexpected(found: "\"f\"", expected: #""," or "]""#)),
    Refusal(
      "[\u{201C}a\u{201D}]", 1, 2,
      .unexpected(found: "U+201C LEFT DOUBLE QUOTATION MARK", expected: "a value")),
    Refusal("[1,\u{A0}2]", 1, 4, .unexpected(found: "U+00A0 NO-BREAK SPACE", expected: "a value")),
    Refusal("[1\u{C}]", 1, 3, .unexpected(found: "U+000C", expected: #""," or "]""#)),
  ]

  private static let numbers: [Refusal] =
    [
      "01", "-01", "00", "+1", ".5", "-.5", "1.]", "1.e2", "1e]", "1e+]", "1.2.3", "1ee2", "1e1.5",
      "0x10", "1_000", "--1", "- 1", "1-", "1+1", "1a", "NaN", "-NaN", "Infinity", "-Infinity",
      "-x", "nan", "-]",
    ].map { text in Refusal("[\n" + text, 2, 1, .invalidNumber) }
    + ["-", "1.", "1e", "1e-"].map { text in
      Refusal(text, 1, text.utf8.count + 1, .endOfInput(expected: "a digit"))
    }

  private static let strings: [Refusal] =
    [#"\ud800"#, #"\udc00"#, #"\ud800x"#, #"\ud800\n"#, #"\ud800\u0041"#, #"\ud800\ud800"#].map {
      escape in Refusal("[\"é\(escape)\"]", 1, 4, .loneSurrogate)
    }
    + (0..<0x20).map { byte in
      Refusal(Array("\"aé".utf8) + [byte, 0x22], 1, 4, .controlCharacter(byte))
    }
    + [
      Refusal("\"", 1, 2, .endOfInput(expected: "a double quote at the string's end")),
      Refusal("\"abc", 1, 5, .endOfInput(expected: "a double quote at the string's end")),
      Refusal("\"a\\n", 1, 5, .endOfInput(expected: "a double quote at the string's end")),
      Refusal(
        "\"\\", 1, 3, .endOfInput(expected: #"one of " \ / b f n r t u after the backslash"#)),
      Refusal(
        #""\x41""#, 1, 3,
        .unexpected(found: "\"x\"", expected: #"one of " \ / b f n r t u after the backslash"#)),
      Refusal(
        #""\u12G4""#, 1, 6,
        .unexpected(found: "\"G\"", expected: #"four hexadecimal digits after \u"#)),
      Refusal(#""\u12"#, 1, 6, .endOfInput(expected: #"four hexadecimal digits after \u"#)),
      Refusal("\"a\\n\nb\"", 1, 5, .controlCharacter(0x0A)),
    ]

  private static let encodings: [Refusal] =
    ([
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80],
      [0xE0, 0x9F, 0xBF], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
      [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xF8, 0x88, 0x80, 0x80, 0x80],
    ] as [[UInt8]]).flatMap { bad in
      [
        Refusal(Array("[\n\"éa".utf8) + bad + Array("b\"]".utf8), 2, 4, .invalidUTF8),
        Refusal(Array("[\"\\n".utf8) + bad + Array("\"]".utf8), 1, 5, .invalidUTF8),
        Refusal(Array("\"".utf8) + bad + [0x01, 0x22], 1, 2, .invalidUTF8),
        Refusal(Array("{\"é\":1}".utf8) + bad, 1, 8, .invalidUTF8),
      ]
    }
    + [
      Refusal("\u{FEFF}{}", 1, 1, .byteOrderMark),
      Refusal([0xFF, 0xFE, 0x5B, 0x00, 0x5D, 0x00], 1, 1, .invalidUTF8),
      Refusal([0x00, 0x5B], 1, 1, .unexpected(found: "U+0000", expected: "a value")),
    ]

  @Test(arguments: structure + words + numbers + strings + encodings)
  func `what is not JSON is refused at its place`(refusal: Refusal) {
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: refusal.bytes) }
    #expect(error?.problem == refusal.problem)
    #expect(error?.line == refusal.line)
    #expect(error?.column == refusal.column)
    #expect(error?.expected == refusal.problem.expected)
  }

  @Test func `composed and decomposed letters are two keys`() throws {
    let value = try JSONValue(parsing: "{\"\u{E9}\":1,\"e\u{301}\":2}")
    #expect(value["\u{E9}"] == 1)
    #expect(value["e\u{301}"] == 2)
    #expect(JSONValue("\u{E9}") != JSONValue("e\u{301}"))
  }

  @Test func `a refusal reads as a sentence`() {
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: "{\n  \"é\": [1,]}") }
    #expect(error?.offset == 12)
    #expect(
      error?.description
        == "line 2, column 10: a comma with nothing after it, expected no comma before the bracket")
  }

  @Test func `a second key is named with its invisible characters escaped`() {
    let error = #expect(throws: JSONError.self) {
      try JSONValue(parsing: "{\"\u{202E}\":1,\"\u{202E}\":2}")
    }
    #expect(error?.description.contains(#"a second key "\u202e", expected each key once"#) == true)
  }
}
