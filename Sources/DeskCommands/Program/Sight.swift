import DeskCore
import DeskStore

extension Desk {
  /// C1: whether this actor sees what a reference names. What is not there is seen: there is nothing to
  /// hide.
  func sees(_ reference: Reference, _ store: some StoreReading) throws -> Bool {
    if actor.seesAll { return true }
    switch reference.kind {
    case .contact: return true
    case .ticket: return try see(Ticket.self, reference, store) { actor.sees($0) }
    case .conversation: return try see(Conversation.self, reference, store) { try sees($0) }
    case .schedule:
      return try see(Schedule.self, reference, store) {
        actor.sees(team: $0.team, assignee: $0.agent)
      }
    case .outbox: return try see(OutboxEntry.self, reference, store) { try sees($0, store) }
    case .notification:
      return try see(DeskCore.Notification.self, reference, store) { actor.isTold($0) }
    }
  }

  private func see<Kept: StoredRecord>(
    _ type: Kept.Type, _ reference: Reference, _ store: some StoreReading,
    _ isSeen: (Kept) throws -> Bool
  ) throws -> Bool {
    try store.find(RecordID<Kept>(reference.number)).map(isSeen) ?? true
  }

  /// A line of the log without what this actor does not see; nil where it is about that.
  func visible(_ event: Event, _ store: some StoreReading) throws -> Event? {
    if actor.seesAll { return event }
    if let record = event.record, try !sees(record, store) { return nil }
    var event = event
    event.detail = try event.detail.filter { detail in
      try (try? Reference(text: detail)).map { try sees($0, store) } ?? true
    }
    return event
  }

  /// What became of a conversation, as this actor may see it.
  func changed(
    _ id: Conversation.ID, _ what: String, _ store: Transaction
  ) throws -> Output.Change {
    change(try visible(store.get(id), store), what)
  }

  func unchanged(_ conversation: Conversation, _ store: Transaction) throws -> Output {
    Output(
      .changed(
        schema: "conversation", [.unchanged(try visible(conversation, store), self)]))
  }

  /// A conversation without the tickets, and without the causes of its steps, that this actor does
  /// not see.
  func visible(_ conversation: Conversation, _ store: some StoreReading) throws -> Conversation {
    if actor.seesAll { return conversation }
    var conversation = conversation
    conversation.lastTicket = try visible(.ticket, conversation.lastTicket, store)
    conversation.tickets = try conversation.tickets.filter {
      try visible(.ticket, $0, store) != nil
    }
    for place in conversation.history.indices {
      guard let cause = conversation.history[place].cause, try !sees(cause, store) else { continue }
      conversation.history[place].cause = nil
    }
    return conversation
  }

  /// A contact without the tickets and conversations that this actor does not see.
  func visible(_ contact: Contact, _ store: some StoreReading) throws -> Contact {
    if actor.seesAll { return contact }
    var contact = contact
    contact.lastTicket = try visible(.ticket, contact.lastTicket, store)
    contact.lines = try contact.lines.map { line in
      var line = line
      line.conversation = try visible(.conversation, line.conversation, store)
      return line
    }
    return contact
  }

  private func visible<Kept>(
    _ kind: RecordKind, _ id: RecordID<Kept>?, _ store: some StoreReading
  ) throws -> RecordID<Kept>? {
    try id.flatMap { try sees(Reference(kind, $0.number), store) ? $0 : nil }
  }
}
