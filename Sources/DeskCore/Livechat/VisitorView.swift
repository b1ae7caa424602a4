/// What a visitor's page is shown of their conversation.
package struct VisitorView: Sendable {
  /// A message as the visitor sees it.
  package struct Line: Hashable, Sendable {
    package let number: Int
    package let from: Author
    /// Of the desk's own texts, by which it is shown (L2).
    package let kind: DeskText?
    /// The visitor's own, by the id that their browser gave it.
    package let id: String?
    /// Of the agent.
    package let name: String?
    package let text: String
    package let at: Instant
  }

  /// Who says something, as a visitor tells them apart.
  package enum Author: String, Hashable, Sendable {
    case visitor
    case agent
    /// The desk itself.
    case desk
  }

  package let state: ConversationState
  package let isOnline: Bool
  /// Where hours keep everybody away: when they open again.
  package let opensAt: Instant?
  package let lines: [Line]
  package let ticket: Ticket.ID?
  package let ticketLink: String?
  /// Seconds until the page asks again.
  package let next: Int
  /// What the webchat waits for from the visitor, instead of a message.
  package let ask: VisitorAsk?

  /// While somebody writes, answers are waited for; else a page asks seldom. Seconds.
  private static let livelySpan = 120
  private static let soon = 3
  private static let late = 10

  /// `names` gives agents' names; `since` is the last message that the visitor has.
  package init(
    _ conversation: Conversation, _ messages: [Message], since: Int, setting: some ChatSetting,
    ask: VisitorAsk? = nil, names: (String) -> String?
  ) {
    self.ask = ask
    state = conversation.state
    let isTaken = conversation.webchat?.isTaken
    let availability = isTaken == true ? .online : setting.availability
    isOnline = isTaken ?? availability.isOnline
    opensAt = availability.opensAt
    lines = messages.filter { $0.id > since }.compactMap { Self.line($0, setting, names) }
    ticket = conversation.lastTicket
    ticketLink = conversation.lastTicket.flatMap { setting.links.address(of: $0) }
    let isLively =
      conversation.state == .open
      && messages.last.map { setting.now - $0.at < Self.livelySpan } ?? false
    next = isLively ? Self.soon : Self.late
  }

  private static func line(
    _ message: Message, _ setting: some ChatSetting, _ names: (String) -> String?
  ) -> Line? {
    guard let text = message.text else { return nil }
    let from: Author =
      message.direction == .inbound ? .visitor : message.automatic ? .desk : .agent
    return Line(
      number: message.id, from: from, kind: from == .desk ? message.kind : nil,
      id: from == .visitor ? message.provider.flatMap(VisitorMessageID.text(ofKey:)) : nil,
      name: from == .agent ? names(message.author) ?? setting.desk.name : nil, text: text,
      at: message.at)
  }
}

/// What a visitor is asked in a webchat.
package enum VisitorAsk: Hashable, Sendable {
  /// R1.
  case subject
  /// R4.
  case form
}

/// How much one visitor, and all of them, may do at a time: more is refused, and nothing is kept of it.
package enum VisitorPace {
  /// Seconds.
  private static let span = 60
  /// Messages of one visitor.
  package static let messages = 20
  /// New conversations of all visitors together; who is behind one address is the web server's to
  /// know and to limit.
  package static let starts = 120

  /// Whether one more message is too many.
  package static func isTooFast(_ messages: [Message], now: Instant) -> Bool {
    messages.reversed().lazy.filter { $0.direction == .inbound }
      .prefix { now - $0.at < span }.count >= self.messages
  }

  /// Whether one more conversation is too many; `earlier` is the one that began `starts` before it.
  package static func isTooFast(after earlier: Conversation?, now: Instant) -> Bool {
    earlier.map { $0.channel != .whatsapp && now - $0.openedAt < span } ?? false
  }
}
