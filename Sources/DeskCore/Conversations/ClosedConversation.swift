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
