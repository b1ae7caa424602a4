/// What a report asks of a message: when it came or went, and whether a person wrote it or only marked
/// another.
package struct MessageMoment: Hashable, Sendable {
  package let at: Instant
  package let isInbound: Bool
  package let isAutomatic: Bool
  /// D4: what only marks or changes another message is none by itself.
  package let isMark: Bool

  package init(at: Instant, isInbound: Bool, isAutomatic: Bool = false, isMark: Bool = false) {
    self.at = at
    self.isInbound = isInbound
    self.isAutomatic = isAutomatic
    self.isMark = isMark
  }
}

/// How long the contact of a conversation waited: from the first message that came in to the first
/// one after it that went out and that a person wrote.
package struct FirstAnswer: Hashable, Sendable {
  private var asked: Instant?
  private var answered: Instant?

  package init() {}

  /// Takes the next message, in the order of their places.
  package mutating func take(_ message: MessageMoment) {
    if message.isInbound {
      asked = asked ?? message.at
    } else if asked != nil, !message.isAutomatic {
      answered = answered ?? message.at
    }
  }

  /// Nil where nobody asked, or nobody answered.
  package var seconds: Int? {
    guard let asked, let answered else { return nil }
    return answered - asked
  }
}
