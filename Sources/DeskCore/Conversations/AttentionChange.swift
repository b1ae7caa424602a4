/// C4: a conversation is put out of sight until its contact writes again, or back.
package struct AttentionChange: Sendable {
  let conversation: Conversation
  let attention: Attention
  let actor: String
  let now: Instant

  package init(
    _ conversation: Conversation, to attention: Attention, actor: String, now: Instant
  ) {
    self.conversation = conversation
    self.attention = attention
    self.actor = actor
    self.now = now
  }

  /// Nothing where it is so already; `open` is the contact's conversation that is not closed.
  package func plan(open: Conversation.ID?) throws(AssigningRefusal) -> [Effect] {
    if conversation.state == .closed { throw .closed(ClosedConversation(conversation), open: open) }
    guard conversation.attention != attention else { return [] }
    var changed = conversation
    changed.attention = attention
    let event = Event(
      at: now, actor: actor, record: conversation.reference, what: attention.rawValue, rule: "C4")
    return [.conversation(changed), .event(event)]
  }
}
