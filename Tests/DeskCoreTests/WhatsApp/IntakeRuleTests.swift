import DeskCore
import DeskTestSupport
import JSON
import Testing

/// What the rules of intake say over several messages.
struct IntakeRuleTests {
  /// Somebody unknown who writes one message after the other; what the desk does each time.
  private struct Talk {
    var settings = WhatsAppSettings()
    var now = IntakeSamples.now
    private(set) var conversation: Conversation?

    init(required: Bool, attempts: Int? = nil) {
      settings.openOnConversationStart = true
      settings.email.required = required
      settings.email.maxAttempts = attempts
    }

    mutating func hear(_ text: String, after seconds: Int = 60) -> String {
      hear(IntakeSamples.text(text), after: seconds)
    }

    mutating func hear(_ content: MessageContent, after seconds: Int = 60) -> String {
      now = now + seconds
      let plan = IntakeTurn(
        settings: settings, standing: .unknown, isBlocked: false, conversation: conversation,
        message: IntakeSamples.message(content, at: now), owners: [], earlierRequests: [],
        now: now
      ).plan()
      if conversation == nil { conversation = Conversation() }
      if let intake = plan.intake { conversation?.intake = intake }
      return IntakeSamples.line(plan)
    }
  }

  @Test func `W4 whatever is no e-mail is asked again, without limit of attempts`() {
    var talk = Talk(required: true)
    #expect(talk.hear("ana@loja.com.br") == "W4 ask email → email")
    for _ in 0..<50 {
      #expect(talk.hear("meu e-mail é ana@loja.com.br") == "W4 ask emailAgain → email")
    }
    #expect(talk.hear("  ana@loja.com.br\n").hasPrefix("W8 register; W8 open; W9 link"))
    #expect(talk.conversation?.intake?.email?.text == "ana@loja.com.br")
  }

  @Test func `W4 past ten requests in ten minutes none is sent and an agent is told`() {
    var talk = Talk(required: true)
    #expect(talk.hear("a", after: 0) == "W4 ask email → email")
    for _ in 2...10 { #expect(talk.hear("a", after: 10) == "W4 ask emailAgain → email") }
    #expect(talk.hear("a", after: 509) == "W4 team; W4 tell manyRequests → settled")
    #expect(talk.hear("a", after: 10) == "W11 skip settled")
  }

  @Test func `W4 requests of more than ten minutes ago do not count`() {
    var talk = Talk(required: true)
    _ = talk.hear("a", after: 0)
    for _ in 2...10 { _ = talk.hear("a", after: 10) }
    #expect(talk.hear("a", after: 510) == "W4 ask emailAgain → email")
    #expect(talk.conversation?.intake?.requests.count == 10)
  }

  @Test func `W5 1 asks for the e-mail, and 2 goes on without and is not asked again`() {
    var talk = Talk(required: false)
    #expect(talk.hear("oi") == "W5 ask menu → menu")
    #expect(talk.hear("quero ajuda") == "W5 ask menu → menu")
    #expect(talk.hear("1") == "W5 ask email → email")
    var other = Talk(required: false)
    _ = other.hear("oi")
    #expect(other.hear("2") == "W5 team → settled")
    #expect(other.hear("1") == "W11 skip settled")
  }

  @Test func `W5 what is no answer at the menu uses up no attempt`() {
    var talk = Talk(required: false, attempts: 2)
    for word in ["oi", "a", "b", "c", "1"] { _ = talk.hear(word) }
    #expect(talk.hear("d") == "W6 ask emailAgain → email")
  }

  @Test(arguments: [1, 2, 3, 7])
  func `W6 answer N brings the menu back and the count to zero`(attempts: Int) {
    var talk = Talk(required: false, attempts: attempts)
    for _ in 0..<2 {
      _ = talk.hear("oi", after: 700)
      #expect(talk.hear("1") == "W5 ask email → email")
      for _ in 1..<attempts { #expect(talk.hear("a") == "W6 ask emailAgain → email") }
      #expect(talk.hear("a") == "W6 ask menu → menu")
      #expect(talk.conversation?.intake?.attempts == 0)
    }
  }

  @Test func `W6 three attempts unless set`() {
    var talk = Talk(required: false)
    for word in ["oi", "1", "a", "b"] { _ = talk.hear(word) }
    #expect(talk.hear("c") == "W6 ask menu → menu")
  }

  static let answers: [(content: MessageContent, answer: String)] = [
    (IntakeSamples.text("1"), "one"), (IntakeSamples.text(" 1. \n"), "one"),
    (IntakeSamples.text("1\u{FE0F}\u{20E3}"), "one"), (IntakeSamples.text("1\u{20E3}"), "one"),
    (IntakeSamples.text("2"), "two"), (IntakeSamples.text("2\u{FE0F}\u{20E3}"), "two"),
    (IntakeSamples.text("12"), "other"), (IntakeSamples.text("1 "), "one"),
    (IntakeSamples.text("opção 1"), "other"), (IntakeSamples.text("01"), "other"),
    (IntakeSamples.text(""), "other"), (IntakeSamples.text("ana@loja.com"), "email"),
    (IntakeSamples.text("\tana@loja.com "), "email"),
    (IntakeSamples.text("ana@loja.com."), "other"),
    (IntakeSamples.text("ana@loja.com rui@loja.com"), "other"),
    (tapped("1", "Informar e-mail"), "one"), (tapped("2", "Seguir sem e-mail"), "two"),
    (tapped("sim", "1"), "one"), (tapped("menu-2", "2."), "two"),
    (tapped("sim", "Sim"), "other"), (tapped("ana@loja.com", nil), "other"),
    (MessageContent(type: "image", text: "1"), "other"),
    (MessageContent(type: "document", text: "ana@loja.com"), "other"),
    (MessageContent(type: "sticker"), "other"),
  ]

  private static func tapped(_ id: String, _ title: String?) -> MessageContent {
    MessageContent(
      type: "interactive", text: title, choice: ReplyChoice(id: id, title: title))
  }

  @Test(arguments: answers)
  func `W5 an answer counts as what it stands for`(content: MessageContent, answer: String) {
    let read: String =
      switch IntakeAnswer(content) {
      case .one: "one"
      case .two: "two"
      case .email: "email"
      case .other: "other"
      }
    #expect(read == answer)
  }

  @Test func `W9 the ticket comes before its link, the link before the mail and the bot`() {
    var talk = Talk(required: true)
    talk.settings.bot.command = "robo"
    _ = talk.hear("oi")
    #expect(
      talk.hear("ana@loja.com.br")
        == "W8 register; W8 open; W9 link; W8 mail welcome; W9 bot → bot")
  }

  @Test func `what a conversation was asked is kept with it`() throws {
    var talk = Talk(required: false)
    for word in ["oi", "1", "a"] { _ = talk.hear(word) }
    var conversation = try #require(talk.conversation)
    conversation.id = Conversation.ID(1)
    conversation.contact = Contact.ID(1)
    #expect(conversation.intake?.attempts == 1)
    #expect(try Conversation(json: conversation.json) == conversation)
  }
}
