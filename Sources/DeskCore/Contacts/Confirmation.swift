/// W7: an agent confirms that somebody is who they say to be: what is known of them becomes the
/// claimed contact's.
package struct Confirmation: Sendable {
  /// Why a claim is not confirmed.
  package enum Refusal: Error, Hashable, Sendable {
    /// They say to be nobody.
    case noClaim(Contact.ID)
  }

  package let claiming: Contact
  package let claimed: Contact
  /// What of the claiming contact is not over yet.
  package let conversations: [Conversation]
  package let tickets: [Ticket]
  package let schedules: [Schedule]
  package let actor: String
  package let now: Instant

  package init(
    of claiming: Contact, as claimed: Contact, conversations: [Conversation], tickets: [Ticket],
    schedules: [Schedule], actor: String, now: Instant
  ) {
    self.claiming = claiming
    self.claimed = claimed
    self.conversations = conversations
    self.tickets = tickets
    self.schedules = schedules
    self.actor = actor
    self.now = now
  }

  /// Everything that it does, in order: the claiming contact comes first, and gives its phones away
  /// before the other one takes them.
  package func plan() -> [Effect] {
    [
      .contact(left), event(claiming.reference, "joined", [claimed.reference.text]),
      .contact(joined), event(claimed.reference, "confirmed", [claiming.reference.text]),
    ]
      + conversations.flatMap { old in
        var moved = old
        moved.contact = claimed.id
        return [.conversation(moved), event(old.reference, "joined", [claimed.reference.text])]
      }
      + tickets.flatMap { old in
        var moved = old
        moved.contact = claimed.id
        return [.ticket(moved), event(old.reference, "joined", [claimed.reference.text])]
      }
      + schedules.flatMap { old in
        var moved = old
        moved.contact = claimed.id
        return [.schedule(moved), event(old.reference, "joined", [claimed.reference.text])]
      }
  }

  /// The claiming contact afterwards: it only says who they are.
  private var left: Contact {
    var left = claiming
    left.phones = []
    left.userIDs = []
    left.lines = []
    left.claim = nil
    left.joined = claimed.id
    left.changedAt = now
    return left
  }

  private var joined: Contact {
    var joined = claimed
    for phone in claiming.phones where !joined.phones.contains(where: phone.isSame) {
      joined.phones.append(phone)
    }
    for id in claiming.userIDs where !joined.userIDs.contains(id) { joined.userIDs.append(id) }
    for line in claiming.lines { joined.take(line) }
    joined.profileName = joined.profileName ?? claiming.profileName
    joined.lastInboundAt = Instant.latest(joined.lastInboundAt, claiming.lastInboundAt)
    joined.changedAt = now
    return joined
  }

  private func event(_ record: Reference, _ what: String, _ detail: [String]) -> Effect {
    .event(Event(at: now, actor: actor, record: record, what: what, rule: "W7", detail: detail))
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
    let old = lines[place]
    guard Instant.latest(old.lastInboundAt, line.lastInboundAt) != old.lastInboundAt else { return }
    lines[place] = line
    lines[place].requests = (old.requests + line.requests).sorted()
  }
}

extension Instant {
  fileprivate static func latest(_ first: Instant?, _ second: Instant?) -> Instant? {
    [first, second].compactMap { $0 }.max()
  }
}
