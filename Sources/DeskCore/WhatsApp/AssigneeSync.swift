/// W10: when a ticket that a conversation opened takes the conversation's assignee.
package enum AssigneeSync: String, ChoiceValue, Hashable {
  case off
  case onCreate
  case onCreateAndEdit

  /// What happened to the conversation or its ticket.
  package enum Occasion: Hashable, Sendable, CaseIterable {
    /// The ticket is being made, by itself or by hand.
    case ticketMade
    /// The conversation has another assignee now, or none.
    case assigneeChanged
  }

  /// What becomes of the ticket's assignee.
  package enum Ruling: Hashable, Sendable {
    case take(Agent.ID)
    /// It stays; a reason is recorded with the ticket, nil says that nothing was to be done.
    case keep(Reason?)
  }

  /// Why a ticket did not follow.
  package enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The agent is no member of the ticket's team.
    case notInTeam = "agent_not_in_team"
    /// A forward left the conversation without anybody.
    case cleared = "assignee_cleared"
  }

  /// The ruling about a ticket made from this very conversation. `isMember` says whether an agent
  /// belongs to the ticket's team; a ticket without a team takes everybody.
  package func ruling(
    _ occasion: Occasion, assignee: Agent.ID?, ticketState: TicketState,
    isMember: (Agent.ID) -> Bool
  ) -> Ruling {
    switch (self, occasion) {
    case (.off, _), (.onCreate, .assigneeChanged): return .keep(nil)
    case (.onCreateAndEdit, .assigneeChanged) where ticketState == .closed: return .keep(nil)
    case (.onCreate, .ticketMade), (.onCreateAndEdit, _):
      guard let assignee else {
        // Nobody when it is made is nothing to tell of; nobody any more is.
        return .keep(occasion == .ticketMade ? nil : .cleared)
      }
      return isMember(assignee) ? .take(assignee) : .keep(.notInTeam)
    }
  }
}
