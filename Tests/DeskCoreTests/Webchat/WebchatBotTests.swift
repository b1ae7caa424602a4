import DeskCore
import Testing

/// R2: the bot takes everything until it hands over.
struct WebchatBotTests {
  private func bot(hours: [String] = ["fri=09:00-18:00"]) throws -> WebchatSample {
    var sample = try WebchatSample()
    sample.settings.bot.command = "bot"
    sample.hours = hours
    return sample
  }

  private func says(_ text: String, handOver: Bool = false, subject: String? = nil) throws
    -> BotAnswer
  {
    var message = BotMessage()
    message.text = text
    var answer = BotAnswer()
    answer.messages = [message]
    answer.handOver = handOver
    answer.subject = try subject.map { try Slug(text: $0) }
    return answer
  }

  @Test(arguments: [["fri=09:00-18:00"], ["fri=20:00-21:00"]])
  func `R2 a bot takes the visitor in hours or not, whatever they picked`(hours: [String]) throws {
    var sample = try bot(hours: hours)
    try sample.start()
    #expect(try sample.step() == .bot)
    try sample.answer(.success(says("What is it about?")))
    try sample.say("A quote", 2)
    #expect(try sample.step() == .bot && sample.held().state == .open)
    #expect(sample.messages.map(\.text) == ["Hello", "What is it about?", "A quote"])
  }

  @Test func `R2 it hands over with a subject, which counts from then on`() throws {
    var sample = try bot()
    try sample.start(nil)
    try sample.answer(.success(says("A person comes.", handOver: true, subject: "quote")))
    #expect(try sample.step() == .offered)
    #expect(try sample.held().team == Slug(text: "sales"))
    #expect(sample.events.map(\.what).suffix(2) == ["handedOver", "offered"])
  }

  @Test(arguments: [nil, "gone"])
  func `R2 without a subject that is known the visitor is asked`(subject: String?) throws {
    var sample = try bot()
    try sample.start(nil)
    try sample.answer(.success(says("A person comes.", handOver: true, subject: subject)))
    #expect(try sample.held().visitorAsk == .subject)
    try sample.say("A quote", 2, subject: "quote")
    #expect(try sample.step() == .offered)
  }

  @Test func `W12 a bot is silent to who says to be somebody who gets none`() throws {
    var sample = try bot()
    var owner = Contact()
    owner.id = Contact.ID(9)
    owner.automaticBlocked = true
    sample.owners = [owner]
    try sample.start("quote")
    try sample.answer(.success(says("What is it about?")))
    #expect(sample.messages.map(\.text) == ["Hello"])
    #expect(try sample.step() == .offered)
  }

  @Test func `R2 a bot that fails hands over, and somebody is told`() throws {
    var sample = try bot()
    try sample.start("quote")
    try sample.answer(.failure(BotFailure(.late)))
    #expect(try sample.step() == .offered)
    #expect(sample.notifications.map(\.kind) == [.botFailed])
  }

  @Test func `R2 an answer that comes when another did, or nobody is there, is dropped`() throws {
    var sample = try bot()
    try sample.start(nil)
    try sample.answer(.success(says("Hello!")), asked: 1)
    try sample.answer(.success(says("Hello again!")), asked: 1)
    #expect(sample.messages.count == 2)
    sample.apply(try sample.turn().ending())
    try sample.answer(.success(says("Still there?")), asked: 5)
    #expect(sample.messages.count == 2)
  }

  @Test func `W12 who says to be somebody who wants no bot goes to a person`() throws {
    var sample = try bot()
    var owner = Contact()
    owner.id = Contact.ID(7)
    owner.registered = true
    owner.automaticBlocked = true
    sample.owners = [owner]
    try sample.start("quote")
    try sample.answer(.success(says("Hello!")))
    #expect(sample.messages.map(\.text) == ["Hello"])
    #expect(try sample.step() == .offered)
  }

  @Test func `R2 a bot that was taken away lets its visitors go on`() throws {
    var sample = try bot()
    try sample.start("quote")
    sample.settings.bot.command = nil
    try sample.say("Anybody?")
    #expect(try sample.step() == .offered)
  }
}
