import JSON
import Testing

struct JSONPositionTests {
  private let text = Array(
    """
    { "é" : [ 1, {"b": [true,
      "x"]} ],
      "\\u0062": { } }
    """.utf8)

  private func place(_ path: JSONPath, key: Bool = false) -> [Int]? {
    JSONValue.position(of: path, in: text, key: key).map { place in [place.line, place.column] }
  }

  @Test func `a value is found by its path`() {
    #expect(place([]) == [1, 1])
    #expect(place([.key("é")]) == [1, 9])
    #expect(place([.key("é"), .index(0)]) == [1, 11])
    #expect(place([.key("é"), .index(1)]) == [1, 14])
    #expect(place([.key("é"), .index(1), .key("b")]) == [1, 20])
    #expect(place([.key("é"), .index(1), .key("b"), .index(1)]) == [2, 3])
    #expect(place([.key("b")]) == [3, 13])
  }

  @Test func `a key is found by its path`() {
    #expect(place([.key("é")], key: true) == [1, 3])
    #expect(place([.key("é"), .index(1), .key("b")], key: true) == [1, 15])
    #expect(place([.key("b")], key: true) == [3, 3])
    #expect(place([.key("é"), .index(1)], key: true) == [1, 14])
    #expect(place([], key: true) == [1, 1])
  }

  @Test(
    arguments: [
      [.key("z")], [.index(0)], [.key("é"), .index(2)], [.key("é"), .index(-1)],
      [.key("é"), .key("b")], [.key("b"), .key("c")], [.key("e\u{301}")],
      [.key("é"), .index(0), .index(0)],
    ] as [JSONPath])
  func `what is not there has no place`(path: JSONPath) {
    #expect(place(path) == nil)
  }

  @Test func `a text that is not valid has places up to its fault`() {
    let broken = Array(#"{"a":1,"b":tru,"c":2}"#.utf8)
    #expect(JSONValue.position(of: [.key("a")], in: broken)?.offset == 5)
    #expect(JSONValue.position(of: [.key("c")], in: broken) == nil)
    #expect(JSONValue.position(of: [.key("a")], in: []) == nil)
    #expect(JSONValue.position(of: [.index(0)], in: Array("[]".utf8)) == nil)
    #expect(JSONValue.position(of: [.index(0)], in: Array("[".utf8)) == nil)
  }

  @Test(
    arguments: [
      ([], ""), ([.key("desk"), .key("email"), .index(2), .key("name")], "desk.email[2].name"),
      ([.index(0), .index(1)], "[0][1]"), ([.index(0), .key("a-b_$1")], "[0].a-b_$1"),
      ([.key("seg.-sex.")], #"["seg.-sex."]"#), ([.key("a"), .key("")], #"a[""]"#),
      ([.key("ção")], "ção"), ([.key("\u{202E}\"")], #"["\u202e\""]"#),
    ] as [(JSONPath, String)])
  func `a path reads as a person writes it`(path: JSONPath, expected: String) {
    #expect(path.text == expected)
  }
}
