import DeskCore
import DeskFormats
import DeskStore
import DeskSystem

/// What one thing that a webhook told did to the desk.
struct ReceivedEvent {
  /// Where its body begins in what was read.
  let line: Int
  let event: WebhookEvent
  var result: Result

  enum Result {
    case message(Reception.Outcome)
    /// A status, and the entry that it is about where that is known.
    case status(OutboxEntry?)
    /// D4: it came before.
    case seen
    /// It is kept with its body, and does nothing.
    case kept
  }
}

/// Something that a webhook told and that is still to be taken in.
struct WaitingEvent {
  let body: WebhookBody
  let event: WebhookEvent

  /// Everything that some bodies tell: what has a time in the order of its provider's clock, the
  /// rest where it stands (D4).
  static func inOrder(_ bodies: [WebhookBody], now: Instant) -> [WaitingEvent] {
    bodies.flatMap { body in body.events.map { WaitingEvent(body: body, event: $0) } }
      .enumerated().sorted {
        ($0.element.event.at ?? now, $0.offset) < ($1.element.event.at ?? now, $1.offset)
      }.map(\.element)
  }
}

/// Takes in what webhooks tell.
struct Receiving {
  let desk: Desk
  private let setting: Reception.Setting
  private let isMember: @Sendable (Agent.ID) -> Bool
  private let media: MediaFolder?
  private let plan: DeliveryPlan

  init(_ desk: Desk, media: MediaFolder? = nil) throws {
    self.desk = desk
    self.media = media
    plan = try desk.deliveryPlan()
    let settings = try desk.settings
    setting = Reception.Setting(
      desk: settings.desk, whatsapp: settings.whatsapp,
      dateText: try desk.dateText(), now: try desk.now())
    let agents = try desk.agents
    let team = settings.whatsapp.team
    isMember = { agent in
      guard let teams = agents[agent]?.teams else { return false }
      return team.map { teams.contains($0) } ?? true
    }
  }

  /// A transaction takes about so many bytes of the journal, which holds 8 MiB, and so many events.
  private static let byteLimit = 7 << 20
  private static let eventLimit = 5000

  /// Stores as much as a transaction takes, from the first on, and answers what each did. A body is
  /// kept before the first of it that is new; `kept` has the lines of those that are.
  func take(
    _ events: ArraySlice<WaitingEvent>, keeping kept: inout Set<Int>, _ transaction: Transaction
  ) throws -> [ReceivedEvent] {
    let events = events.prefix(Self.eventLimit)
    var known = try KnownEvents(events.map(\.event), transaction)
    var done: [ReceivedEvent] = []
    for waiting in events {
      // Kept, a body is a text in JSON: at most twice as long, but for what no body holds.
      let size = transaction.size + 2 * waiting.body.text.utf8.count
      if !done.isEmpty, size > Self.byteLimit { break }
      var result = ReceivedEvent.Result.seen
      if known.insert(waiting.event) {
        if kept.insert(waiting.body.line).inserted {
          try transaction.apply([.inbox(InboxBody(at: setting.now, body: waiting.body.text))])
        }
        result = try take(waiting.event, transaction)
      }
      done.append(
        ReceivedEvent(line: waiting.body.line, event: waiting.event, result: result))
    }
    return done
  }

  private func take(
    _ event: WebhookEvent, _ transaction: Transaction
  ) throws -> ReceivedEvent.Result {
    switch event {
    case .message(let message): return try take(message, transaction)
    case .status(let status): return .status(try take(status, transaction))
    case .fault(let error, _):
      try transaction.apply([try desk.event(nil, "fault", ["code \(error.code)"])])
      return .kept
    case .other: return .kept
    }
  }

  // MARK: Messages

