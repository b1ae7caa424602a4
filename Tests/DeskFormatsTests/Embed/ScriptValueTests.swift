import DeskFormats
import DeskTestSupport
import JSON
import Testing

struct ScriptValueTests {
  /// What may stand in a script: whatever a text holds, it comes out in these.
  private static let plain = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 !#()+,-./:;=?@_\\\"".utf8)

  @Test(arguments: HostileTexts.all)
  func `L8 a text stays in its string and says the same`(name: String, text: String) throws {
    let script = ScriptValue(JSONValue(text)).script
    #expect(script.utf8.allSatisfy(Self.plain.contains))
    // Between the quotes that begin and end it every quote and backslash is an escape's.
    let inside = script.dropFirst().dropLast()
    #expect(!inside.contains("\""))
    #expect(!inside.replacing(/\\u[0-9a-f]{4}/, with: "").contains("\\"))
    #expect(try JSONValue(parsing: script).string.map { Array($0.utf8) } == Array(text.utf8))
  }

  /// Every scalar by itself, and before and behind a plain letter.
  @Test func `L8 no character leaves its string`() throws {
    let scalars = (0...0x10FFFF).compactMap(Unicode.Scalar.init)
    let cases = Exhaustion.some(Array(scalars), atMost: 4000) + scalars.prefix(0x3000)
    var failures = 0
    for scalar in cases {
      let text = "a\(Character(scalar))b"
      let script = ScriptValue(JSONValue(text)).script
      let isSame = try JSONValue(parsing: script).string?.utf8.elementsEqual(text.utf8) ?? false
      if !isSame || !script.utf8.allSatisfy(Self.plain.contains) { failures += 1 }
    }
    try Exhaustion.count("characters in a page's code", cases: cases.count, failures: failures)
    #expect(failures == 0)
  }

  @Test func `L8 a key is a text as any other`() throws {
    let inside: JSONValue = ["x": [1, .null, true, "-"]]
    let object = JSONValue(JSONObject(uniqueMembers: [("</script>", inside)]))
    let script = ScriptValue(object).script
    #expect(!script.contains("<"))
    #expect(try JSONValue(parsing: script) == object)
  }

  @Test(arguments: HostileTexts.all)
  func `L8 a text of a page is no markup`(name: String, text: String) {
    let html = HTMLText(text).html
    #expect(html.unicodeScalars.allSatisfy { !"<>\"'\0".unicodeScalars.contains($0) })
    #expect(!html.replacing(/&(amp|lt|gt|quot|#39);/, with: "").contains("&"))
  }
}
