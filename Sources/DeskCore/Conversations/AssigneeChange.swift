/// C21: a conversation gets an assignee, and W10: what that means for the tickets made from it.
package struct AssigneeChange: Sendable {
  package let conversation: Conversation
  package let agent: Agent.ID
  /// The agent's.
  package let teams: [Team.ID]
  /// The contact's tickets; those that were not made from the conversation are left alone.
  package let tickets: [Ticket]
  package let sync: AssigneeSync
  /// Who does it, as the log has it.
  package let actor: String
  package let now: Instant

  package init(
    _ conversation: Conversation, to agent: Agent.ID, teams: [Team.ID], tickets: [Ticket],
    sync: AssigneeSync, actor: String, now: Instant
  ) {
    self.conversation = conversation
    self.agent = agent
    self.teams = teams
    self.tickets = tickets
    self.sync = sync
    self.actor = actor
    self.now = now
  }

  /// Whether the agent belongs to the conversation's team; one without a team takes everybody.
  package var isMember: Bool { conversation.team.map { teams.contains($0) } ?? true }

  /// The conversation with its new assignee, and that in its history.
  package func changed(as what: HistoryEntry.Change = .assigned) -> Conversation {
    var changed = conversation
    changed.assignee = agent
    changed.history.append(
      HistoryEntry(
        at: now, actor: actor, what: what, team: conversation.team, assignee: agent, cause: nil))
    return changed
  }

  /// Everything that giving it by hand does.
  package func plan() -> [Effect] {
    [.conversation(changed()), .event(event)] + following
  }

  package var event: Event {
    Event(
      at: now, actor: actor, record: conversation.reference, what: "assigned", rule: "C21",
      detail: ["assignee \(agent)"])
  }

  /// W10: the tickets that follow, and why others do not.
  package var following: [Effect] {
    tickets.filter { $0.isMade(from: conversation.id) }.flatMap(follow)
  }

  private func follow(_ ticket: Ticket) -> [Effect] {
    let ruling = sync.ruling(
      .assigneeChanged, assignee: agent, ticketState: ticket.state,
      isMember: { _ in ticket.team.map { teams.contains($0) } ?? true })
    switch ruling {
    case .keep(nil): return []
    case .keep(let reason?):
      return [ticketEvent(ticket, "kept", [reason.rawValue])]
    case .take(let agent):
      if ticket.assignee == agent { return [] }
      var taken = ticket
      taken.assignee = agent
      return [.ticket(taken), ticketEvent(ticket, "assigned", ["assignee \(agent)"])]
    }
  }

  private func ticketEvent(_ ticket: Ticket, _ what: String, _ detail: [String]) -> Effect {
    .event(
      Event(
        at: now, actor: actor, record: ticket.reference, what: what, rule: "W10",
        detail: detail + [conversation.reference.text]))
  }
}