  private func take(
    _ message: InboundMessage, _ transaction: Transaction
  ) throws -> ReceivedEvent.Result {
    let message = inTime(message)
    let facts = try facts(message, transaction)
    if facts.contact?.isWaiting(for: message.id) ?? false { return .seen }
    // A notice about somebody who never wrote makes nobody known.
    if facts.contact == nil, case .notice = message.content.role { return .kept }
    var setting = setting
    setting.links = try desk.ticketLinks(transaction)
    let outcome = Reception.of(
      message, facts: facts, setting: setting, token: try token(for: message))
    try transaction.apply(outcome.effects)
    return .message(outcome)
  }

  private func facts(
    _ message: InboundMessage, _ transaction: Transaction
  ) throws -> Reception.Facts {
    var facts = Reception.Facts(next: try transaction.nextNumbers())
    facts.isMember = isMember
    facts.contact = try contact(of: message, transaction)
    if let contact = facts.contact {
      let holder = try transaction.contact(withUserID: message.sender.userID)
      facts.former = holder?.id == contact.id ? nil : holder
      if case .notice(let identity?) = message.content.role, let phone = identity.phone {
        facts.isNewPhoneTaken = try transaction.contacts(with: phone).contains {
          $0.id != contact.id
        }
      }
      facts.conversation = try transaction.conversation(of: contact, on: message.number.key)
      if let asked = facts.conversation?.survey?.survey, facts.conversation?.state == .closed {
        facts.survey = try desk.config().catalog(Survey.self)[asked]
      }
      facts.claimed = try transaction.claimed(by: contact)
    }
    if case .email(let address) = IntakeAnswer(message.content) {
      facts.owners = try transaction.contacts(with: address).filter(\.registered)
    }
    if let found = try message.content.media.flatMap({ try media?.content(of: $0) }) {
      facts.files = [try transaction.keep(found.bytes, named: found.name)]
    }
    return facts
  }

  /// Nobody writes in the future: a time that lies there is a clock's or a sender's mistake, and would
  /// keep the window open and answers away until then.
  private func inTime(_ message: InboundMessage) -> InboundMessage {
    var message = message
    message.at = min(message.at, setting.now)
    return message
  }

  /// Whose message it is; a notice may name nobody but who they are from now on.
  private func contact(
    of message: InboundMessage, _ transaction: Transaction
  ) throws -> Contact? {
    if let known = try transaction.contact(of: message.sender) { return known }
    guard case .notice(let identity?) = message.content.role else { return nil }
    return try transaction.contact(of: identity)
  }

  /// 32 bytes of randomness, as they may stand in an address; nothing where no e-mail was given, for
  /// then nobody is registered (W8).
  private func token(for message: InboundMessage) throws -> String {
    guard setting.desk.passwordLink != nil, case .email = IntakeAnswer(message.content) else {
      return ""
    }
    return Base64.addressText(of: try randomBytes(32))
  }

  // MARK: Statuses

  private func take(_ status: StatusUpdate, _ transaction: Transaction) throws -> OutboxEntry? {
    let entry = try transaction.entry(of: status)
    var line = StatusLine(status)
    line.outbox = entry?.id
    try transaction.apply([.status(line)])
    guard let entry else { return nil }
    let number = try transaction.nextNumber(.notification)
    try transaction.apply(
      plan.status(line, entry, notification: DeskCore.Notification.ID(number)))
    return entry
  }
}

/// What came before, of some events: asked once for all of them.
struct KnownEvents {
  private var messages: Set<String>
  private var statuses: [String: Set<StatusLine>]

  init(_ events: [WebhookEvent], _ store: some StoreReading) throws {
    var asked: Set<String> = []
    var told: Set<String> = []
    for event in events {
      switch event {
      case .message(let message): asked.insert(message.id)
      case .status(let status): told.insert(status.message)
      case .fault, .other: break
      }
    }
    messages = Set(try store.received(asked).keys)
    statuses = try store.statuses(of: told).mapValues { Set($0.map(\.told)) }
  }

  /// Whether it is new.
  mutating func insert(_ event: WebhookEvent) -> Bool {
    switch event {
    case .message(let message): messages.insert(message.id).inserted
    case .status(let status):
      statuses[status.message, default: []].insert(StatusLine(status)).inserted
    case .fault, .other: true
    }
  }
}
