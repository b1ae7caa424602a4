import DeskCore
import Testing

/// C7: when the contact's silence closes a conversation, and what it sends.
struct SilenceTests {
  typealias Samples = WritingSamples

  func message(_ direction: Direction, at: Instant) -> Message {
    var message = Message()
    message.direction = direction
    message.at = at
    message.text = "Oi"
    return message
  }

  @Test func `C7 the clock runs only while the last message that counts is ours`() {
    var conversation = Samples.conversation
    _ = conversation.take(message(.outbound, at: Samples.now))
    #expect(conversation.silentSince == Samples.now)
    _ = conversation.take(message(.outbound, at: Samples.now + 60), as: .said)
    #expect(conversation.silentSince == Samples.now, "a link starts no clock")
    _ = conversation.take(message(.inbound, at: Samples.now + 90), as: .none)
    #expect(conversation.silentSince == Samples.now, "a reaction stops none")
    _ = conversation.take(message(.inbound, at: Samples.now + 120))
    #expect(conversation.silentSince == nil)
    _ = conversation.take(message(.outbound, at: Samples.now + 130), as: .said)
    #expect(conversation.silentSince == nil, "they still wait")
    #expect(conversation.lastMessageAt == Samples.now + 130)
    #expect(conversation.messageCount == 7)
  }

  @Test func `C7 a conversation has one time to be looked at, and a message moves nothing`() {
    var conversation = Samples.conversation
    conversation.silentSince = Samples.now
    #expect(conversation.watched(after: nil).checkAt == nil)
    var watched = conversation.watched(after: 30)
    #expect(watched.checkAt == Samples.now + 1800)
    watched.silentSince = Samples.now + 600
    #expect(watched.watched(after: 30).checkAt == Samples.now + 1800)
    watched.state = .closed
    #expect(watched.watched(after: 30).checkAt == nil)
    conversation.channel = .livechat
    #expect(conversation.watched(after: 30).checkAt == nil)
  }

  @Test func `C7 tick closes at the minute, looks again when too early, forgets when answered`() {
    var conversation = Samples.conversation
    conversation.silentSince = Samples.now
    func plan(_ seconds: Int, _ minutes: Int? = 30) -> SilenceCheck.Plan {
      SilenceCheck(conversation, minutes: minutes, now: Samples.now + seconds).plan()
    }
    #expect(plan(1799) == .wait(until: Samples.now + 1800))
    #expect(plan(1800) == .close)
    #expect(plan(1800, nil) == .wait(until: nil))
    conversation.silentSince = nil
    #expect(plan(99_999) == .wait(until: nil))
  }

  func closing(
    _ cause: WhatsAppClosing.Cause, _ edit: (inout WhatsAppClosing.Facts) -> Void = { _ in }
  ) throws -> Samples.Done {
    var survey = Survey()
    survey.question = "Nota?"
    survey.answers = ["1=Ruim", "2=Bom"].compactMap { try? SurveyAnswer(text: $0) }
    let values = PlaceholderValues(
      contactName: "Carla", contactPhone: "", channel: "WhatsApp", date: "", conversation: .init(4),
      ticket: nil)
    var facts = WhatsAppClosing.Facts(
      conversation: Samples.conversation, contact: Samples.contact, survey: survey,
      isWindowOpen: true, message: "Tchau, {contact.name}", values: values, number: nil,
      nextOutbox: 20)
    facts.conversation.attention = .pending
    facts.asked = AskedSurvey(Samples.slug("nota"), minutes: 60)
    edit(&facts)
    return Samples.Done(
      try WhatsAppClosing(facts, cause: cause, actor: "x", now: Samples.now).plan())
  }

  @Test func `C5 by hand the survey follows and waits; C7 by silence none does`() throws {
    let hand = try closing(.hand)
    #expect(hand.messages.map(\.text) == ["Tchau, Carla", "Nota?\n1 - Ruim\n2 - Bom"])
    #expect(hand.conversations[0].survey?.until == Samples.now + 3600)
    #expect(hand.conversations[0].watched(after: nil).checkAt == Samples.now + 3601)
    let silent = try closing(.inactivity) { $0.conversation.attention = .resolved }
    #expect(silent.messages.map(\.text) == ["Tchau, Carla"])
    #expect(silent.conversations[0].survey == nil)
    #expect(silent.conversations[0].state == .closed)
    #expect(silent.events.map(\.rule) == ["C7"])
  }

  @Test func `C6 the survey's last second counts: tick ends it the second after`() throws {
    let closed = try closing(.hand).conversations[0]
    func plan(_ seconds: Int) -> SilenceCheck.Plan {
      SilenceCheck(closed, minutes: nil, now: Samples.now + seconds).plan()
    }
    #expect(plan(3600) == .wait(until: Samples.now + 3601))
    guard case .endSurvey = plan(3601) else { return #expect(Bool(false), "it goes on") }
  }

  @Test func `C6 an answer that was noted before the close stands, and is not asked for`() throws {
    var noted = SurveyState(AskedSurvey(Samples.slug("nota"), minutes: 0), at: Samples.now)
    noted.rating = "2"
    noted.comment = "por telefone"
    noted.endedAt = Samples.now
    let closed = try closing(.hand) { $0.conversation.survey = noted }
    #expect(closed.messages.map(\.text) == ["Tchau, Carla"])
    #expect(closed.conversations[0].survey == noted)
  }

  @Test func `C13 what cannot go is kept as not sent, and no survey is waited for`() throws {
    let late = try closing(.hand) { $0.isWindowOpen = false }
    #expect(late.conversations[0].survey == nil)
    let blocked = try closing(.hand) { $0.contact.automaticBlocked = true }
    #expect(blocked.messages.isEmpty && blocked.conversations[0].survey == nil)
  }

  @Test(arguments: [WhatsAppClosing.Cause.hand, .inactivity])
  func `W12 who says to be somebody who wants no texts gets none at the end`(
    cause: WhatsAppClosing.Cause
  ) throws {
    var claimed = Contact()
    claimed.automaticBlocked = true
    let closed = try closing(cause) { $0.claimed = claimed }
    #expect(closed.messages.isEmpty && closed.conversations[0].survey == nil)
    #expect(closed.conversations[0].state == .closed)
  }
}
