import DeskCore
import DeskStore

/// What comes in while somebody looks on: the messages that were not there at the look before, by
/// how many each conversation had. A look asks what is open, not what is stored.
struct Arrivals {
  /// Of one conversation alone.
  private let only: Conversation.ID?
  /// What the desk writes, too.
  private let withAnswers: Bool
  /// Those that may still get messages, and how many were seen of each.
  private var counts: [Conversation.ID: Int] = [:]
  /// The newest number that was there.
  private var last: Int

  /// Everything that is there counts as seen.
  init(
    of only: Conversation.ID? = nil, withAnswers: Bool = false, _ store: StoreReader
  ) throws {
    self.only = only
    self.withAnswers = withAnswers
    last = try store.lastNumber(.conversation)
    for conversation in try store.records(candidates(store)) {
      counts[conversation.id] = conversation.messageCount
    }
  }

  private func candidates(_ store: StoreReader) throws -> [Conversation.ID] {
    if let only { return [only] }
    return try Set(store.numbers(.open(.conversation)).map(Conversation.ID.init))
      .union(counts.keys).sorted()
  }

  /// What came since the look before and this desk's actor sees (C1), by the provider's clock.
  mutating func take(_ desk: Desk, _ store: StoreReader) throws -> [Message] {
    let known = last
    if only == nil { last = try store.lastNumber(.conversation) }
    // One may have been opened and closed since.
    let new = known < last ? (known + 1...last).map(Conversation.ID.init) : []
    let all = try Set(candidates(store) + new).sorted()
    var found: [Message] = []
    for conversation in try store.records(all) {
      let seen = counts[conversation.id] ?? (conversation.id.number > known ? 0 : nil)
      counts[conversation.id] = isOver(conversation) ? nil : conversation.messageCount
      guard let seen, try desk.sees(conversation) else { continue }
      found += try messages(of: conversation, after: seen, store)
    }
    return desk.inOrder(found)
  }

  /// The messages of what is open that came at an instant or later.
  func since(_ start: Instant, _ desk: Desk, _ store: StoreReader) throws -> [Message] {
    let recent = try store.records(candidates(store)).filter { conversation in
      try (conversation.lastMessageAt ?? conversation.openedAt) >= start && desk.sees(conversation)
    }
    return desk.inOrder(
      try recent.flatMap { try messages(of: $0, after: 0, store) }.filter { $0.at >= start })
  }

  /// A closed one gets none any more, once its survey waits for nothing.
  private func isOver(_ conversation: Conversation) -> Bool {
    only == nil && conversation.state == .closed && conversation.checkAt == nil
  }

  private func messages(
    of conversation: Conversation, after seen: Int, _ store: StoreReader
  ) throws -> [Message] {
    guard conversation.messageCount > seen else { return [] }
    return try store.messages(of: conversation.id, last: conversation.messageCount - seen)
      .filter { withAnswers || $0.direction == .inbound }
  }
}
