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
    for phone in other.phones where !kept.phones.contains(where: phone.isSame) {
      kept.phones.append(phone)
    }
    kept.userIDs += other.userIDs.filter { !userIDs.contains($0) }
    for line in other.lines { kept.take(line) }
    kept.profileName = profileName ?? other.profileName
    kept.lastInboundAt = Instant.latest(lastInboundAt, other.lastInboundAt)
    kept.lastTicket = [lastTicket, other.lastTicket].compactMap { $0 }.max()
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

extension PhoneNumber {
  fileprivate func isSame(_ other: PhoneNumber) -> Bool { matchKey == other.matchKey }
}

extension Contact {
  /// Of two lines with the same number the one on which they wrote last is where answers go.
  fileprivate mutating func take(_ line: ContactLine) {
    guard let place = lines.firstIndex(where: { $0.number == line.number }) else {
      lines.append(line)
      return
    }
    let last = lines[place].lastInboundAt
    guard Instant.latest(last, line.lastInboundAt) != last else { return }
    lines[place] = line
  }
}

extension Instant {
  fileprivate static func latest(_ first: Instant?, _ second: Instant?) -> Instant? {
    [first, second].compactMap { $0 }.max()
  }
}
