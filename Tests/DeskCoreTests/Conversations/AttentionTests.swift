import DeskCore
import DeskTestSupport
import Testing

/// What becomes of a conversation by hand: the whole table of attention, life cycle and command.
struct AttentionTests {
  typealias Samples = WritingSamples

  enum Command: String, CaseIterable { case resolve, pending, forward, forwardHome, assign }

  func done(
    _ command: Command, _ attention: Attention, _ state: ConversationState, assignee: String?
  ) -> String {
    var conversation = Samples.conversation
    conversation.attention = attention
    conversation.state = state
    conversation.assignee = assignee.map { Samples.slug($0) }
    do {
      let effects = try plan(command, conversation)
      let after = Samples.Done(effects).conversations.first ?? conversation
      return [
        effects.isEmpty ? "same" : "done", after.attention.rawValue, after.team?.text ?? "-",
        after.assignee?.text ?? "-",
      ].joined(separator: " ")
    } catch {
      return "refused"
    }
  }

  func plan(_ command: Command, _ conversation: Conversation) throws -> [Effect] {
    switch command {
    case .resolve, .pending:
      return try AttentionChange(
        conversation, to: command == .resolve ? .resolved : .pending, actor: "ana",
        now: Samples.now
      ).plan(open: nil)
    case .forward, .forwardHome:
      return try Forwarding(
        conversation, to: Samples.slug(command == .forward ? "vendas" : "suporte"), comment: "veja",
        tickets: [Samples.ticket], sync: .onCreateAndEdit, actor: "ana", now: Samples.now
      ).plan(open: nil)
    case .assign:
      if conversation.state == .closed {
        throw AssigningRefusal.closed(ClosedConversation(conversation), open: nil)
      }
      return AssigneeChange(
        conversation, to: Samples.slug("bia"), teams: [Samples.slug("suporte")], tickets: [],
        sync: .off, actor: "ana", now: Samples.now
      ).plan()
    }
  }

  @Test func `C4 the table of attention, life cycle and each command`() throws {
    var cases = 0
    var wrong: [String] = []
    for command in Command.allCases {
      for attention in Attention.allCases {
        for assignee in [nil, "ana"] {
          cases += 2
          let open = done(command, attention, .open, assignee: assignee)
          if open != expected(command, attention, assignee) {
            wrong.append("\(command) \(attention) \(assignee ?? "-"): \(open)")
          }
          let closed = done(command, attention, .closed, assignee: assignee)
          if closed != "refused" { wrong.append("\(command) closed: \(closed)") }
        }
      }
    }
    try Exhaustion.count("attention × life cycle × command", cases: cases, failures: wrong.count)
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  private func expected(_ command: Command, _ attention: Attention, _ assignee: String?) -> String {
    let who = assignee ?? "-"
    let (flag, other) = (attention.rawValue, attention == .pending ? "resolved" : "pending")
    switch command {
    case .resolve:
      return attention == .resolved ? "same \(flag) suporte \(who)" : "done \(other) suporte \(who)"
    case .pending:
      return attention == .pending ? "same \(flag) suporte \(who)" : "done \(other) suporte \(who)"
    case .forward: return "done \(flag) vendas -"
    case .forwardHome: return assignee == nil ? "same \(flag) suporte -" : "done \(flag) suporte -"
    case .assign: return "done \(flag) suporte bia"
    }
  }

  @Test func `C8 a forward clears the assignee, moves no ticket, and W10 says why`() throws {
    var conversation = Samples.conversation
    conversation.assignee = Samples.slug("ana")
    let done = Samples.Done(try plan(.forward, conversation))
    #expect(done.tickets.isEmpty)
    #expect(done.conversations[0].history.map(\.what) == [.forwarded])
    #expect(done.conversations[0].history.map(\.comment) == ["veja"])
    #expect(done.events.map(\.rule) == ["C8", "W10"])
    #expect(done.events[1].detail == ["assignee_cleared", "conversation/4"])
  }

  @Test func `C1 each conversation is in one view for whoever looks`() {
    func view(_ assignee: String?, _ state: ConversationState, _ who: String?) -> ConversationView {
      var conversation = Samples.conversation
      conversation.assignee = assignee.map { Samples.slug($0) }
      conversation.state = state
      return conversation.view(of: who.map { Samples.slug($0) })
    }
    #expect(view(nil, .open, "ana") == .new)
    #expect(view(nil, .open, nil) == .new)
    #expect(view("ana", .open, "ana") == .mine)
    #expect(view("bia", .open, "ana") == .others)
    #expect(view("bia", .open, nil) == .others)
    for assignee in [nil, "ana", "bia"] { #expect(view(assignee, .closed, "ana") == .closed) }
  }
}
