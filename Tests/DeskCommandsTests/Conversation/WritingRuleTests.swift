import DeskCore
import DeskStore
import DeskTestSupport
import JSON
import Testing

/// Rules that show only where agents, the settings and the store meet.
struct WritingRuleTests {
  func desk(window: Bool = false, segmented: Bool = false, silence: Int = 3600) throws -> TestDesk {
    let desk = try TestDesk.sample()
    #expect(desk.run("config", "set", "whatsapp.window=\(window ? "yes" : "no")").status == 0)
    let views = "whatsapp.segmentedViews=\(segmented ? "yes" : "no")"
    #expect(desk.run("config", "set", views).status == 0)
    try desk.seedConversation(silence: silence)
    return desk
  }

  func say(_ desk: TestDesk, _ agent: String) -> TestDesk.Answer {
    desk.run("conversation", "say", "1", "Oi", "--as", agent)
  }

  @Test func `C13 free text goes until a second before 24 hours, then no more`() throws {
    for (silence, status) in [(0, Int32(0)), (86_399, 0), (86_400, 5), (200_000, 5)] {
      let desk = try desk(window: true, silence: silence)
      #expect(say(desk, "ana").status == status)
      #expect(desk.run("whatsapp", "window", "1").status == (status == 0 ? 0 : 1))
      let sent = desk.run(
        "conversation", "template", "1", "lembrete-visita", "--param", "nome=Carla", "--param",
        "data=05/12", "--param", "hora=10h", "--as", "ana")
      #expect(sent.status == 0, "\(sent.error)")
    }
  }

