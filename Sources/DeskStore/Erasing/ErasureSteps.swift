import DeskCore

/// The changes of records that an erasure consists of, but for the person's own. Each finds out by
/// itself whether it is still to be done.
struct ErasureSteps {
  typealias Step = (Transaction) throws -> Void

  private var steps: [Step] = []

  init(_ traces: PersonTraces, actor: String, title: String, now: Instant) {
    let talks = Set(traces.conversations.map(\.id))
    steps += traces.outbox.map { one in { try $0.removeIfThere(one.id) } }
    steps += traces.notifications.map { one in { try $0.removeIfThere(one.id) } }
    steps += traces.schedules.map { one in { try $0.removeIfThere(one.id) } }
    steps += traces.tickets.map { ticket in
      { transaction in
        guard let stored = try transaction.find(ticket.id) else { return }
        let erased = stored.erased(title: title, at: now, without: talks)
        if erased == stored { return }
        try transaction.apply([
          .ticket(erased),
          .event(
            Event(at: now, actor: actor, record: ticket.reference, what: "erased", rule: nil)),
        ])
      }
    }
    steps += traces.linkedTickets.map { id in
      { transaction in
        guard var ticket = try transaction.find(id) else { return }
        ticket.links.removeAll { talks.contains($0.conversation) }
        try transaction.apply([.ticket(ticket)])
      }
    }
    let emails = Set(traces.contacts.flatMap(\.emails))
    steps += traces.claimants.map { id in
      { transaction in
        guard var contact = try transaction.find(id) else { return }
        contact.claim = nil
        try transaction.apply([.contact(contact)])
      }
    }
    steps += traces.givenIn.map { id in
      { transaction in
        guard var conversation = try transaction.find(id) else { return }
        if let email = conversation.intake?.email, emails.contains(email) {
          conversation.intake?.email = nil
        }
        try transaction.apply([.conversation(conversation)])
      }
    }
    steps += traces.conversations.map { one in
      { transaction in
        guard try transaction.find(one.id) != nil else { return }
        try transaction.removeMessages(of: one.id)
        try transaction.remove(one.id)
      }
    }
  }

  subscript(_ range: UnboundedRange) -> ArraySlice<Step> { steps[...] }
}

extension Transaction {
  fileprivate func removeIfThere<Kept: StoredRecord>(_ id: RecordID<Kept>) throws {
    if try find(id) != nil { try remove(id) }
  }
}

extension Ticket {
  /// Its number, and what says nothing of whose it was.
  fileprivate func erased(
    title: String, at now: Instant, without talks: Set<Conversation.ID>
  ) -> Ticket {
    var ticket = self
    ticket.title = title
    ticket.contact = nil
    ticket.conversation = nil
    ticket.madeFrom = nil
    ticket.comments = []
    ticket.links.removeAll { talks.contains($0.conversation) }
    if state == .open {
      ticket.state = .closed
      ticket.closedAt = now
    }
    return ticket
  }
}
