/// What a message is to the clocks of its conversation.
package enum MessageWeight: Hashable, Sendable {
  /// An answer is waited for, or given.
  case full
  /// C7: it is shown as the last one, and starts no clock: a link, a closing message.
  case said
  /// D4: it counts nowhere: a reaction, a notice.
  case none
}

extension Conversation {
  /// Takes a message in as the newest, and answers it with its place.
  package mutating func take(_ message: Message, as weight: MessageWeight = .full) -> Message {
    messageCount += 1
    var taken = message
    taken.id = messageCount
    taken.conversation = id
    guard weight != .none else { return taken }
    if message.at >= lastMessageAt ?? message.at {
      lastMessageAt = message.at
      lastText = message.preview
    }
    switch (message.direction, weight) {
    case (.inbound, _): silentSince = nil
    case (.outbound, .full): silentSince = message.at
    case (.outbound, _): break
    }
    return taken
  }

  /// As it is stored: with the time when tick looks at it next. While it is open that is set once, and
  /// moved by tick alone: a message moves nothing (C7). Closed, it waits for its survey (C6).
  package func watched(after minutes: Int?) -> Conversation {
    var watched = self
    switch state {
    case .closed:
      watched.checkAt = survey.flatMap { $0.isWaiting ? $0.end : nil }
    case .open:
      if channel == .webchat { watched.checkAt = webchat?.offersEndAt }
      guard checkAt == nil, channel == .whatsapp, let silentSince, let minutes else { break }
      watched.checkAt = silentSince + minutes * 60
    }
    return watched
  }

  /// C20: whether a ticket holds any of its messages.
  package var hasTicket: Bool { lastTicket != nil || !tickets.isEmpty }
}

extension Message {
  /// So many characters of a message stand in lists.
  private static let previewLength = 80

  /// How it begins, in one line.
  package var preview: String {
    let words = ([text].compactMap { $0 } + files.map { "[\($0.name)]" }).joined(separator: " ")
    let line = words.prefix(4 * Self.previewLength).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    if line.isEmpty { return "[\(type)]" }
    return line.count > Self.previewLength
      ? line.prefix(Self.previewLength - 1) + "…" : line
  }
}
