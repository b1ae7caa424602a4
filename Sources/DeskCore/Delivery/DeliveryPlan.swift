/// D1, D2: what becomes of outbox entries, as plans: begun before a transport is started, and
/// recorded after it answered.
package enum DeliveryPlan {
  /// What came back from a transport.
  package enum Answer: Hashable, Sendable {
    case sent(provider: String?)
    /// It was not taken, and never will be.
    case refused(reason: String)
    /// It was not taken; later it may be.
    case notTaken(reason: String)
    /// Nobody knows whether it was.
    case unknown(reason: String)
  }

  /// Which of a contact's open entries may go now: those of one contact go in their order, and one
  /// that waits or whose fate is unknown holds those behind it.
  package static func next(of open: [OutboxEntry]) -> [OutboxEntry] {
    var held: Set<Line> = []
    return open.sorted { $0.id < $1.id }.filter { entry in
      held.insert(Line(entry)).inserted && entry.state == .queued
    }
  }

  /// What keeps its order: all that goes to one contact by one way, or to one agent.
  private struct Line: Hashable {
    let contact: Contact.ID?
    let channel: OutboxChannel
    let to: String?

    init(_ entry: OutboxEntry) {
      contact = entry.contact
      channel = entry.channel
      to = entry.contact == nil ? entry.to : nil
    }
  }

  /// An entry is about to be handed to a transport: from here on its fate may become unknown.
  package static func begin(_ entry: OutboxEntry, now: Instant, actor: String) -> [Effect] {
    var begun = entry
    begun.state = .sending
    begun.attempts += 1
    begun.changedAt = now
    return [
      .outbox(begun),
      .event(Event(at: now, actor: actor, record: entry.reference, what: "sending", rule: "D1")),
    ]
  }

  /// A transport answered, or a person says what became of it.
  package static func record(
    _ answer: Answer, _ entry: OutboxEntry, now: Instant, actor: String,
    notification: DeskCore.Notification.ID, language: DeskLanguage
  ) -> [Effect] {
    var settled = entry
    settled.changedAt = now
    settled.reason = nil
    switch answer {
    case .sent(let provider):
      settled.state = .sent
      settled.provider = provider
    case .refused(let reason):
      settled.state = .failed
      settled.reason = reason
    case .notTaken(let reason):
      settled.state = .queued
      settled.reason = reason
    case .unknown(let reason):
      settled.state = .unknown
      settled.reason = reason
    }
    let isUnknown = settled.state == .unknown
    let event = Event(
      at: now, actor: actor, record: entry.reference, what: settled.state.rawValue,
      rule: isUnknown ? "D2" : "D1", detail: settled.reason.map { [$0] } ?? [])
    let told = settled.state == .failed || isUnknown
    return [.outbox(settled), .event(event)]
      + (told ? [notify(settled, notification, now, language)] : [])
  }

  /// D1: what fails for good, and what nobody knows of, is told to the agent.
  private static func notify(
    _ entry: OutboxEntry, _ id: DeskCore.Notification.ID, _ now: Instant, _ language: DeskLanguage
  ) -> Effect {
    var notification = DeskCore.Notification()
    notification.id = id
    notification.agent = entry.agent
    notification.kind = .deliveryFailed
    notification.at = now
    notification.contact = entry.contact
    notification.conversation = entry.conversation
    notification.schedule = entry.schedule
    notification.outbox = entry.id
    let reason = entry.reason ?? ""
    switch (language, entry.state) {
    case (.ptBR, .unknown):
      notification.text = "Não se sabe se a mensagem para \(entry.to) foi enviada (\(reason))"
    case (.ptBR, _):
      notification.text = "A mensagem para \(entry.to) não foi enviada (\(reason))"
    case (.en, .unknown):
      notification.text = "Nobody knows whether the message to \(entry.to) was sent (\(reason))"
    case (.en, _):
      notification.text = "The message to \(entry.to) was not sent (\(reason))"
    }
    return .notification(notification)
  }
}