  @Test func `C13 window says since when and until when, at any time`() throws {
    let desk = try desk(window: true)
    let open = desk.run("whatsapp", "window", "1")
    #expect(
      open.output
        == "open: Carla Dias last wrote Fri 2026-12-04 09:20, 1 h ago; "
        + "free text may go until Sat 2026-12-05 09:20, in 23 h\n")
    let later = desk.run("whatsapp", "window", "1", "--at", "+23h", "--lang", "pt-BR")
    #expect(later.status == 1)
    #expect(
      later.output
        == "fechada desde sáb 05/12/2026 09:20, em 23 h: Carla Dias escreveu pela última vez "
        + "sex 04/12/2026 09:20, há 1 h; só um modelo pode ir\n")
    let json = try desk.shown("whatsapp", "window", "1")
    #expect(json["closesAt"]?.string == "2026-12-05T12:20:00Z")
    #expect(json["open"]?.bool == true && json["hasWindow"]?.bool == true)
  }

  @Test func `C21 unsegmented, others of the team write and change no assignee`() throws {
    let desk = try desk()
    #expect(say(desk, "ana").output.contains("assigned to ana"))
    #expect(say(desk, "bia").status == 0)
    #expect(say(desk, "bruno").status == 3)
    #expect(desk.run("conversation", "say", "1", "Oi").status == 0)
    let shown = try desk.shown("conversation", "show", "1")
    #expect(shown["assignee"]?.string == "ana")
    #expect(
      shown["messages"]?.array?.map { $0["author"]?.string } == [
        "contact", "ana", "bia", "administrator",
      ])
  }

  @Test func `C21 segmented, only the assignee and who sees all write`() throws {
    let desk = try desk(segmented: true)
    #expect(desk.run("agent", "set", "bruno", "--teams", "suporte,financeiro").status == 0)
    #expect(say(desk, "ana").status == 0)
    // He is of the team: he is told whose it is, and sees nothing of it.
    let told = say(desk, "bruno")
    #expect(told.status == 5 && told.error.contains("C21: conversation/1 is ana's"))
    #expect(desk.run("conversation", "show", "1", "--as", "bruno").status == 3)
    #expect(desk.run("conversation", "list", "-q", "--as", "bruno").output == "")
    #expect(say(desk, "bia").status == 0)
    #expect(try desk.shown("conversation", "show", "1")["assignee"]?.string == "ana")
  }

  @Test func `C1 a ticket shows no messages of a conversation that is hidden`() throws {
    let desk = try desk(segmented: true)
    #expect(desk.run("agent", "set", "bruno", "--teams", "suporte,financeiro").status == 0)
    #expect(say(desk, "ana").status == 0)
    #expect(try desk.shown("ticket", "show", "1", "--as", "bruno")["messages"]?.array?.count == 0)
    #expect(try desk.shown("ticket", "show", "1", "--as", "ana")["messages"]?.array?.count == 2)
    #expect(!desk.run("why", "conversation/1", "--as", "bruno").output.contains("assigned"))
  }

  @Test func `C4 an agent's message changes no attention`() throws {
    let desk = try desk()
    #expect(say(desk, "ana").status == 0)
    #expect(try desk.shown("conversation", "show", "1")["attention"]?.string == "pending")
  }

  @Test func `W10 the ticket follows a claim, an answer and an assignment`() throws {
    let desk = try desk()
    func assignee() throws -> String? { try desk.shown("ticket", "show", "1")["assignee"]?.string }
    #expect(desk.run("conversation", "claim", "1", "--as", "bia").status == 0)
    #expect(try assignee() == "bia")
    #expect(desk.run("conversation", "assign", "1", "ana").status == 0)
    #expect(try assignee() == "ana")
    #expect(desk.run("ticket", "assign", "1", "--team", "vendas").status == 0)
    #expect(desk.run("conversation", "assign", "1", "bia").status == 0)
    #expect(try assignee() == "bia")
    #expect(desk.run("conversation", "assign", "1", "ana").status == 0)
    #expect(try assignee() == "bia")
    let why = desk.run("why", "ticket/1", "-v").output
    #expect(why.contains("kept  agent_not_in_team, conversation/1"), "\(why)")
  }

  @Test func `who may not work conversations writes in none`() throws {
    let desk = try desk()
    #expect(desk.run("role", "set", "atendente", "--deny", "conversation.work").status == 0)
    for line in [["say", "1", "Oi"], ["claim", "1"], ["assign", "1", "bia"]] {
      #expect(desk.run(["conversation"] + line + ["--as", "ana"]).status == 11)
    }
  }

  @Test func `a closed conversation takes nothing, and says where to go on`() throws {
    let desk = try desk()
    try desk.change { transaction in
      var conversation = try transaction.get(Conversation.ID(1))
      conversation.state = .closed
      return [.conversation(conversation)]
    }
    for line in [["say", "1", "Oi"], ["claim", "1"], ["assign", "1", "bia"]] {
      let refused = desk.run(["conversation"] + line + ["--as", "ana"])
      #expect(refused.status == 5 && refused.error.contains("conversation_closed"))
    }
    try desk.change { transaction in
      var other = try transaction.get(Conversation.ID(1))
      other.id = Conversation.ID(2)
      other.state = .open
      other.messageCount = 0
      return [.conversation(other)]
    }
    #expect(say(desk, "ana").error.contains("deskctl conversation show 2"))
    #expect(
      desk.run("conversation", "say", "1", "Oi", "--lang", "pt-BR").error.contains("encerrada"))
  }

  @Test func `S11 a schedule is told at once that the window will be closed then`() throws {
    let desk = try desk(window: true)
    let add = ["schedule", "add", "--contact", "1", "--agent", "ana", "--comment", "x", "-m", "Oi"]
    #expect(!desk.run(add + ["--at", "+22h"]).error.contains("S11"))
    let late = desk.run(add + ["--at", "+23h"])
    #expect(late.status == 0 && late.error.contains("closes Sat 2026-12-05 09:20"))
    #expect(desk.run("ticket", "close", "1").status == 0)
    desk.now = desk.now + 22 * 3600
    #expect(desk.run("tick").status == 0)
    #expect(try desk.shown("schedule", "show", "1")["state"]?.string == "completed")
    let entry = try desk.shown("outbox", "show", "1")
    #expect(entry["number"]?.string == "207700011122233")
    #expect(desk.run("ticket", "close", "2").status == 0)
    desk.now = desk.now + 3600
    #expect(desk.run("tick").status == 0)
    #expect(try desk.shown("schedule", "show", "2")["reason"]?.string == "window_closed")
  }
}
