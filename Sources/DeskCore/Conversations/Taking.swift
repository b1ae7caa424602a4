/// How the agent who has a conversation came by it: why another does not write there.
package enum Taking: Hashable, Sendable {
  /// C17: they answered first.
  case answered
  /// C21: it was claimed, or given to them.
  case given
  /// R7: they accepted the visitor.
  case accepted
}

extension Conversation {
  /// How its assignee came by it.
  package var taking: Taking {
    if channel == .webchat { return .accepted }
    let isTheirs = history.contains {
      $0.what == .answered && $0.assignee == assignee && $0.actor == assignee?.text
    }
    return channel == .livechat && isTheirs ? .answered : .given
  }
}

/// A conversation that is over, with who ended it and when: for whoever comes too late.
package struct ClosedConversation: Hashable, Sendable {
  package let id: Conversation.ID
  package let by: String?
  package let at: Instant?

  package init(_ conversation: Conversation) {
    id = conversation.id
    by = conversation.closedBy
    at = conversation.closedAt
  }
}
