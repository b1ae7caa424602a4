/// What everything that happens in a chat on a page at one moment has in common.
package protocol ChatSetting: Sendable {
  var desk: DeskSettings { get }
  var links: TicketLinks { get }
  /// Whether somebody is there for the visitor.
  var availability: ChatAvailability { get }
  /// The day, as customers read it.
  var dateText: String { get }
  var now: Instant { get }
}

/// A conversation on a page while a plan changes it: its records as they will be, and the effects that
/// make them so, in order. Livechat and webchat share what is below.
protocol ChatSession {
  associatedtype Setting: ChatSetting
  var setting: Setting { get }
  /// As the log has who acts.
  var actor: String { get }
  var contact: Contact { get }
  var conversation: Conversation { get set }
  var ticket: Ticket? { get set }
  var effects: [Effect] { get set }
  /// W12: no automatic message goes to them.
  var isBlocked: Bool { get }
}

extension ChatSession {
  /// Everything, the conversation first: it is what the rest refers to.
  var plan: [Effect] { [.conversation(conversation)] + effects }

  mutating func add(_ effect: Effect) { effects.append(effect) }

  mutating func log(_ record: Reference, _ what: String, _ rule: String, _ detail: [String] = []) {
    add(
      .event(
        Event(
          at: setting.now, actor: actor, record: record, what: what, rule: rule, detail: detail)))
  }

  mutating func note(
    _ what: HistoryEntry.Change, by who: String? = nil, assignee: Agent.ID? = nil,
    cause: Reference? = nil
  ) {
    conversation.history.append(
      HistoryEntry(
        at: setting.now, actor: who ?? actor, what: what, team: conversation.team,
        assignee: assignee ?? conversation.assignee, cause: cause))
  }

  // MARK: Messages

  mutating func add(_ message: Message) {
    var message = message
    message.at = setting.now
    add(.message(conversation.take(message)))
  }

  /// What the visitor writes makes it pending (C4).
  mutating func hear(_ text: VisitorText, _ id: VisitorMessageID) {
    var message = Message()
    message.direction = .inbound
    message.author = contact.reference.text
    message.text = text.text
    message.provider = conversation.visitor.map { id.key(of: $0.sha256) }
    add(message)
    conversation.lastInboundAt = setting.now
    conversation.attention = .pending
  }

  /// A text of the desk's own; none where it is empty, or to somebody who gets none (W12).
  mutating func tell(
    _ text: String, _ rule: String, as kind: DeskText? = nil, by author: String = "system"
  ) {
    guard !text.trimmed.isEmpty else { return }
    guard !isBlocked else {
      log(conversation.reference, "skipped", rule, ["blocked"])
      return
    }
    var message = Message()
    message.author = author
    message.automatic = true
    message.kind = kind
    message.text = values.filling(text)
    add(message)
  }

  var values: PlaceholderValues {
    PlaceholderValues(
      contactName: contact.name ?? contact.displayName,
      contactPhone: contact.phones.first?.display ?? contact.emails.first?.text ?? "",
      channel: conversation.channel.rawValue, date: setting.dateText,
      conversation: conversation.id, ticket: ticket?.id ?? conversation.lastTicket)
  }

  // MARK: Tickets and ends

  /// A ticket bound to the conversation: all its messages, earlier and later, are the ticket's.
  mutating func open(_ ticket: Ticket, of owner: Contact, _ rule: String) {
    var opened = ticket
    opened.conversation = conversation.id
    self.ticket = opened
    conversation.lastTicket = opened.id
    add(.ticket(opened))
    log(opened.reference, "opened", rule, [owner.reference.text, conversation.reference.text])
  }

  /// The visitor's session is over; who ends it is named. What a visitor does is in the log as the
  /// desk's own, which does it for them.
  mutating func end(_ rule: String, byVisitor: Bool = false) {
    let who = byVisitor ? contact.reference.text : actor
    conversation.state = .closed
    conversation.attention = .resolved
    conversation.closedAt = setting.now
    conversation.closedBy = who
    note(.closed, by: who)
    log(conversation.reference, "closed", rule)
  }
}
