extension DeliveryPlan {
  /// Which open entries may go now: those of one contact and channel go in their order, and one that
  /// waits or whose fate is unknown holds those behind it. Nothing goes by a channel that is held.
  package static func next(
    of open: [OutboxEntry], now: Instant, held: Set<OutboxChannel> = []
  ) -> [OutboxEntry] {
    var lines: Set<Line> = []
    return open.sorted { $0.id < $1.id }.filter { entry in
      lines.insert(Line(entry)).inserted && entry.state == .queued
        && entry.retryAt.map { $0 <= now } ?? true && !held.contains(entry.channel)
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
}
