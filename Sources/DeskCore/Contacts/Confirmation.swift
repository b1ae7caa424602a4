/// W7: an agent confirms that somebody is who they claim to be: what is known of them becomes the
/// claimed contact's.
package struct Confirmation: Sendable {
  /// Why a claim is not confirmed.
  package enum Refusal: Error, Hashable, Sendable {
    /// They claim to be nobody.
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
  /// W7, or C18 where an agent typed the e-mail.
  private let rule: String

  package init(
    of claiming: Contact, as claimed: Contact, conversations: [Conversation], tickets: [Ticket],
    schedules: [Schedule], actor: String, now: Instant, rule: String = "W7"
  ) {
    self.claiming = claiming
    self.claimed = claimed
    self.conversations = conversations
    self.tickets = tickets
    self.schedules = schedules
    self.actor = actor
    self.now = now
    self.rule = rule
  }

  /// Everything that it does, in order: the claiming contact comes first, and gives its phones away
  /// before the other one takes them.
  package func plan() -> [Effect] {
    let joining = claimed.taking(claiming, now: now)
    return [
      .contact(joining.left), event(claiming.reference, "joined", [claimed.reference.text]),
      .contact(joining.kept), event(claimed.reference, "confirmed", [claiming.reference.text]),
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

  private func event(_ record: Reference, _ what: String, _ detail: [String]) -> Effect {
    .event(Event(at: now, actor: actor, record: record, what: what, rule: rule, detail: detail))
  }
}
