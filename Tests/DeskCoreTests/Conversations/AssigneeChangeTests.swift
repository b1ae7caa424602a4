import DeskCore
import Testing

struct AssigneeChangeTests {
  typealias Samples = WritingSamples

  func change(
    _ sync: AssigneeSync, teams: [String] = ["suporte"], _ edit: (inout Ticket) -> Void = { _ in }
  ) -> Samples.Done {
    var ticket = Samples.ticket
    edit(&ticket)
    return Samples.Done(
      AssigneeChange(
        Samples.conversation, to: Samples.slug("ana"), teams: teams.map { Samples.slug($0) },
        tickets: [ticket], sync: sync, actor: "bia", now: Samples.now
      ).plan())
  }

  @Test func `W10 open tickets made from the conversation follow, and no others`() {
    #expect(change(.onCreateAndEdit).tickets.map(\.assignee?.text) == ["ana"])
    #expect(change(.onCreate).tickets.isEmpty)
    #expect(change(.off).tickets.isEmpty)
    #expect(change(.onCreateAndEdit) { $0.state = .closed }.tickets.isEmpty)
    #expect(change(.onCreateAndEdit) { $0.conversation = Conversation.ID(5) }.tickets.isEmpty)
    #expect(change(.onCreateAndEdit) { $0.origin = .schedule }.tickets.isEmpty)
    #expect(change(.onCreateAndEdit) { $0.assignee = Samples.slug("ana") }.tickets.isEmpty)
  }

  @Test func `W10 who is not in the ticket's team leaves it, and why is told`() {
    let kept = change(.onCreateAndEdit) { $0.team = Samples.slug("vendas") }
    #expect(kept.tickets.isEmpty)
    #expect(kept.events.map(\.what) == ["assigned", "kept"])
    #expect(kept.events[1].rule == "W10")
    #expect(kept.events[1].record == Samples.ticket.reference)
    #expect(kept.events[1].detail == ["agent_not_in_team", "conversation/4"])
  }

  @Test func `C21 the conversation has its assignee, and its history says who gave it`() {
    let done = change(.off)
    #expect(done.conversations.map(\.assignee?.text) == ["ana"])
    #expect(done.conversations[0].history.map(\.actor) == ["bia"])
    #expect(done.conversations[0].history.map(\.what) == [.assigned])
  }
}
