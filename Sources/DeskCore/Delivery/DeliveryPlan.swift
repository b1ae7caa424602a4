/// D1, D2, D3: what becomes of outbox entries, as plans: begun before a transport is started,
/// recorded after it answered, and followed as the provider tells more.
package struct DeliveryPlan: Sendable {
  package typealias Answer = DeliveryAnswer

  package let now: Instant
  package let actor: String
  package let settings: OutboxSettings
  package let language: DeskLanguage

  package init(now: Instant, actor: String, settings: OutboxSettings, language: DeskLanguage) {
    self.now = now
    self.actor = actor
    self.settings = settings
    self.language = language
  }

  /// An entry is about to be handed to a transport: from here on its fate may become unknown.
  package func begin(_ entry: OutboxEntry) -> [Effect] {
    var begun = entry
    begun.state = .sending
    begun.attempts += 1
    begun.firstTriedAt = entry.firstTriedAt ?? now
    begun.retryAt = nil
    begun.changedAt = now
    return [.outbox(begun), event(begun, "sending", rule: "D1")]
  }

  /// A transport answered, or a person says what became of it. `statuses` are those that came
  /// before the answer was recorded (D3).
  package func record(
    _ answer: Answer, _ entry: OutboxEntry, statuses: [StatusLine] = [],
    notification: DeskCore.Notification.ID
  ) -> [Effect] {
    var settled = entry
    settled.changedAt = now
    settled.reason = nil
    var detail: [String] = []
    var rule = entry.state == .unknown ? "D2" : "D1"
    switch answer {
    case .sent(let receipt):
      settled.take(receipt)
      detail = receipt.detail
      for line in statuses { settled.take(line) }
    case .refused(let reason):
      settled.end(.failed, reason)
    case .notTaken(let reason, _, let after):
      wait(&settled, reason, after)
      if settled.state == .failed { detail = [reason] }
    case .unknown(let reason):
      rule = "D2"
      settled.end(.unknown, reason)
      // A status that came while it was being sent settles it.
      for line in statuses { settled.take(line) }
    case .notSent(let reason, let given):
      rule = given
      settled.end(.notSent, reason)
    }
    settled.hideSecret(of: entry)
    let event = event(
      settled, settled.state.rawValue, rule: rule, (settled.reason.map { [$0] } ?? []) + detail)
    return [.outbox(settled), event] + told(settled, notification)
  }

  /// D1: what was not taken waits, each time twice as long, up to an hour; a transport that asks for
  /// more is given it. Past its time it fails for good.
  private func wait(_ entry: inout OutboxEntry, _ reason: String, _ after: Int?) {
    if now - (entry.firstTriedAt ?? now) >= settings.giveUpAfter {
      entry.end(.failed, "undeliverable")
    } else {
      entry.end(.queued, reason)
      entry.retryAt = now + max(Self.pause(after: entry.attempts), min(after ?? 0, 86_400))
    }
  }

  /// Seconds until the next try: 1, 2, 4 … 60 minutes.
  static func pause(after attempts: Int) -> Int {
    min(3600, 60 << min(max(0, attempts - 1), 6))
  }

  /// D3, D2: a status applied to the entry that it is about; nothing where it says nothing new. What
  /// nobody knew of, and what a person took for not sent, it settles.
  package func status(
    _ line: StatusLine, _ entry: OutboxEntry, notification: DeskCore.Notification.ID
  ) -> [Effect] {
    // It was queued again since: the status is of the try before.
    if entry.state == .queued { return [] }
    var settled = entry
    settled.take(line)
    guard settled != entry else { return [] }
    settled.changedAt = now
    settled.hideSecret(of: entry)
    let isSettled = settled.state != entry.state
    let event = event(
      settled, isSettled ? settled.state.rawValue : settled.status?.rawValue ?? line.status,
      rule: entry.state == .unknown ? "D2" : "D3", settled.reason.map { [$0] } ?? [])
    return [.outbox(settled), event] + (isSettled ? told(settled, notification) : [])
  }

  private func event(
    _ entry: OutboxEntry, _ what: String, rule: String, _ detail: [String] = []
  ) -> Effect {
    .event(
      Event(
        at: now, actor: actor, record: entry.reference, what: what, rule: rule,
        detail: detail.map(Self.code)))
  }

  /// A reason as the log keeps it. What stands behind its colon is another program's, and may hold
  /// an address: that is for the entry alone.
  private static func code(_ reason: String) -> String { String(reason.prefix { $0 != ":" }) }
}
