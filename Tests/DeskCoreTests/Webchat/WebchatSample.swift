import DeskCore
import DeskTestSupport

/// A webchat of two agents and one queue, and what happens in it: effects applied as a store would.
struct WebchatSample {
  var settings = WebchatSettings()
  var signedIn = ["ana", "bia"]
  /// The registered contacts that have the visitor's e-mail.
  var owners: [Contact] = []
  private(set) var outbox: [OutboxEntry] = []
  var hours = ["fri=09:00-18:00"]
  var now: Instant
  private(set) var conversation: Conversation?
  private(set) var contact: Contact?
  private(set) var tickets: [Ticket] = []
  private(set) var notifications: [DeskCore.Notification] = []
  private(set) var messages: [Message] = []
  private(set) var events: [Event] = []

  init() throws {
    settings.enabled = true
    // A Friday.
    now = try instant("2026-12-04T12:00:00Z")
  }

  private static let next = NextNumbers(
    contact: 1, ticket: 1, conversation: 1, outbox: 1, notification: 1)

  static func agent(_ name: String) throws -> Agent.ID { try Slug(text: name) }

  func setting() throws -> WebchatSetting {
    var member = Agent()
    member.teams = [try Slug(text: "sales")]
    member.licences = [.webchat]
    var queue = Queue()
    queue.team = try Slug(text: "sales")
    queue.hours = try Slug(text: "day")
    var subject = Subject()
    subject.name = "A quote"
    subject.queue = try Slug(text: "sales")
    var file = DeskFile()
    file.desk.language = .en
    let routing = Routing(
      settings: settings,
      subjects: Catalog([(try Slug(text: "quote"), subject), (try Slug(text: "loose"), Subject())]),
      queues: Catalog([(try Slug(text: "sales"), queue)]),
      hours: [
        try Slug(text: "day"): ZonedHours(hours: try DeskCoreTests.hours(hours), zone: .utc)
      ], agents: Catalog([(try Self.agent("ana"), member), (try Self.agent("bia"), member)]))
    return WebchatSetting(
      file, routing: routing, signedIn: SignedInAgents(try signedIn.map(Self.agent), to: .webchat),
      links: TicketLinks(nil), dateText: "", now: now)
  }

  // MARK: What happens

  mutating func start(_ subject: String? = "quote", form: FormAnswers? = nil) throws {
    let start = WebchatStart(
      try VisitorDetails(name: "Carla", email: "carla@example.com", page: nil),
      token: try token(), id: try messageID(1), text: try text("Hello"),
      subject: try subject.map { try Slug(text: $0) }, form: form,
      facts: LivechatStart.Facts(
        owners: owners, known: nil, next: Self.next),
      setting: try setting())
    apply(start.plan())
  }

  mutating func say(
    _ words: String, _ number: Int = 2, subject: String? = nil, form: FormAnswers? = nil
  ) throws {
    apply(
      try turn().hearing(
        text(words), messageID(number), subject: subject.map { try Slug(text: $0) }, form: form))
  }

  mutating func answer(_ answer: Result<BotAnswer, BotFailure>, asked: Int? = nil) throws {
    let turn = WebchatBotTurn(
      try held(), with: try visitor(), owner: owners.first, answer: answer,
      asked: asked ?? messages.count,
      next: NextNumbers(contact: 2, ticket: 1, conversation: 2, outbox: 1, notification: 1),
      setting: try setting())
    apply(turn.plan())
  }

  func turn() throws -> WebchatTurn {
    WebchatTurn(try held(), with: try visitor(), next: Self.next, setting: try setting())
  }

  func change() throws -> CaseChange { CaseChange(try held(), actor: "ana", now: now) }

  mutating func apply(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .conversation(let changed): conversation = changed
      case .contact(let changed): contact = changed
      case .ticket(let made): tickets.append(made)
      case .message(let written): messages.append(written)
      case .notification(let told): notifications.append(told)
      case .event(let event): events.append(event)
      case .outbox(let entry): outbox.append(entry)
      case .schedule, .status, .inbox, .presence: break
      }
    }
  }

  // MARK: What came of it

  struct Missing: Error {}

  func held() throws -> Conversation {
    guard let conversation else { throw Missing() }
    return conversation
  }

  private func visitor() throws -> Contact {
    guard let contact else { throw Missing() }
    return contact
  }

  func step() throws -> WebchatStep? { try held().webchat?.step }

  func offers() throws -> [OfferState] { try held().webchat?.offers.map(\.state) ?? [] }

  private func token() throws -> VisitorToken {
    guard let token = VisitorToken(String(repeating: "0a", count: 16)) else { throw Missing() }
    return token
  }

  private func messageID(_ number: Int) throws -> VisitorMessageID {
    let digits = String(number)
    let id = String(repeating: "0", count: 32 - digits.count) + digits
    guard let made = VisitorMessageID(id) else { throw Missing() }
    return made
  }

  private func text(_ words: String) throws -> VisitorText {
    guard let text = VisitorText(words) else { throw Missing() }
    return text
  }
}
