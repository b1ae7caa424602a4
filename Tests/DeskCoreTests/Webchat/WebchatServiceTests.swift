import DeskCore
import Testing

/// R4 to R9: where a visitor is led, who takes them, and the case.
struct WebchatServiceTests {
  private let ana = try? WebchatSample.agent("ana")
  private let bia = try? WebchatSample.agent("bia")

  private func offered() throws -> WebchatSample {
    var sample = try WebchatSample()
    try sample.start()
    return sample
  }

  private func served() throws -> WebchatSample {
    var sample = try offered()
    sample.apply(try sample.turn().accepting(#require(ana)))
    return sample
  }

  // MARK: Offers

  @Test func `R6 everybody who is there is offered the visitor, and the first has them`() throws {
    var sample = try offered()
    #expect(try sample.offers() == [.offered, .offered])
    sample.apply(try sample.turn().accepting(#require(bia)))
    #expect(try sample.offers() == [.withdrawn, .accepted])
    let taken = OfferRefusal.taken(try sample.held().id, by: try #require(bia))
    #expect(throws: taken) { try sample.turn().accepting(#require(ana)) }
    #expect(throws: taken) { try sample.turn().declining(#require(ana)) }
  }

  @Test func `R6 who left since they were offered the visitor does not accept`() throws {
    var sample = try offered()
    sample.signedIn = ["bia"]
    let id = try sample.held().id
    let gone = OfferRefusal.notThere(id, try #require(ana), .notSignedIn)
    #expect(throws: gone) { try sample.turn().accepting(#require(ana)) }
    sample.apply(try sample.turn().accepting(#require(bia)))
    #expect(try sample.held().assignee == bia)
  }

  @Test(arguments: [
    (["sales"], [Licence.webchat], AgentStanding.Standing.there), ([], [.webchat], .otherTeam),
    (["sales"], [.livechat], .unlicensed),
  ])
  func `R6 who may take a visitor is asked at that moment`(
    _ teams: [String], _ licences: [Licence], _ standing: AgentStanding.Standing
  ) throws {
    var agent = Agent()
    agent.teams = try teams.map { try Slug(text: $0) }
    agent.licences = licences
    let ana = try #require(ana)
    let signedIn = SignedInAgents([ana], to: .webchat)
    #expect(signedIn.standing(of: ana, agent, in: try Slug(text: "sales")) == standing)
  }

  @Test func `R6 declined by all, the visitor is offered again at once`() throws {
    var sample = try offered()
    sample.apply(try sample.turn().declining(#require(ana)))
    #expect(try sample.offers() == [.declined, .offered])
    sample.now = sample.now + 5
    sample.apply(try sample.turn().declining(#require(bia)))
    #expect(try sample.offers() == [.offered, .offered])
    #expect(try sample.held().webchat?.offersEndAt == sample.now + 60)
    #expect(try sample.held().webchat?.waitingSince == sample.now - 5)
  }

  @Test func `R6 past their time, those are offered the visitor who are there then`() throws {
    var sample = try offered()
    sample.signedIn = ["bia"]
    sample.apply(try sample.turn().offeringAgain())
    #expect(try sample.held().offeredAgents == [#require(bia)])
    let notOffered = OfferRefusal.notOffered(try sample.held().id, try #require(ana))
    #expect(throws: notOffered) { try sample.turn().accepting(#require(ana)) }
  }

  @Test func `R6 nobody is there any more: the default text, and the session is over`() throws {
    var sample = try offered()
    sample.signedIn = []
    sample.apply(try sample.turn().offeringAgain())
    #expect(try sample.step() == .turnedAway && sample.held().state == .closed)
    #expect(sample.messages.last?.text == "Fora do horário de atendimento")
    #expect(sample.events.suffix(2).map(\.rule) == ["R5", "R5"])
    #expect(throws: OfferRefusal.ended(try sample.held().id)) {
      try sample.turn().accepting(#require(ana))
    }
  }

  @Test func `R6 a visitor who left is offered to nobody`() throws {
    var sample = try offered()
    sample.apply(try sample.turn().ending())
    #expect(try sample.offers() == [.withdrawn, .withdrawn])
    #expect(try sample.turn().offeringAgain().isEmpty)
  }

  @Test func `R6 a visitor whom something else takes is offered to nobody any more`() throws {
    var sample = try offered()
    sample.settings.bot.command = "bot"
    sample.apply(try sample.turn().offeringAgain())
    #expect(try sample.step() == .bot)
    #expect(try sample.offers() == [.withdrawn, .withdrawn])
    #expect(try sample.held().webchat?.offersEndAt == nil)
    let notOffered = OfferRefusal.notOffered(try sample.held().id, try #require(ana))
    #expect(throws: notOffered) { try sample.turn().accepting(#require(ana)) }
  }

  // MARK: The form

  @Test func `R4 a form that is sent with the subject is the ticket, and not asked again`() throws {
    var sample = try WebchatSample()
    sample.hours = ["fri=20:00-21:00"]
    sample.settings.form.enabled = true
    sample.settings.form.fields = [.phone]
    try sample.start(nil)
    #expect(try sample.held().visitorAsk == .subject)
    var form = FormAnswers()
    form.phone = "11 98765-4321"
    try sample.say("A screen, please", 2, subject: "quote", form: form)
    #expect(sample.tickets.count == 1)
    #expect(sample.tickets.first?.comments.first?.text.contains("Phone: 11 98765-4321") == true)
    #expect(try sample.held().visitorAsk == nil)
  }

  @Test func `R4 a form that is sent is one ticket of the queue's team, with its fields`() throws {
    var sample = try WebchatSample()
    sample.hours = ["fri=20:00-21:00"]
    sample.settings.form.enabled = true
    sample.settings.form.fields = [.name, .email, .phone, .message]
    try sample.start()
    #expect(try sample.held().visitorAsk == .form && sample.tickets.isEmpty)
    var form = FormAnswers()
    form.phone = " 11 98765-4321 "
    form.document = "not asked for"
    try sample.say("A screen, please", 2, form: form)
    let ticket = try #require(sample.tickets.first)
    #expect(sample.tickets.count == 1 && ticket.origin == .webchat)
    #expect(try ticket.team == Slug(text: "sales"))
    #expect(ticket.title == "A quote: Carla")
    #expect(
      ticket.comments.map(\.text) == [
        "Name: Carla\nE-mail: carla@example.com\nPhone: 11 98765-4321"
      ])
    #expect(try sample.held().state == .closed)
    #expect(sample.messages.last?.text?.contains("chamado é 1.") == true)
  }

  @Test func `W7 a registered contact's e-mail is a claim, and they are told of the ticket`() throws
  {
    var sample = try WebchatSample()
    sample.hours = ["fri=20:00-21:00"]
    sample.settings.form.enabled = true
    var owner = Contact()
    owner.id = Contact.ID(7)
    owner.registered = true
    owner.emails = [try EmailAddress("carla@example.com")]
    sample.owners = [owner]
    try sample.start(form: FormAnswers())
    #expect(sample.tickets.map(\.contact) == [owner.id])
    #expect(sample.contact?.claim?.contact == owner.id)
    #expect(sample.outbox.map(\.to) == ["carla@example.com"])
    #expect(try sample.held().state == .closed)
  }

  @Test func `R5 open and nobody there: the form only where it is for that, too`() throws {
    var sample = try WebchatSample()
    sample.signedIn = []
    sample.settings.form.enabled = true
    sample.settings.form.fields = [.phone]
    var other = sample
    try sample.start()
    #expect(try sample.step() == .turnedAway)
    other.settings.formWhenNoAgent = true
    try other.start()
    #expect(try other.step() == .form)
  }

  @Test func `R9 a subject without a queue gets the default text, by its rule`() throws {
    var sample = try WebchatSample()
    try sample.start("loose")
    #expect(try sample.step() == .turnedAway)
    #expect(sample.events.first { $0.what == "turnedAway" }?.detail == ["misconfigured"])
    #expect(sample.events.first { $0.what == "turnedAway" }?.rule == "R9")
  }

  // MARK: The case

  @Test func `R7 accepting puts both in service and opens the case`() throws {
    let conversation = try served().held()
    #expect(conversation.webchat?.step == .inService)
    #expect(conversation.assignee == ana)
    let opened = try #require(conversation.serviceCase)
    #expect(opened.customer.name == "Carla")
    #expect(opened.customer.email?.text == "carla@example.com")
    #expect(try opened.service.subject == Slug(text: "quote"))
    #expect(conversation.webchat?.offersEndAt == nil)
  }

  @Test func `R8 edited before the end and after it, saved after it, and then no more`() throws {
    var sample = try served()
    let day = CivilDateTime(utc: sample.now).date
    sample.apply(try sample.change().editing { $0.service.summary = "A screen" })
    #expect(throws: CaseChange.Refusal.notEnded(try sample.held().id)) {
      try sample.change().saving(on: day)
    }
    sample.apply(try sample.turn().ending())
    #expect(try sample.held().serviceCase?.service.summary == "A screen")
    sample.apply(try sample.change().editing { $0.service.outcome = "Sold" })
    #expect(try sample.change().editing { $0.service.outcome = "Sold" }.isEmpty)
    sample.apply(try sample.change().saving(on: day))
    #expect(try sample.held().serviceCase?.protocolNumber == "20261204-000001")
    let saved = CaseChange.Refusal.saved(
      try sample.held().id, try #require(sample.held().serviceCase))
    #expect(throws: saved) { try sample.change().saving(on: day) }
    #expect(throws: saved) { try sample.change().editing { $0.service.outcome = "Lost" } }
  }

  @Test(arguments: [
    ("20261204-000031", 31), ("20261204000031", 31), ("20261204-1234567", 1_234_567),
    ("20261204-31", nil), ("31", nil), ("20261204-00003x", nil),
  ])
  func `R8 a protocol number leads to its case, dash or none`(typed: String, id: Int?) {
    #expect(ProtocolNumber(typed)?.conversation?.number == id)
  }
}
