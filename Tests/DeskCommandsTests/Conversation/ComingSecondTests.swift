import DeskCore
import DeskStore
import DeskTestSupport
import JSON
import Testing

/// C17, C21, R7: two at once. Whoever comes second is told who was first, and takes nothing away.
struct ComingSecondTests {
  /// Conversation 1, of suporte, where ana and caio are; both are licensed for livechat.
  private func desk(
    _ channel: Channel = .whatsapp, _ edit: (inout Conversation) throws -> Void = { _ in }
  ) throws -> TestDesk {
    let desk = try TestDesk.sample()
    for line in [
      "config set livechat.enabled=yes whatsapp.segmentedViews=no",
      "agent add caio --name Caio --role atendente --teams suporte --licences livechat",
    ] {
      let answer = desk.run(line.split(separator: " ").map(String.init))
      #expect(answer.status == 0, "\(answer.error)")
    }
    try desk.seedConversation(silence: 60)
    try desk.change { transaction in
      var first = try transaction.get(Conversation.ID(1))
      first.channel = channel
      try edit(&first)
      return [.conversation(first)]
    }
    return desk
  }

  private func expect(
    _ answer: TestDesk.Answer, _ status: Int32 = 5, _ words: String...,
    from place: SourceLocation = #_sourceLocation
  ) {
    #expect(answer.status == status, "\(answer.error)", sourceLocation: place)
    for word in words {
      #expect(answer.error.contains(word), "\(answer.error)", sourceLocation: place)
    }
  }

  @Test func `C21 a claim does not take what a colleague has`() throws {
    let desk = try desk()
    expect(desk.run("conversation", "claim", "1", "--as", "ana"), 0)
    expect(
      desk.run("conversation", "claim", "1", "--as", "caio"), 5, "C21: conversation/1 is ana's",
      "hint: deskctl conversation assign 1 caio")
    #expect(try desk.shown("conversation", "show", "1")["assignee"] == "ana")
    expect(desk.run("conversation", "claim", "1", "--as", "ana"), 0)
    expect(desk.run("conversation", "assign", "1", "caio", "--as", "caio"), 0)
    #expect(try desk.shown("conversation", "show", "1")["assignee"] == "caio")
  }

  @Test func `C21 segmented, who has just lost it is told whose it is`() throws {
    let desk = try desk()
    expect(desk.run("config", "set", "whatsapp.segmentedViews=yes"), 0)
    expect(desk.run("conversation", "say", "1", "Oi!", "--as", "ana"), 0)
    for words in [
      ["claim", "1"], ["say", "1", "Bom dia!"], ["say", "1", "--canned", "saudacao"],
    ] {
      let second = desk.run(["conversation"] + words + ["--as", "caio"])
      expect(second, 5, "C21: conversation/1 is ana's", "hint: deskctl conversation list")
    }
    // Bruno is of another team: to him it is not there.
    expect(desk.run("conversation", "claim", "1", "--as", "bruno"), 3)
    expect(desk.run("conversation", "show", "1", "--as", "caio"), 3)
  }

  @Test func `C21 segmented, who loses it to a close is told who closed it`() throws {
    let desk = try desk { conversation in
      conversation.history = [
        HistoryEntry(
          at: conversation.openedAt, actor: "system", what: .opened, team: conversation.team,
          assignee: nil, cause: nil)
      ]
    }
    expect(desk.run("config", "set", "whatsapp.segmentedViews=yes"), 0)
    expect(desk.run("conversation", "say", "1", "Oi!", "--as", "ana"), 0)
    expect(desk.run("conversation", "close", "1", "--as", "ana"), 0)
    let changes = [
      ["say", "1", "Oi!"], ["claim", "1"], ["resolve", "1"], ["close", "1"],
      ["forward", "1", "vendas"],
    ]
    for words in changes {
      expect(
        desk.run(["conversation"] + words + ["--as", "caio"]), 5,
        "conversation/1 is closed: ana closed it, Fri 2026-12-04 10:20")
      // Bruno never saw it.
      expect(desk.run(["conversation"] + words + ["--as", "bruno"]), 3, "no conversation 1")
    }
    for words in [["show", "1"], ["history", "1"]] {
      expect(desk.run(["conversation"] + words + ["--as", "caio"]), 3, "no conversation 1")
    }
    desk.now = desk.now + 3600
    expect(desk.run("conversation", "claim", "1", "--as", "caio"), 3, "no conversation 1")
  }

  @Test func `C17 who only claimed has answered nobody, and the words say so`() throws {
    let desk = try desk(.livechat)
    expect(desk.run("conversation", "claim", "1", "--as", "ana"), 0)
    let early = desk.run("conversation", "say", "1", "Oi!", "--as", "caio")
    expect(early, 5, "C21: conversation/1 is ana's: nothing was sent")
    expect(desk.run("conversation", "claim", "1", "--as", "caio"), 5, "C21", "ana's")
    expect(desk.run("conversation", "say", "1", "Oi!", "--as", "ana"), 0)
    let late = desk.run("conversation", "say", "1", "Oi!", "--as", "caio")
    expect(late, 5, "C17: conversation/1 is ana's, who answered first")
  }

