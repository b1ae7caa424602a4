import DeskCore
import DeskStore
import DeskTestSupport
import JSON
import Testing

/// C1, C6, C12: what shows only where agents, the settings and the store meet.
struct ConversationSightTests {
  /// Conversation 1 is open and its team's, 2 is closed and was bia's, 3 is closed and nobody's.
  func desk() throws -> TestDesk {
    let desk = try TestDesk.sample()
    try desk.seedConversation()
    try desk.change { transaction in
      let first = try transaction.get(Conversation.ID(1))
      return try [("bia", 2), (nil, 3)].map { agent, number in
        var closed = first
        closed.id = Conversation.ID(number)
        closed.state = .closed
        closed.messageCount = 0
        closed.assignee = try agent.map { try Agent.ID(text: $0) }
        return .conversation(closed)
      }
    }
    return desk
  }

  @Test func `C1 of closed ones an agent sees theirs, and nobody's of their teams`() throws {
    let desk = try desk()
    let views = [("ana", "3\n"), ("bia", "3\n2\n")]
    for (agent, seen) in views {
      let list = desk.run("conversation", "list", "--view", "closed", "-q", "--as", agent)
      #expect(list.output == seen, "\(agent)")
      let whole = desk.run("conversation", "list", "--view", "closed", "-q")
      #expect(whole.output == "3\n2\n")
    }
    #expect(desk.run("conversation", "show", "2", "--as", "ana").status == 3)
    #expect(desk.run("conversation", "history", "2", "--as", "ana").status == 3)
  }

  @Test func `C1 closed ones come newest first, as many as are asked for`() throws {
    let desk = try desk()
    let newest = desk.run("conversation", "list", "--view", "closed", "-q", "--limit", "1")
    #expect(newest.output == "3\n")
  }

  @Test func `C15 a ticket of a team that one does not see leaks nowhere`() throws {
    let desk = try desk()
    try desk.change { transaction in
      var ticket = try transaction.get(Ticket.ID(1))
      ticket.team = try Team.ID(text: "vendas")
      var contact = try transaction.get(Contact.ID(1))
      contact.lastTicket = ticket.id
      return [.ticket(ticket), .contact(contact)]
    }
    #expect(try desk.shown("conversation", "show", "1")["whatsappTicket"] == 1)
    let hidden = desk.run("conversation", "show", "1", "--json", "--as", "ana")
    #expect(try JSONValue(parsing: hidden.output)["data"]?["whatsappTicket"] == .null)
  }

