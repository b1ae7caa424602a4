import DeskCore
import DeskFormats
import JSON
import Testing

/// What a page asks, read from its body.
struct VisitorCallTests {
  static let token = String(repeating: "0a", count: 16)
  static let uuid = "9F1C0E6A-0000-4000-8000-0123456789AB"

  static let good: JSONObject = [
    "channel": "livechat", "token": JSONValue(token), "name": " Carla Dias ",
    "email": "Carla@Loja.example", "id": JSONValue(uuid), "text": "Oi!",
    "page": "https://www.loja.example/x?y=1",
  ]

  static func body(_ object: JSONObject) -> [UInt8] { Array(JSONValue.object(object).text().utf8) }

  static func changed(_ key: String, _ value: JSONValue?) -> [UInt8] {
    var object = good
    object[key] = value
    return body(object)
  }

  @Test func `L9 a first message is read whole`() throws {
    let start = try VisitorCall.start(Self.body(Self.good))
    #expect(start.details.name == "Carla Dias")
    #expect(start.details.email.text == "Carla@loja.example")
    #expect(start.line.id.text == Self.uuid.lowercased())
    #expect(start.line.text.text == "Oi!")
    #expect(start.line.token.hash == SHA256.hash(Array(Self.token.utf8)).hexadecimal)
    #expect(try VisitorCall.start(Self.changed("page", .null)).details.page == nil)
  }

  /// A key, what stands there instead, and the refusal.
  static let refusals: [(String, JSONValue?, WebRefusal)] = [
    ("channel", "whatsapp", .badRequest), ("channel", nil, .badRequest),
    ("token", "0A", .badRequest), ("token", JSONValue(token.uppercased()), .badRequest),
    ("token", JSONValue(token + "0"), .badRequest), ("token", nil, .badRequest),
    ("id", "1", .badRequest), ("id", JSONValue(uuid + "0"), .badRequest),
    ("id", "9F1C0E6A0-000-4000-8000-0123456789AB", .badRequest),
    ("name", "", .name), ("name", "  ", .name), ("name", "a\nb", .name), ("name", 7, .badRequest),
    ("name", JSONValue(String(repeating: "a", count: 101)), .name),
    ("email", "carla", .email), ("email", "", .email), ("email", "a@b", .email),
    ("text", "", .text), ("text", " \n", .text), ("text", ["a"], .badRequest),
    ("text", JSONValue(String(repeating: "é", count: 4097)), .text),
    ("page", "javascript:alert(1)", .badRequest), ("page", 1, .badRequest),
    ("more", "x", .badRequest), ("__proto__", [:], .badRequest),
  ]

  @Test(arguments: refusals.indices)
  func `L9 what is not valid is refused by its own word`(place: Int) {
    let (key, value, refusal) = Self.refusals[place]
    #expect(throws: refusal, "\(key)") { try VisitorCall.start(Self.changed(key, value)) }
  }

  @Test(arguments: [
    "", "[]", "null", "{", "{\"token\":1}", "{\"token\":\"x\",\"token\":\"y\"}", "\u{FF}",
  ])
  func `a body that is none is refused`(text: String) {
    let body = Array(text.utf8)
    #expect(throws: WebRefusal.badRequest) { try VisitorCall.start(body) }
    #expect(throws: WebRefusal.badRequest) { try VisitorCall.say(body) }
    #expect(throws: WebRefusal.badRequest) { try VisitorCall.poll(body) }
    #expect(throws: WebRefusal.badRequest) { try VisitorCall.end(body) }
  }

  @Test func `a text of 4096 characters is taken`() throws {
    let text = String(repeating: "é", count: 4096)
    #expect(try VisitorCall.start(Self.changed("text", JSONValue(text))).line.text.text == text)
  }

  @Test func `L9 ids of two visitors never meet`() throws {
    let id = try #require(VisitorMessageID(Self.uuid))
    let first = try #require(VisitorToken(Self.token))
    let second = try #require(VisitorToken(String(Self.token.reversed())))
    #expect(id.key(of: first.hash) != id.key(of: second.hash))
    #expect(VisitorMessageID.text(ofKey: id.key(of: first.hash)) == Self.uuid.lowercased())
  }
}
