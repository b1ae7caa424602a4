import DeskCore
import DeskStore
import DeskTestSupport
import JSON
import Testing

/// Rules of conversations that no other test is named after, each from the command line.
struct ConversationRuleTests {
  private func desk(_ channel: Channel = .whatsapp) throws -> TestDesk {
    let desk = try TestDesk.sample()
    let set = desk.run("config", "set", "whatsapp.window=yes", "livechat.enabled=yes")
    #expect(set.status == 0, "\(set.error)")
    try desk.seedConversation(silence: 60)
    try desk.change { transaction in
      var first = try transaction.get(Conversation.ID(1))
      first.channel = channel
      first.team = try Team.ID(text: "financeiro")
      return [.conversation(first)]
    }
    return desk
  }

  private func numbers(_ desk: TestDesk, _ agent: String) -> String {
    desk.run("conversation", "list", "--view", "new", "-q", "--as", agent).output
  }

  @Test func `C3 a team's agents see its new ones; livechat's, every licensed agent`() throws {
    // Ana: suporte, licensed; bruno: financeiro, not licensed.
    let whatsapp = try desk()
    #expect(numbers(whatsapp, "ana") == "" && numbers(whatsapp, "bruno") == "1\n")
    let livechat = try desk(.livechat)
    #expect(numbers(livechat, "ana") == "1\n" && numbers(livechat, "bruno") == "")
  }

  @Test func `C13 in a new conversation the window of a closed one counts`() throws {
    let desk = try desk()
    try desk.change { transaction in
      var closed = try transaction.get(Conversation.ID(1))
      closed.state = .closed
      var next = closed
      next.id = Conversation.ID(2)
      next.state = .open
      next.rev = 0
      next.lastInboundAt = nil
      next.messageCount = 0
      return [.conversation(closed), .conversation(next)]
    }
    // She wrote a minute ago, and never in the new one.
    let said = desk.run("conversation", "say", "2", "Bom dia!", "--as", "bruno")
    #expect(said.status == 0, "\(said.error)")
    #expect(said.output.contains("the window is open for 23 h 59 min more"))
    desk.now = desk.now + 86_340
    #expect(desk.run("conversation", "say", "2", "Ainda?", "--as", "bruno").status == 5)
  }

  @Test func `C16 no canned response is an empty list, and success`() throws {
    let desk = try TestDesk.sample()
    let listed = desk.run("canned", "list", "-q").output.split(separator: "\n").map(String.init)
    #expect(!listed.isEmpty)
    for name in listed { #expect(desk.run("canned", "remove", name).status == 0) }
    let none = desk.run("canned", "list")
    #expect(none.status == 0 && none.output == "" && none.error == "")
    let json = try JSONValue(parsing: desk.run("canned", "list", "--json").output)
    #expect(json["data"]?.array?.isEmpty == true)
  }

  @Test func `C17 the first to answer has it, and the other is told whose it is`() throws {
    let desk = try desk(.livechat)
    #expect(desk.run("agent", "set", "bruno", "--licences", "livechat").status == 0)
    #expect(numbers(desk, "ana") == "1\n" && numbers(desk, "bruno") == "1\n")
    #expect(desk.run("conversation", "say", "1", "Oi!", "--as", "ana").status == 0)
    #expect(numbers(desk, "bruno") == "")
    let second = desk.run("conversation", "say", "1", "Bom dia!", "--as", "bruno")
    #expect(second.status == 5)
    #expect(second.error.contains("C17") && second.error.contains("ana"), "\(second.error)")
    let texts = try desk.shown("conversation", "show", "1")["messages"]?.array?.compactMap {
      $0["text"]?.string
    }
    #expect(texts == ["Oi, cadê a nota?", "Oi!"])
    // Who sees all writes in another's, and it stays theirs.
    #expect(desk.run("conversation", "say", "1", "Da chefia.", "--as", "bia").status == 0)
    #expect(try desk.shown("conversation", "show", "1")["assignee"]?.string == "ana")
  }

  @Test func `C18 only who is not registered is edited, and both make them registered`() throws {
    let desk = try desk()
    let known = desk.run("conversation", "requester", "1", "--name", "Eva")
    #expect(known.status == 5 && known.error.contains("C18"), "\(known.error)")
    try desk.change { transaction in
      var contact = Contact()
      contact.id = Contact.ID(try transaction.nextNumber(.contact))
      contact.phones = PhoneNumber(e164: "+5511955550001").map { [$0] } ?? []
      var conversation = try transaction.get(Conversation.ID(1))
      conversation.contact = contact.id
      return [.contact(contact), .conversation(conversation)]
    }
    func requester(_ words: String...) -> TestDesk.Answer {
      desk.run(["conversation", "requester", "1"] + words)
    }
    #expect(requester("--name", "Eva").status == 0)
    let contact = try desk.shown("conversation", "show", "1")["contact"]?.int ?? 0
    #expect(try desk.shown("contact", "show", String(contact))["registered"]?.bool == false)
    let saved = requester("--email", "eva@nova.example")
    #expect(saved.status == 0 && saved.output.contains("registered"), "\(saved.output)")
    #expect(requester("--name", "Outra").status == 5)
  }

  @Test func `C20 one ticket for each without one, and none when run again`() throws {
    let desk = try desk()
    try desk.change { transaction in
      let first = try transaction.get(Conversation.ID(1))
      return [2, 3].map { number in
        var other = first
        other.id = Conversation.ID(number)
        other.rev = 0
        other.lastTicket = nil
        other.messageCount = 0
        return .conversation(other)
      }
    }
    let made = desk.run("conversation", "ticket", "--all", "--yes")
    #expect(made.status == 0, "\(made.error)")
    #expect(desk.run("ticket", "list", "--all", "-q").output == "1\n2\n3\n")
    #expect(desk.run("conversation", "ticket", "--all", "--yes").status == 0)
    #expect(desk.run("ticket", "list", "--all", "-q").output == "1\n2\n3\n")
  }
}