  @Test func `C1 what one does not see is not completed, counted or told`() throws {
    let desk = try desk()
    #expect(desk.run("conversation", "say", "1", "Bom dia", "--as", "ana").status == 0)
    let added = desk.run(
      "schedule", "add", "--contact", "1", "--agent", "ana", "--team", "suporte", "--at", "+1h",
      "-m", "Oi", "--comment", "x")
    #expect(added.status == 0, "\(added.error)")
    func bruno(_ words: String...) -> String { desk.run(words + ["--as", "bruno"]).output }
    for noun in ["outbox", "schedule", "ticket", "conversation"] {
      func offered(to agent: String) -> String {
        desk.environment["DESKCTL_AGENT"] = agent
        defer { desk.environment["DESKCTL_AGENT"] = nil }
        return desk.run("__complete", "bash", "deskctl \(noun) show ", "").output
      }
      #expect(offered(to: "ana").contains("1"), "\(noun)")
      #expect(!offered(to: "bruno").contains("1"), "\(noun)")
    }
    let keys = ["openTickets", "outbox", "nextDue"]
    let (seen, all) = try (desk.shown("status", "--as", "bruno"), desk.shown("status"))
    for key in keys { #expect(seen[key] != all[key], "\(key)") }
    #expect(!bruno("status").contains("schedule/1"))
  }

  @Test func `C1 status is refused to who may not act as another`() throws {
    let desk = try TestDesk.sample()
    #expect(desk.run("status", "--as", "ninguem").status == 3)
    desk.user = 12_345
    // Whoever may read the files, and is no agent, is told how the desk stands.
    #expect(desk.run("status").status != 11)
    let other = desk.run("status", "--as", "ana")
    #expect(other.status == 11 && other.output.isEmpty, "\(other)")
    desk.environment["DESKCTL_AGENT"] = "ana"
    #expect(desk.run("status").status == 11)
  }

  @Test func `C1 the log tells an agent nothing of what they do not see`() throws {
    let desk = try TestDesk.sample()
    Customer(desk, phone: "5511987654321").says("Oi")
    let whole = desk.run("why", "contact/1").output
    #expect(whole.contains("ticket/1") && whole.contains("conversation/1"), "\(whole)")
    let told = desk.run("why", "contact/1", "--as", "bruno")
    #expect(told.status == 0 && !told.output.contains("ticket/1"), "\(told.output)")
    #expect(!told.output.contains("conversation/1"), "\(told.output)")
  }

  @Test func `C1 a change shows no ticket and no cause that one does not see`() throws {
    let desk = try desk()
    try desk.change { transaction in
      var ticket = try transaction.get(Ticket.ID(1))
      ticket.team = try Team.ID(text: "vendas")
      var conversation = try transaction.get(Conversation.ID(1))
      conversation.tickets = [ticket.id]
      conversation.lastTicket = ticket.id
      var step = HistoryEntry()
      step.cause = ticket.reference
      conversation.history = [step]
      return [.ticket(ticket), .conversation(conversation)]
    }
    for verb in ["resolve", "resolve", "pending", "claim", "claim", "close"] {
      let answer = desk.run("conversation", verb, "1", "--json", "--as", "ana")
      #expect(answer.status == 0, "\(answer.error)")
      let record = try JSONValue(parsing: answer.output)["data"] ?? .null
      #expect(record["id"] == 1 && record["tickets"] == [] && record["lastTicket"] == .null)
      #expect(!answer.output.contains("ticket/1"), "\(verb): \(answer.output)")
    }
    let history = desk.run("conversation", "history", "1", "--json", "--as", "ana").output
    #expect(!history.contains("ticket/1"), "\(history)")
    #expect(desk.run("conversation", "history", "1", "--json").output.contains("ticket/1"))
  }

  @Test func `S6 validate tells an agent of no schedule that they do not see`() throws {
    let desk = try TestDesk.sample()
    try desk.seedConversation()
    let added = desk.run(
      "schedule", "add", "--contact", "1", "--agent", "ana", "--team", "suporte", "--at", "+1h",
      "-m", "Oi", "--comment", "x")
    #expect(added.status == 0, "\(added.error)")
    #expect(desk.run("agent", "set", "ana", "--teams", "vendas").status == 0)
    #expect(desk.run("config", "validate").error.contains("schedule/1"))
    #expect(!desk.run("config", "validate", "--as", "bruno").error.contains("schedule/1"))
  }

  @Test func `C12 a message exactly so many hours old is one of them`() throws {
    for (silence, status) in [(3600, Int32(0)), (3601, 5)] {
      let desk = try TestDesk.sample()
      try desk.seedConversation(silence: silence)
      #expect(desk.run("ticket", "add", "--title", "Nota", "--team", "suporte").status == 0)
      let linked = desk.run(
        "conversation", "link", "1", "--ticket", "2", "--since", "1h", "--yes")
      #expect(linked.status == status, "\(linked.error)")
    }
  }

  @Test func `the last messages are read from the end, and are the same`() throws {
    let desk = try TestDesk.sample()
    try desk.seedConversation()
    try desk.change { transaction in
      var conversation = try transaction.get(Conversation.ID(1))
      let messages = (0..<300).map { number in
        var message = Message()
        message.author = "ana"
        message.at = desk.now
        message.text = String(repeating: "é\(number) ", count: 40)
        return Effect.message(conversation.take(message))
      }
      return [.conversation(conversation)] + messages
    }
    func places(_ words: String...) throws -> [JSONValue?] {
      let answer = desk.run(["conversation", "show", "1", "--json"] + words)
      let shown = try JSONValue(parsing: answer.output)["data"]?["messages"]?.array ?? []
      return shown.map { $0["id"] }
    }
    let all = try places()
    #expect(all.count == 301)
    for count in [1, 20, 299, 300, 301, 302, Int.max] {
      #expect(try places("--limit", String(count)) == Array(all.suffix(count)), "\(count)")
    }
  }
}
