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