  @Test func `a closed one says who closed it, and when`() throws {
    let desk = try desk()
    expect(desk.run("conversation", "close", "1", "--as", "bia"), 0)
    for words in [
      ["say", "1", "Oi!"], ["forward", "1", "vendas"], ["resolve", "1"], ["claim", "1"],
    ] {
      expect(
        desk.run(["conversation"] + words + ["--as", "ana"]), 5,
        "conversation/1 is closed: bia closed it, Fri 2026-12-04 10:20")
    }
    let portuguese = desk.run("conversation", "claim", "1", "--as", "ana", "--lang", "pt-BR")
    expect(portuguese, 5, "está encerrada: bia encerrou, sex 04/12/2026 10:20")
  }

  @Test func `C19 a chat that is closed gets its ticket by the command that makes one`() throws {
    let desk = try desk(.livechat) { $0.lastTicket = nil }
    expect(desk.run("conversation", "close", "1", "--as", "bia"), 0)
    let late = desk.run("conversation", "close", "1", "--ticket", "--yes", "--as", "bia")
    expect(
      late, 5, "C19: conversation/1 is closed already, without a ticket: bia closed it",
      "hint: deskctl conversation ticket 1 --messages 1-")
    let hint = late.error.split(separator: "\n").last?.dropFirst("deskctl: hint: deskctl ".count)
    let made = desk.run((hint ?? "").split(separator: " ").map(String.init) + ["--as", "bia"])
    expect(made, 0)
    expect(desk.run("conversation", "close", "1", "--ticket", "--yes", "--as", "bia"), 0)
  }

  // MARK: The webchat

  @Test func `R7 who accepted a visitor has them, and nothing hints at passing them on`() throws {
    let desk = try desk(.webchat) { $0.assignee = try Agent.ID(text: "bia") }
    for words in [["assign", "1", "ana"], ["forward", "1", "vendas"], ["claim", "1"]] {
      let answer = desk.run(["conversation"] + words + ["--as", "ana"])
      expect(answer, 5, "R7: bia accepted the visitor of conversation/1")
    }
    let said = desk.run("conversation", "say", "1", "Oi!", "--as", "ana")
    expect(said, 5, "R7: conversation/1 is bia's, who accepted the visitor: nothing was sent")
    let transfer = desk.run("conversation", "transfer", "1", "--as", "ana")
    expect(transfer, 5, "C8")
    #expect(!transfer.error.contains("hint"), "\(transfer.error)")
  }

  @Test func `C3 a visitor without a team is seen by who is licensed, and who sees all`() throws {
    let desk = try desk(.webchat) { $0.team = nil }
    let seen = ["ana": 3, "caio": 3, "bruno": 3, "bia": 0] as [String: Int32]
    for (agent, status) in seen {
      expect(desk.run("conversation", "show", "1", "--as", agent), status)
    }
    expect(desk.run("agent", "set", "ana", "--licences", "webchat"), 0)
    expect(desk.run("conversation", "show", "1", "--as", "ana"), 0)
  }

  @Test(arguments: [Channel.livechat, .webchat])
  func `C6 only WhatsApp has a survey to note an answer to`(_ channel: Channel) throws {
    let desk = try desk(channel)
    expect(desk.run("conversation", "rate", "1", "3"), 5, "C6: conversation/1 is of \(channel)")
  }

  @Test func `R6 an offer to who has left is neither listed nor accepted`() throws {
    let desk = try desk(.webchat) { conversation in
      var offer = Offer()
      offer.agent = try Agent.ID(text: "ana")
      conversation.webchat = WebchatState()
      conversation.webchat?.step = .offered
      conversation.webchat?.offers = [offer]
    }
    expect(desk.run("agent", "set", "ana", "--licences", "webchat"), 0)
    let accepting = ["offer", "accept", "1", "--as", "ana"]
    #expect(desk.run("offer", "list", "--as", "ana").output == "")
    expect(desk.run(accepting), 5, "R6", "ana is not signed in to the webchat")
    expect(desk.run("agent", "online", "ana", "--channel", "webchat"), 0)
    #expect(desk.run("offer", "list", "-q", "--as", "ana").output == "1\n")
    expect(desk.run("agent", "set", "ana", "--licences", "livechat"), 0)
    expect(desk.run(accepting), 5, "R6", "not licensed for webchat any more")
    expect(desk.run("agent", "set", "ana", "--licences", "webchat", "--teams", "vendas"), 0)
    expect(desk.run(accepting), 5, "R6", "not in its queue's team any more")
    #expect(desk.run("offer", "list").output == "")
    expect(desk.run("agent", "set", "ana", "--teams", "suporte"), 0)
    expect(desk.run(accepting), 0)
  }
}
