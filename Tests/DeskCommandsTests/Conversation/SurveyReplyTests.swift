import DeskCore
import DeskStore
import DeskTestSupport
import JSON
import Testing

/// C6: what a contact writes after a conversation was closed by hand.
struct SurveyReplyTests {
  /// Conversation 1 was closed a minute ago, and its contact was asked.
  func customer() throws -> Customer {
    let desk = try TestDesk.sample()
    try desk.seedConversation()
    try desk.change { transaction in
      var closed = try transaction.get(Conversation.ID(1))
      closed.state = .closed
      let asked = AskedSurvey(try Survey.ID(text: "satisfacao"), minutes: 60)
      closed.survey = SurveyState(asked, at: desk.now - 60)
      return [.conversation(closed)]
    }
    return Customer(desk, phone: "5511987654321")
  }

  func survey(_ desk: TestDesk) throws -> JSONValue? {
    try desk.shown("conversation", "show", "1")["survey"]
  }

  @Test func `C6 a rating, its comment, then a new contact`() throws {
    let customer = try customer()
    customer.says("3", id: "1")
    customer.says("tudo certo", id: "2")
    #expect(try survey(customer.desk)?["rating"] == "3")
    #expect(try survey(customer.desk)?["comment"] == "tudo certo")
    #expect(try customer.desk.shown("conversation", "show", "1")["state"] == "closed")
    #expect(customer.desk.run("conversation", "show", "2").status == 3)
    customer.says("mais uma coisa", id: "3")
    #expect(customer.desk.run("conversation", "show", "2").status == 0)
    #expect(customer.desk.run("doctor").status == 0)
  }

  @Test func `C6 what is no answer is asked again, once`() throws {
    let customer = try customer()
    customer.says("foi bom", id: "1")
    let thread = customer.desk.run("conversation", "show", "1").output
    #expect(thread.contains("Como foi o nosso atendimento?"))
    customer.says("já disse", id: "2")
    #expect(customer.desk.run("conversation", "show", "2").status == 0)
    #expect(try survey(customer.desk)?["comment"] == "foi bom")
  }

  @Test func `W12 who says to be somebody who wants no texts is not asked again`() throws {
    let customer = try customer()
    let desk = customer.desk
    #expect(desk.run("contact", "block", "3").status == 0)
    try desk.change { transaction in
      var contact = try transaction.get(Contact.ID(1))
      contact.claim = Claim(
        contact: Contact.ID(3), email: try EmailAddress("a@b.example"), at: desk.now)
      return [.contact(contact)]
    }
    customer.says("foi bom", id: "1")
    #expect(try desk.sent().allSatisfy { !$0.contains("Como foi o nosso atendimento?") })
    #expect(desk.run("conversation", "show", "2").output.contains("foi bom"))
  }

  @Test func `C6 tick ends a survey when its time is over, and says so`() throws {
    let customer = try customer()
    let desk = customer.desk
    desk.now = desk.now + 3540
    #expect(try tick(desk) == [])
    desk.now = desk.now + 1
    #expect(try tick(desk).map { $0["conversation"] } == [1])
    #expect(try tick(desk) == [])
    customer.says("3", id: "1")
    #expect(desk.run("conversation", "show", "2").status == 0)
    #expect(desk.run("doctor").status == 0)
  }

  private func tick(_ desk: TestDesk) throws -> [JSONValue] {
    let ticked = try JSONValue(parsing: desk.run("tick", "--json").output)
    return ticked["data"]?["surveys"]?.array ?? []
  }
}
