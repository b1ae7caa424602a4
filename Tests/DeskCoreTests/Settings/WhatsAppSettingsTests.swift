import DeskCore
import JSON
import Testing

struct WhatsAppSettingsTests {
  /// The rule of each fault, with its place.
  private func faults(_ json: JSONValue) throws -> [String] {
    try WhatsAppSettings(json: json).faults.map { fault in
      let rule =
        switch fault.problem {
        case .contradiction(let contradiction): contradiction.rule
        case .placeholder, .placeholderMissing: "W13"
        case .unexpected, .unknownKey, .missing, .unreadable, .dangling, .circle: "-"
        }
      return "\(rule) \(fault.path.text)"
    }
  }

  @Test func `W13 the texts that nobody changed hold what they may hold`() throws {
    #expect(WhatsAppSettings().faults == [])
  }

  @Test(arguments: [(4095, 0), (4096, 1)])
  func `W13 a text is as long as it has characters, seen or not`(marks: Int, faults: Int) throws {
    let text = "a" + String(repeating: "\u{301}", count: marks)
    #expect(try self.faults(["texts": ["askEmail": JSONValue(text)]]).count == faults)
  }

  @Test(
    arguments: [
      ([:], []), (["openOnConversationStart": false], []),
      (["openOnConversationStart": true], ["W1 whatsapp.openOnConversationStart"]),
      (
        ["openOnConversationStart": true, "title": "T"], ["W1 whatsapp.openOnConversationStart"]
      ),
      (
        ["openOnConversationStart": true, "team": "t"], ["W1 whatsapp.openOnConversationStart"]
      ),
      (["openOnConversationStart": true, "title": "T", "team": "t"], []),
    ] as [(JSONValue, [String])])
  func `W1 opening by itself needs a title and a team`(json: JSONValue, found: [String]) throws {
    #expect(try faults(json) == found)
  }

  @Test(
    arguments: [
      (["required": true, "maxAttempts": 3], ["W2 whatsapp.email.maxAttempts"]),
      (["maxAttempts": 3], ["W2 whatsapp.email.maxAttempts"]),
      (["required": false, "maxAttempts": 3], []), (["required": false], []),
      (["required": true], []),
    ] as [(JSONValue, [String])])
  func `W2 attempts and a required e-mail do not stand together`(
    json: JSONValue, found: [String]
  ) throws {
    #expect(try faults(["email": json]) == found)
  }

  @Test func `W2 attempts are three unless set, and none where an e-mail is required`() {
    var email = EmailRequest()
    #expect(email.attempts == nil)
    email.required = false
    #expect(email.attempts == 3)
    email.maxAttempts = 5
    #expect(email.attempts == 5)
  }

  /// Every text refuses what it cannot hold, at its own place.
  @Test(
    arguments: [
      (["title": "{x}"], "title"), (["title": "{ticket}"], "title"),
      (["texts": ["askEmail": "{x}"]], "texts.askEmail"),
      (["texts": ["askAgain": "{ticket}"]], "texts.askAgain"),
      (["texts": ["menu": "{"]], "texts.menu"),
      (["texts": ["link": "aberto"]], "texts.link"),
      (["texts": ["link": "{ticket} {x}"]], "texts.link"),
      (["mail": ["opened": ["subject": "{x}"]]], "mail.opened.subject"),
      (["mail": ["opened": ["body": "{ticket}"]]], "mail.opened.body"),
      (["mail": ["welcome": ["subject": "{x}"]]], "mail.welcome.subject"),
      (["mail": ["welcome": ["body": "{x}"]]], "mail.welcome.body"),
      (["mail": ["welcome": ["password": "{token}"]]], "mail.welcome.password"),
      (["closing": ["message": "{x}"]], "closing.message"),
    ] as [(JSONValue, String)])
  func `W13 a text with anything else in braces is refused`(json: JSONValue, key: String) throws {
    #expect(try faults(json) == ["W13 whatsapp.\(key)"])
  }
}
