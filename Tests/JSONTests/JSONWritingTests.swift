import JSON
import Testing

struct JSONWritingTests {
  @Test(
    arguments: [
      (nil, "null"), (true, "true"), (false, "false"), (-7, "-7"), ("a", "\"a\""), ([], "[]"),
      ([:], "{}"), ([1, [nil]], "[1,[null]]"),
      (["b": 1, "a": ["c": []]], #"{"b":1,"a":{"c":[]}}"#),
    ] as [(JSONValue, String)])
  func `a value is written without white space`(value: JSONValue, expected: String) {
    #expect(value.text() == expected)
    #expect(value.serialized() == Array(expected.utf8))
  }

  @Test(arguments: ["", "a", "\"", "é😀", "a\\b\n\u{1}", "plain and long enough for a word \u{1F}"])
  func `a string alone is written as its value is`(text: String) {
    var bytes: [UInt8] = [1]
    JSONValue.write(text, into: &bytes)
    #expect(bytes == [1] + JSONValue(text).serialized())
  }

  @Test func `a value is laid out with two spaces a level`() {
    let value: JSONValue = ["a": [1, ["b": nil], [], [:]], "c": [:], "d": "x"]
    #expect(
      value.text(.pretty) == """
        {
          "a": [
            1,
            {
              "b": null
            },
            [],
            {}
          ],
          "c": {},
          "d": "x"
        }
        """)
    #expect((5 as JSONValue).text(.pretty) == "5")
  }

  @Test(arguments: [
    ("\"\\/", #"\"\\/"#, #"\"\\/"#, #"\"\\/"#),
    ("\u{8}\u{C}\n\r\t", #"\b\f\n\r\t"#, #"\b\f\n\r\t"#, #"\b\f\n\r\t"#),
    ("\0\u{1B}\u{1F} ", #"\u0000\u001b\u001f "#, #"\u0000\u001b\u001f "#, #"\u0000\u001b\u001f "#),
    ("a\u{7F}b", "a\u{7F}b", #"a\u007fb"#, #"a\u007fb"#),
    ("\u{80}\u{9F}\u{A0}", "\u{80}\u{9F}\u{A0}", "\\u0080\\u009f\u{A0}", "\\u0080\\u009f\u{A0}"),
    ("</script>&", "</script>&", "</script>&", #"\u003c/script\u003e\u0026"#),
    ("é€😀", "é€😀", "é€😀", "é€😀"),
  ])
  func `what must be escaped is`(text: String, minimal: String, terminal: String, html: String) {
    #expect(JSONValue(text).text() == "\"" + minimal + "\"")
    #expect(JSONValue(text).text(escaping: .terminal) == "\"" + terminal + "\"")
    #expect(JSONValue(text).text(escaping: .html) == "\"" + html + "\"")
  }

  @Test(
    arguments: [
      0x61C...0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xE0000...0xE007F,
    ] as [ClosedRange<UInt32>])
  func `characters that hide or turn text are escaped`(range: ClosedRange<UInt32>) throws {
    for code in range.lowerBound - 1...range.upperBound + 1 {
      let scalar = try #require(Unicode.Scalar(code))
      let value: JSONValue = [JSONValue("aé" + String(scalar) + "é")]
      for escaping in [JSONEscaping.terminal, .html] {
        let text = value.text(escaping: escaping)
        #expect(text.unicodeScalars.contains(scalar) == !range.contains(code))
        #expect(try JSONValue(parsing: text) == value)
      }
      #expect(value.text().unicodeScalars.contains(scalar))
    }
  }

  @Test func `a scalar beyond U+FFFF is escaped as a pair`() {
    #expect(JSONValue("\u{E0041}").text(escaping: .terminal) == #""\udb40\udc41""#)
  }

  @Test func `keys are escaped as strings are`() {
    let value: JSONValue = ["a\n<": 1]
    #expect(value.text(escaping: .html) == #"{"a\n\u003c":1}"#)
  }

  @Test func `writing appends to what is there`() {
    var bytes = Array("x".utf8)
    JSONValue([1]).write(into: &bytes)
    JSONValue("é").write(into: &bytes, .pretty, escaping: .html)
    #expect(String(decoding: bytes, as: UTF8.self) == "x[1]\"é\"")
  }

  @Test func `a string far over the writer's first memory is written`() {
    let long = String(repeating: "0123456789é", count: 10_000)
    #expect(JSONValue(long).text() == "\"" + long + "\"")
  }
}
