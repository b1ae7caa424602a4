/// What a plan wants done to the store. A rule makes effects; one loop applies them, in order,
/// each seeing those before it.
package enum Effect: Sendable {
  case contact(Contact)
  case ticket(Ticket)
  case conversation(Conversation)
  case message(Message)
  case schedule(Schedule)
  case outbox(OutboxEntry)
  case notification(Notification)
  case status(StatusLine)
  case inbox(InboxBody)
  case presence(Presence)
  /// A line of the log: who did what to which record, by which rule.
  case event(Event)
}

/// A line of the log. It holds no text of a message and no address: the log is kept when what it
/// tells of is erased.
package struct Event: Record, Hashable {
  package var at = Instant(secondsSinceEpoch: 0)
  /// An agent's name, `administrator`, or `system` where the desk acted by itself.
  package var actor = ""
  package var record: Reference?
  package var what = ""
  package var rule: String?
  /// What a person wants to know besides: other records, a reason, a time.
  package var detail: [String] = []

  package init() {}

  package init(
    at: Instant, actor: String, record: Reference?, what: String, rule: String? = nil,
    detail: [String] = []
  ) {
    self.at = at
    self.actor = actor
    self.record = record
    self.what = what
    self.rule = rule
    self.detail = detail
  }

  package static let fields: Fields<Self> = [
    Field("at", \.at, required: true, en: "when", pt: "quando"),
    Field("actor", \.actor, required: true, en: "who", pt: "quem"),
    Field("record", \.record, en: "what it was done to", pt: "em que registro"),
    Field("what", \.what, required: true, en: "what was done", pt: "o que foi feito"),
    Field("rule", \.rule, en: "the rule that acted", pt: "a regra que agiu"),
    Field("detail", \.detail, en: "what else there is to know", pt: "o que mais há a saber"),
  ]
}
