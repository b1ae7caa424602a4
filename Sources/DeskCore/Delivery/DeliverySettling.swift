/// How an entry changes as it becomes known what happened to it.
extension OutboxEntry {
  mutating func end(_ state: DeliveryState, _ reason: String?) {
    self.state = state
    self.reason = reason
  }

  /// A transport took it.
  mutating func take(_ receipt: DeliveryAnswer.Receipt) {
    end(.sent, nil)
    provider = receipt.provider ?? provider
    reached = receipt.reached
    if let stage = receipt.status { status = status?.rising(to: stage) ?? stage }
    // D3: a status may have come while it was being sent.
    if let status { end(at: status, statusReason(nil)) }
  }

  /// D3: a status, wherever it comes among the others. One that is not known says nothing of how far
  /// the message came; but whoever tells of a message has it (D2).
  mutating func take(_ line: StatusLine) {
    let stage = DeliveryStage(rawValue: line.status) ?? .accepted
    let reached = status?.rising(to: stage) ?? stage
    status = reached
    provider = provider ?? line.message
    switch state {
    case .queued, .sending: break
    case .sent, .failed, .unknown, .notSent:
      end(at: reached, statusReason(reached == stage ? line.errors.first : nil))
    }
  }

  /// A person has it tried again: from the beginning, for what came of the tries before is over.
  package mutating func requeue(at now: Instant) {
    end(.queued, nil)
    attempts = 0
    firstTriedAt = nil
    retryAt = nil
    provider = nil
    reached = nil
    status = nil
    changedAt = now
  }

  mutating func end(at stage: DeliveryStage, _ reason: String?) {
    stage == .failed ? end(.failed, reason) : end(.sent, nil)
  }

  /// Why it failed, as its provider says.
  func statusReason(_ code: Int?) -> String? {
    code.map { "cloud-api \($0)" } ?? (state == .failed ? reason : nil) ?? "failed"
  }

  /// W8: what is over needs its secret no more, and no reason may repeat it.
  mutating func hideSecret(of entry: OutboxEntry) {
    reason = reason.map { entry.hidingSecret(in: $0) }
    if !state.isOpen { body.secret = nil }
  }

  /// W8: what another program said, without the secret that it was given.
  package func hidingSecret(in text: String) -> String {
    guard let secret = body.secret, !secret.isEmpty else { return text }
    return text.replacing(secret, with: OutboxEntry.mask)
  }
}
