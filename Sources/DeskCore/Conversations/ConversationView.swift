/// C1: the four views, each conversation being in one of them for whoever looks.
package enum ConversationView: String, ChoiceValue, Hashable {
  /// Open, and nobody's.
  case new
  /// Open, and theirs.
  case mine
  /// Open, and another agent's.
  case others
  case closed
}

extension Conversation {
  /// C1: where an agent finds it; who is no agent has none of their own.
  package func view(of agent: Agent.ID?) -> ConversationView {
    guard state == .open else { return .closed }
    guard let assignee else { return .new }
    return assignee == agent ? .mine : .others
  }
}
