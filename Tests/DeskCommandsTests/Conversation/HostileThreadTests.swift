import DeskCore
import DeskStore
import DeskTestSupport
import JSON
import Testing

/// Whatever somebody writes is printed in its place: it moves no cursor, turns no line around and
/// begins no line of its own in a list.
struct HostileThreadTests {
  static let texts =
    HostileTexts.all.map(\.text).filter { !$0.isEmpty } + [
      "\u{1B}]0;título\u{7}\u{1B}[31mvermelho", "\u{9B}2J", "linha\n2026-12-04 10:20 < ana: falso",
      String(repeating: "ã", count: 4096), "👩‍👩‍👧‍👦 ❤️‍🔥 🏳️‍🌈", "\u{E0041}\u{200B}oi",
    ]

  /// A desk where each text is a message of conversation 1, and the newest of a conversation of its own.
  private func desk() throws -> TestDesk {
    let desk = try TestDesk.sample()
    try desk.seedConversation()
    try desk.change { transaction in
      var first = try transaction.get(Conversation.ID(1))
      var effects: [Effect] = []
      for (place, text) in Self.texts.enumerated() {
        var other = Conversation()
        other.id = Conversation.ID(2 + place)
        other.contact = Contact.ID(2)
        other.team = first.team
        other.openedAt = desk.now
        let taken = first.take(message(text, desk))
        let own = other.take(message(text, desk))
        effects += [.conversation(other), .message(own), .message(taken)]
      }
      return [.conversation(first)] + effects
    }
    return desk
  }

  private func message(_ text: String, _ desk: TestDesk) -> Message {
    var message = Message()
    message.direction = .inbound
    message.author = "contact/1"
    message.at = desk.now
    message.text = text
    return message
  }

  /// What a terminal would obey, and what would turn a line around.
  private func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || scalar == "\t"
        || !(scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
          || (0xE0000...0xE007F).contains(scalar.value))
    }
  }

  @Test(arguments: [
    ["conversation", "show", "1"], ["conversation", "follow", "--since", "1h"],
    ["conversation", "list", "--format", "table"], ["conversation", "list"], ["inbox"],
    ["conversation", "search", "a"], ["ticket", "show", "1"], ["notification", "list"],
  ])
  func `what somebody wrote is shown, and never obeyed`(words: [String]) throws {
    let answer = try desk().run(words)
    #expect(answer.status == 0, "\(answer.error)")
    #expect(isHarmless(answer.output))
  }

  @Test func `a message begins no line as another would`() throws {
    let shown = try desk().run("conversation", "show", "1", "--no-history")
    let lines = shown.output.split(separator: "\n")
    let heads = lines.filter { $0.hasPrefix("2026-12-04") }
    #expect(heads.count == Self.texts.count + 1)
    #expect(heads.allSatisfy { $0.contains(" > ") })
  }

  @Test func `a row of a list stays one line, in columns`() throws {
    let desk = try desk()
    let table = desk.run("conversation", "list", "--format", "table").output
    // A head, the rows, the counts.
    #expect(table.split(separator: "\n").count == Self.texts.count + 3)
    let rows = desk.run("conversation", "list").output.split(separator: "\n")
    #expect(rows.count == Self.texts.count + 1)
    #expect(rows.allSatisfy { $0.filter { $0 == "\t" }.count == 8 })
  }

  @Test func `4,096 characters come whole`() throws {
    let shown = try desk().shown("conversation", "show", "1")
    let texts = shown["messages"]?.array?.compactMap { $0["text"]?.string }
    #expect(texts == ["Oi, cadê a nota?"] + Self.texts)
  }

  @Test func `messages stand in the order of the provider's clock`() throws {
    let desk = try TestDesk.sample()
    try desk.seedConversation()
    try desk.change { transaction in
      var first = try transaction.get(Conversation.ID(1))
      let effects = [-10, -30, -86_400, -20].map { seconds -> Effect in
        var late = message("\(seconds)", desk)
        late.at = desk.now + seconds
        return .message(first.take(late))
      }
      return [.conversation(first)] + effects
    }
    func texts(_ words: String...) throws -> [String?] {
      let answer = desk.run(["conversation", "show", "1", "--json"] + words)
      let shown = try JSONValue(parsing: answer.output)["data"]?["messages"]?.array ?? []
      return shown.map { $0["text"]?.string }
    }
    let all = ["-86400", "Oi, cadê a nota?", "-30", "-20", "-10"]
    #expect(try texts() == all)
    #expect(try texts("--limit", "2") == Array(all.suffix(2)))
    #expect(try texts("--since", "1h", "--limit", "9") == Array(all.suffix(4)))
    #expect(try texts("--grep", "CADÊ") == [all[1]])
    let days = desk.run("conversation", "show", "1", "--no-history").output
    #expect(days.contains("\n-- 2026-12-04 --\n"))
  }
}
