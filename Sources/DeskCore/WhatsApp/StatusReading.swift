extension StatusLine {
  /// A status as WhatsApp told it; which entry it is about is for the store to say.
  package init(_ status: StatusUpdate) {
    message = status.message
    self.status = status.name
    at = status.at
    errors = status.errors.map(\.code)
  }

  /// What was told, without what the desk knows besides: two that are the same are one (D4).
  package var told: StatusLine {
    var told = self
    told.outbox = nil
    return told
  }
}

extension StatusUpdate {
  /// The entry that the desk named when it sent the message.
  package var namedEntry: OutboxEntry.ID? {
    callbackData.flatMap { Reference.number($0) }.map { OutboxEntry.ID($0) }
  }
}

extension WebhookEvent {
  /// By its provider's clock; nil for what has no time.
  package var at: Instant? {
    switch self {
    case .message(let message): message.at
    case .status(let status): status.at
    case .fault, .other: nil
    }
  }
}
