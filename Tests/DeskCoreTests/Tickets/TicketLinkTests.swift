import DeskCore
import Testing

struct TicketLinkTests {
  typealias Samples = WritingSamples

  @Test func `C10 messages are chosen by their places`() {
    #expect(MessageSelection("1,3-5")?.spans == [1...1, 3...5])
    #expect(MessageSelection("5,3-4,1,2")?.spans == [1...5])
    #expect(MessageSelection("2-9, 4")?.count == 8)
    for text in ["", "0", "1,", "a", "3-1", "1-2-3", "-1", "1--2", "9999999999"] {
      #expect(MessageSelection(text) == nil, "\(text)")
    }
  }

  @Test func `C10 linking again is no second link, and many to many`() {
    var ticket = Ticket()
    let four = Conversation.ID(4)
    #expect(ticket.link(MessageSelection([1...1, 3...5]), of: four) == 4)
    #expect(ticket.link(MessageSelection([3...4]), of: four) == 0)
    #expect(ticket.link(MessageSelection([2...6]), of: four) == 2)
    #expect(ticket.link(MessageSelection([1...1]), of: Conversation.ID(5)) == 1)
    #expect(ticket.linked(of: four).spans == [1...6])
    #expect(ticket.links.map(\.conversation.number) == [4, 5])
  }

  @Test func `C12 the lower end is one of them`() {
    let messages = [-1, 0, 1].enumerated().map { place, second in
      var message = Message()
      message.id = place + 1
      message.at = Samples.now + second
      return message
    }
    #expect(MessageSelection(messages, since: Samples.now).spans == [2...3])
  }

  func made(
    _ content: TicketMaking.Content, _ sync: AssigneeSync = .onCreate, isMember: Bool = true
  ) -> Samples.Done {
    var conversation = Samples.conversation
    conversation.assignee = Samples.slug("ana")
    let facts = TicketMaking.Facts(
      conversation: conversation, contact: Samples.contact, sync: sync, next: Ticket.ID(30),
      isMember: { _ in isMember })
    let opening = TicketOpening(title: "Nota", team: Samples.slug("suporte"))
    return Samples.Done(
      TicketMaking(content, opening, facts, actor: "ana", now: Samples.now).plan())
  }

  @Test func `C11 a ticket holds what was chosen alone, C20 the whole conversation`() {
    let chosen = made(.chosen(MessageSelection([1...2])))
    #expect(chosen.tickets[0].conversation == nil)
    #expect(chosen.tickets[0].madeFrom == Conversation.ID(4))
    #expect(chosen.tickets[0].linked(of: Conversation.ID(4)).count == 2)
    #expect(chosen.tickets[0].origin == .whatsapp)
    #expect(chosen.conversations[0].tickets == [Ticket.ID(30)])
    #expect(chosen.events[0].rule == "C11")
    let none = made(.chosen(MessageSelection([])))
    #expect(none.tickets[0].links.isEmpty && none.conversations[0].hasTicket)
    let whole = made(.whole)
    #expect(whole.tickets[0].conversation == Conversation.ID(4) && whole.tickets[0].links.isEmpty)
    #expect(whole.events[0].rule == "C20")
  }

  @Test func `W10 a ticket made by hand takes the assignee where it may`() {
    #expect(made(.whole).tickets[0].assignee?.text == "ana")
    #expect(made(.whole, .off).tickets[0].assignee == nil)
    let stranger = made(.whole, isMember: false)
    #expect(stranger.tickets[0].assignee == nil)
    #expect(stranger.events[0].detail == ["conversation/4", "agent_not_in_team"])
  }

  @Test func `W10 later changes reach a ticket that was made by hand from the conversation`() {
    let ticket = made(.chosen(MessageSelection([1...2]))).tickets[0]
    let change = AssigneeChange(
      Samples.conversation, to: Samples.slug("bia"), teams: [Samples.slug("suporte")],
      tickets: [ticket], sync: .onCreateAndEdit, actor: "x", now: Samples.now)
    #expect(Samples.Done(change.plan()).tickets.map(\.assignee?.text) == ["bia"])
  }
}
