/// A conversation of livechat while a plan changes it: its records as they will be, and the effects
/// that make them so, in order.
struct LivechatSession {
  let setting: LivechatSetting
  /// As the log has who acts.
  let actor: String
  var contact: Contact
  var conversation: Conversation
  var ticket: Ticket?
  private(set) var effects: [Effect] = []

  /// W12: no automatic message goes to them.
  var isBlocked = false

  init(
    _ conversation: Conversation, with contact: Contact, setting: LivechatSetting, actor: String
  ) {
    self.conversation = conversation
    self.contact = contact
    self.setting = setting
    self.actor = actor
    isBlocked = contact.automaticBlocked
  }

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
    _ what: HistoryEntry.Change, assignee: Agent.ID? = nil, cause: Reference? = nil
  ) {
    conversation.history.append(
      HistoryEntry(
        at: setting.now, actor: actor, what: what, team: conversation.team,
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
  mutating func tell(_ text: String, _ rule: String) {
    guard !text.trimmed.isEmpty else { return }
    guard !isBlocked else {
      log(conversation.reference, "skipped", rule, ["blocked"])
      return
    }
    var message = Message()
    message.author = "system"
    message.automatic = true
    message.text = values.filling(text)
    add(message)
  }

  var values: PlaceholderValues {
    PlaceholderValues(
      contactName: contact.name ?? contact.displayName,
      contactPhone: contact.phones.first?.display ?? contact.emails.first?.text ?? "",
      channel: "livechat", date: setting.dateText, conversation: conversation.id,
      ticket: ticket?.id ?? conversation.lastTicket)
  }
}
