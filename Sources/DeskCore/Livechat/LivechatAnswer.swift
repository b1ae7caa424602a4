extension Writing {
  /// C17: what an agent writes in livechat. It waits for the visitor's browser to ask: nothing is sent.
  /// The first answer in a conversation that nobody has takes it; who sees all and writes in another's
  /// does not.
  func livechatPlan() throws(WritingRefusal) -> [Effect] {
    try chatPlan(answered(taking), rule: "C17")
  }

  /// R7: in the webchat an agent writes who accepted the offer, or who sees all.
  func webchatPlan() throws(WritingRefusal) -> [Effect] {
    guard facts.conversation.assignee != nil else { throw .notAccepted(facts.conversation.id) }
    return try chatPlan(answered(nil), rule: "R7")
  }

  private func chatPlan(
    _ answered: Conversation, rule: String
  ) throws(WritingRefusal) -> [Effect] {
    let text = try plainText()
    var conversation = answered
    var message = Message()
    message.author = actor
    message.at = now
    message.text = text
    message = conversation.take(message)
    let event = Event(
      at: now, actor: actor, record: conversation.reference, what: "answered", rule: rule)
    return [.conversation(conversation), .message(message), .event(event)]
  }

  /// Whoever has another's conversation already is not the one who writes: only who sees all may.
  private func plainText() throws(WritingRefusal) -> String {
    let conversation = facts.conversation
    if let assignee = conversation.assignee, assignee != facts.agent, !facts.seesAll {
      throw .taken(conversation.id, by: assignee, conversation.taking)
    }
    guard case .free(let text, let files) = content, files.isEmpty else {
      throw .textAlone(conversation.id)
    }
    guard let text, !text.trimmed.isEmpty else { throw .empty }
    let count = text.unicodeScalars.count
    if count > VisitorText.longest { throw .tooLong(count: count, limit: VisitorText.longest) }
    return text
  }

  private var taking: AssigneeChange? {
    guard let agent = facts.agent, facts.conversation.assignee == nil else { return nil }
    return AssigneeChange(
      facts.conversation, to: agent, teams: facts.teams, tickets: [], sync: .off, actor: actor,
      now: now)
  }
}
