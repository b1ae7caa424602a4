/// C5, C7: a WhatsApp conversation is closed, by hand or by the contact's silence. By hand it must be
/// pending; the contact is told that it is closed, then asked the survey if one is set.
package struct WhatsAppClosing: Sendable {
  /// Why it is not closed.
  package enum Refusal: Error, Hashable, Sendable {
    case notPending(Conversation.ID)
  }

  /// What closes it.
  package enum Cause: Hashable, Sendable {
    case hand
    /// C7: no survey follows, and it need not be pending.
    case inactivity

    var rule: String {
      switch self {
      case .hand: "C5"
      case .inactivity: "C7"
      }
    }
  }

  /// What it depends on.
  package struct Facts: Sendable {
    package var conversation: Conversation
    package var contact: Contact
    /// Who they claim to be.
    package var claimed: Contact?
    /// The one that is set.
    package var survey: Survey?
    /// C6: the same by its name, and the minutes in which an answer counts.
    package var asked: AskedSurvey?
    /// C13: whether free text may go to them now.
    package var isWindowOpen: Bool
    package var message: String
    package var values: PlaceholderValues
    /// The desk's first number.
    package var number: PhoneNumberID?
    package var nextOutbox: Int

    package init(
      conversation: Conversation, contact: Contact, survey: Survey?, isWindowOpen: Bool,
      message: String, values: PlaceholderValues, number: PhoneNumberID?, nextOutbox: Int
    ) {
      self.conversation = conversation
      self.contact = contact
      self.survey = survey
      self.isWindowOpen = isWindowOpen
      self.message = message
      self.values = values
      self.number = number
      self.nextOutbox = nextOutbox
    }
  }

  let facts: Facts
  let cause: Cause
  let actor: String
  let now: Instant

  package init(_ facts: Facts, cause: Cause = .hand, actor: String, now: Instant) {
    self.facts = facts
    self.cause = cause
    self.actor = actor
    self.now = now
  }

  /// Everything that it does, in order; nothing where it is closed already.
  package func plan() throws(Refusal) -> [Effect] {
    guard facts.conversation.state == .open else { return [] }
    guard cause == .inactivity || facts.conversation.attention == .pending else {
      throw .notPending(facts.conversation.id)
    }
    var closed = facts.conversation
    var effects: [Effect] = []
    for (place, text) in texts.enumerated() {
      effects += sent(text, OutboxEntry.ID(facts.nextOutbox + place), in: &closed)
    }
    if isAsked { closed.survey = facts.asked.map { SurveyState($0, at: now) } }
    closed.state = .closed
    closed.attention = .resolved
    closed.closedAt = now
    closed.closedBy = actor
    closed.history.append(
      HistoryEntry(
        at: now, actor: actor, what: .closed, team: closed.team, assignee: closed.assignee,
        cause: nil))
    return [.conversation(closed)] + effects + [event(closed)]
  }

  /// W12: who gets no automatic messages gets neither.
  private var texts: [String] {
    if facts.contact.isBlocked(as: facts.claimed) || recipient == nil { return [] }
    let closing = facts.message.trimmed.isEmpty ? nil : facts.values.filling(facts.message)
    return [closing, question].compactMap { $0 }
  }

  /// C6: an answer that somebody noted already stands, and is not asked for again.
  private var question: String? {
    guard cause == .hand, facts.conversation.survey?.rating == nil else { return nil }
    return facts.survey?.menu
  }

  /// Whether the survey goes out: who never gets it is not waited for.
  private var isAsked: Bool { question != nil && facts.isWindowOpen && !texts.isEmpty }

  private var recipient: Recipient? {
    facts.contact.recipient(by: facts.conversation.number ?? facts.number)
  }

  /// What cannot go is kept as what was not sent, and why (C13).
  private func sent(
    _ text: String, _ id: OutboxEntry.ID, in conversation: inout Conversation
  ) -> [Effect] {
    var entry = OutboxEntry()
    entry.id = id
    entry.to = recipient?.address ?? ""
    entry.number = recipient?.number
    entry.contact = facts.contact.id
    entry.body.text = text
    entry.queuedAt = now
    entry.changedAt = now
    entry.conversation = facts.conversation.id
    entry.automatic = true
    if !facts.isWindowOpen {
      entry.state = .notSent
      entry.reason = FailureReason.windowClosed.rawValue
    }
    var message = Message()
    message.author = "system"
    message.at = now
    message.text = text
    message.automatic = true
    message.outbox = id
    return [.message(conversation.take(message, as: .said)), .outbox(entry)]
  }

  private func event(_ closed: Conversation) -> Effect {
    .event(
      Event(
        at: now, actor: actor, record: closed.reference, what: "closed", rule: cause.rule,
        detail: texts.indices.map { "outbox/\(facts.nextOutbox + $0)" }))
  }
}

extension Survey {
  /// The question with its answers below it, one a line.
  package var menu: String {
    ([question] + answers.map { "\($0.value) - \($0.label)" }).joined(separator: "\n")
  }
}
