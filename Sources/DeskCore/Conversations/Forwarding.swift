/// C8: a conversation goes to a team, where nobody has it yet. It moves no ticket.
package struct Forwarding: Sendable {
  let conversation: Conversation
  let team: Team.ID
  /// Internal: for those who have it from then on.
  let comment: String?
  /// The contact's; those that were not made from the conversation are left alone.
  let tickets: [Ticket]
  let sync: AssigneeSync
  let actor: String
  let now: Instant

  package init(
    _ conversation: Conversation, to team: Team.ID, comment: String?, tickets: [Ticket],
    sync: AssigneeSync, actor: String, now: Instant
  ) {
    self.conversation = conversation
    self.team = team
    self.comment = comment
    self.tickets = tickets
    self.sync = sync
    self.actor = actor
    self.now = now
  }

  /// Nothing where it waits there already.
  package func plan(open: Conversation.ID?) throws(AssigningRefusal) -> [Effect] {
    if conversation.state == .closed { throw .closed(ClosedConversation(conversation), open: open) }
    if conversation.channel == .webchat {
      throw .offered(conversation.id, acceptedBy: conversation.assignee)
    }
    guard conversation.team != team || conversation.assignee != nil else { return [] }
    var changed = conversation
    changed.team = team
    changed.assignee = nil
    var entry = HistoryEntry(
      at: now, actor: actor, what: .forwarded, team: team, assignee: nil, cause: nil)
    entry.comment = comment
    changed.history.append(entry)
    let event = Event(
      at: now, actor: actor, record: conversation.reference, what: "forwarded", rule: "C8",
      detail: ["team \(team)"])
    return [.conversation(changed), .event(event)] + kept
  }

  /// W10: the tickets keep whom they have, and say why.
  private var kept: [Effect] {
    guard conversation.assignee != nil else { return [] }
    return tickets.filter { $0.isMade(from: conversation.id) }.compactMap { ticket in
      let ruling = sync.ruling(
        .assigneeChanged, assignee: nil, ticketState: ticket.state, isMember: { _ in false })
      guard case .keep(let reason?) = ruling else { return nil }
      return .event(
        Event(
          at: now, actor: actor, record: ticket.reference, what: "kept", rule: "W10",
          detail: [reason.rawValue, conversation.reference.text]))
    }
  }
}
