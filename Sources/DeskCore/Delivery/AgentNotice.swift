/// A notification on its way to an agent outside the desk: an entry for each way that they set.
///
/// No person wrote it, so nobody is told where it fails: that would be one more notification.
package struct AgentNotice: Sendable {
  package let notification: Notification
  package let settings: AgentNotify
  /// What the desk is called.
  package let desk: String
  package let now: Instant

  package init(_ notification: Notification, _ settings: AgentNotify, desk: String, now: Instant) {
    self.notification = notification
    self.settings = settings
    self.desk = desk
    self.now = now
  }

  private static let longestSubject = 78

  /// The entries, numbered from the next one on.
  package func entries(from number: Int) -> [OutboxEntry] {
    guard let agent = notification.agent else { return [] }
    var ways: [(OutboxChannel, String)] = []
    if let address = settings.email { ways.append((.email, address.text)) }
    if settings.command != nil { ways.append((.command, agent.text)) }
    return ways.enumerated().map { place, way in
      entry(OutboxEntry.ID(number + place), way.0, to: way.1, agent)
    }
  }

  private func entry(
    _ id: OutboxEntry.ID, _ channel: OutboxChannel, to: String, _ agent: Agent.ID
  ) -> OutboxEntry {
    var entry = OutboxEntry()
    entry.id = id
    entry.channel = channel
    entry.to = to
    entry.agent = agent
    entry.automatic = true
    entry.body.subject = subject
    entry.body.text = notification.text
    entry.conversation = notification.conversation
    entry.schedule = notification.schedule
    entry.queuedAt = now
    entry.changedAt = now
    return entry
  }

  private var subject: String {
    let line = notification.text.prefix { !$0.isNewline }
    return "[\(desk)] \(line)".cut(to: Self.longestSubject)
  }
}

extension String {
  /// The text, or its beginning with a sign that more followed.
  fileprivate func cut(to length: Int) -> String {
    count <= length ? self : prefix(length - 1) + "…"
  }
}
