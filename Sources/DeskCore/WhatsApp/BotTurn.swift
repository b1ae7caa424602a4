/// What a bot's answer does to its conversation, which may have changed while the bot was thinking:
/// a plan, made of what is known at that moment and of nothing else (W9, W12).
package struct BotTurn: Sendable {
  package var conversation: Conversation
  package var contact: Contact?
  /// Who they claim to be.
  package var claimed: Contact?
  package var answer: Result<BotAnswer, BotFailure>
  /// The newest message that the bot was told of, by its place.
  package var asked: Int
  package var nextOutbox: Int
  package var nextNotification: Int
  package var language: DeskLanguage
  package var now: Instant

  package init(
    conversation: Conversation, contact: Contact?, answer: Result<BotAnswer, BotFailure>,
    asked: Int, nextOutbox: Int, nextNotification: Int, language: DeskLanguage, now: Instant
  ) {
    self.conversation = conversation
    self.contact = contact
    self.answer = answer
    self.asked = asked
    self.nextOutbox = nextOutbox
    self.nextNotification = nextNotification
    self.language = language
    self.now = now
  }

  /// What an automatic message of the bot has as its author.
  package static let author = "bot"

  /// Why a bot has nothing to say in a conversation, by the word that the log keeps; nil while it
  /// has.
  package static func silence(in conversation: Conversation) -> String? {
    if conversation.state == .closed { return "closed" }
    if conversation.assignee != nil { return "attended" }
    return conversation.intake?.state == .bot ? nil : "settled"
  }

  /// What is to be done, in order.
  package func plan() -> [Effect] {
    if contact?.isBlocked(as: claimed) == true { return leaveAlone() }
    // Another run, which knew as much, was faster.
    if let intake = conversation.intake, intake.state == .bot, intake.botAnswered >= asked {
      return [event("dropped", ["answered"])]
    }
    switch answer {
    case .success(let answer):
      if let silence = Self.silence(in: conversation) { return [event("dropped", [silence])] }
      return say(answer)
    case .failure(let failure):
      return conversation.state == .open && conversation.intake?.state == .bot
        ? handOver(after: failure) : [event("dropped", failure.codes)]
    }
  }

  // MARK: Answering

  private func say(_ answer: BotAnswer) -> [Effect] {
    let texts = answer.messages?.map(\.text) ?? []
    guard let address = address ?? (texts.isEmpty ? "" : nil) else {
      return handOver(after: BotFailure(.noAddress))
    }
    var changed = conversation
    var effects: [Effect] = []
    for (place, text) in texts.enumerated() {
      let entry = entry(text, to: address, number: nextOutbox + place)
      effects += [.outbox(entry), .message(changed.take(message(entry)))]
    }
    let sent = texts.indices.map { "outbox/\(nextOutbox + $0)" }
    let subject = answer.subject.map { ["subject \($0.text)"] } ?? []
    effects.append(event("answered", sent + (answer.handOver ? [] : subject)))
    changed.intake?.botAnswered = asked
    if answer.handOver {
      changed.intake?.state = .settled
      effects.append(event("handedOver", subject))
    }
    return [.conversation(changed)] + effects
  }

  /// Where messages to the contact go, by the number that they wrote to.
  private var address: String? {
    let line = contact?.lines.first { $0.number == conversation.number }
    return line?.address ?? contact?.phones.first?.e164
  }

  private func entry(_ text: String, to address: String, number: Int) -> OutboxEntry {
    var entry = OutboxEntry()
    entry.id = OutboxEntry.ID(number)
    entry.number = conversation.number
    entry.to = address
    entry.contact = conversation.contact
    entry.body.text = text
    entry.queuedAt = now
    entry.changedAt = now
    entry.automatic = true
    entry.conversation = conversation.id
    return entry
  }

  private func message(_ entry: OutboxEntry) -> Message {
    var message = Message()
    message.author = Self.author
    message.at = now
    message.text = entry.body.text
    message.automatic = true
    message.outbox = entry.id
    return message
  }

  // MARK: Handing over

  /// A person goes on, and somebody is told that the bot could not.
  private func handOver(after failure: BotFailure) -> [Effect] {
    var notification = Notification()
    notification.id = Notification.ID(nextNotification)
    notification.agent = conversation.assignee
    notification.kind = .botFailed
    notification.at = now
    notification.contact = conversation.contact
    notification.conversation = conversation.id
    notification.ticket = conversation.lastTicket
    notification.text = NotificationText(language).botFailed(failure.reason, contact)
    let told = ["notification/\(nextNotification)"]
    return [
      .conversation(settled), .notification(notification),
      event("handedOver", failure.codes + told),
    ]
  }

  /// W12: nothing goes to them; people see that they wrote.
  private func leaveAlone() -> [Effect] {
    guard Self.silence(in: conversation) == nil else { return [event("dropped", ["blocked"])] }
    return [.conversation(settled), event("handedOver", rule: "W12", ["blocked"])]
  }

  private var settled: Conversation {
    var settled = conversation
    settled.intake?.state = .settled
    return settled
  }

  private func event(_ what: String, rule: String = "W9", _ detail: [String]) -> Effect {
    .event(
      Event(
        at: now, actor: Firing.actor, record: conversation.reference, what: what, rule: rule,
        detail: [Self.author] + detail))
  }
}
