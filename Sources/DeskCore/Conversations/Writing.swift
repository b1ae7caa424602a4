/// What an agent writes in a conversation: a plan, made of what is known at that moment.
package struct Writing: Sendable {
  /// What is written.
  package enum Content: Sendable {
    case free(text: String?, files: [Attachment])
    case template(MessageTemplate.ID, MessageTemplate, [TemplateParameter])
  }

  let content: Content
  let facts: Facts
  /// As the log has the author.
  let actor: String
  let now: Instant

  package init(_ content: Content, _ facts: Facts, actor: String, now: Instant) {
    self.content = content
    self.facts = facts
    self.actor = actor
    self.now = now
  }

  /// Everything that it does, in order: the conversation comes first.
  package func plan() throws(WritingRefusal) -> [Effect] {
    let old = facts.conversation
    if old.state == .closed { throw .closed(ClosedConversation(old), open: facts.open) }
    if old.channel == .livechat { return try livechatPlan() }
    if old.channel == .webchat { return try webchatPlan() }
    let bodies = try OutgoingBody.all(of: content)
    let recipient = try recipient()
    let change = change
    var conversation = answered(change)
    var sent: [Effect] = []
    for (place, body) in bodies.enumerated() {
      let entry = entry(body, to: recipient, number: facts.nextOutbox + place)
      sent += [.message(conversation.take(message(entry))), .outbox(entry)]
    }
    let assigned = change.map { [.event($0.event)] + $0.following } ?? []
    return [.conversation(conversation)] + sent + [event(bodies.count)] + assigned
  }

  private func recipient() throws(WritingRefusal) -> Recipient {
    let number = facts.conversation.number ?? facts.number
    guard let recipient = facts.contact.recipient(by: number) else {
      throw .noAddress(facts.contact.id, name: facts.contact.displayName)
    }
    if case .free = content, facts.hasWindow, !recipient.window.isOpen(at: now) {
      throw .windowClosed(facts.conversation.id, lastInbound: recipient.lastInboundAt)
    }
    return recipient
  }

  // MARK: C21

  /// The first agent of the team who writes in a conversation without an assignee becomes it.
  private var change: AssigneeChange? {
    guard let agent = facts.agent, facts.conversation.assignee == nil else { return nil }
    let change = AssigneeChange(
      facts.conversation, to: agent, teams: facts.teams, tickets: facts.tickets, sync: facts.sync,
      actor: actor, now: now)
    return change.isMember ? change : nil
  }

  /// C9: the history names the first agent to answer.
  func answered(_ change: AssigneeChange?) -> Conversation {
    var conversation = facts.conversation
    let isFirst = facts.agent != nil && !conversation.history.contains { $0.what == .answered }
    if let change { return change.changed(as: isFirst ? .answered : .assigned) }
    if isFirst {
      conversation.history.append(
        HistoryEntry(
          at: now, actor: actor, what: .answered, team: conversation.team,
          assignee: conversation.assignee, cause: nil))
    }
    return conversation
  }

  // MARK: Parts

  private func entry(_ body: OutgoingBody, to recipient: Recipient, number: Int) -> OutboxEntry {
    var entry = OutboxEntry()
    entry.id = OutboxEntry.ID(number)
    entry.number = recipient.number
    entry.to = recipient.address
    entry.contact = facts.contact.id
    entry.kind = body.kind
    entry.body = body.body
    entry.queuedAt = now
    entry.changedAt = now
    entry.conversation = facts.conversation.id
    entry.agent = facts.agent
    return entry
  }

  private func message(_ entry: OutboxEntry) -> Message {
    var message = Message()
    message.author = actor
    message.at = now
    message.type = entry.kind.rawValue
    message.text = entry.body.text
    message.files = entry.body.files
    message.outbox = entry.id
    return message
  }

  private func event(_ count: Int) -> Effect {
    let rule = if case .template = content { "C14" } else { "C21" }
    return .event(
      Event(
        at: now, actor: actor, record: facts.conversation.reference, what: "answered", rule: rule,
        detail: (0..<count).map { "outbox/\(facts.nextOutbox + $0)" }))
  }
}
