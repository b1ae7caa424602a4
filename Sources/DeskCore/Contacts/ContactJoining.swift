extension Contact {
  /// Two contacts of which one turned out to be the other.
  package struct Joining: Hashable, Sendable {
    /// Has the phones, ids and lines of both.
    package let kept: Contact
    /// Keeps nothing to be found by, and says who it was.
    package let left: Contact
  }

  /// W7: this contact with what another is reached by, once somebody is sure that they are one.
  package func taking(_ other: Contact, now: Instant) -> Joining {
    var kept = self
    for phone in other.phones where !kept.phones.contains(where: { $0.matchKey == phone.matchKey })
    {
      kept.phones.append(phone)
    }
    kept.userIDs += other.userIDs.filter { !kept.userIDs.contains($0) }
    let numbers = Set(other.lines.map(\.number))
    kept.lines = kept.lines.filter { !numbers.contains($0.number) } + other.lines
    kept.lastInboundAt = [kept.lastInboundAt, other.lastInboundAt].compactMap { $0 }.max()
    kept.profileName = other.profileName ?? kept.profileName
    kept.changedAt = now
    var left = other
    left.phones = []
    left.userIDs = []
    left.lines = []
    left.claim = nil
    left.joined = id
    left.changedAt = now
    return Joining(kept: kept, left: left)
  }
}
