/// C8: a conversation of livechat goes to another agent, who must be licensed and online at that moment.
package struct Transfer: Sendable {
  /// Why it does not.
  package enum Refusal: Error, Hashable, Sendable {
    case closed(ClosedConversation)
    /// Only livechat's conversations are transferred; others are assigned.
    case notLivechat(Conversation.ID, Channel)
    case oneself(Agent.ID)
    case hasItAlready(Agent.ID)
    case notOnline(Agent.ID, others: [Agent.ID])
  }

  let conversation: Conversation
  /// Who transfers it; nil for an administrator who is no agent.
  let agent: Agent.ID?
  let presence: LivechatPresence
  let actor: String
  let now: Instant

  package init(
    _ conversation: Conversation, by agent: Agent.ID?, presence: LivechatPresence, actor: String,
    now: Instant
  ) {
    self.conversation = conversation
    self.agent = agent
    self.presence = presence
    self.actor = actor
    self.now = now
  }

  /// Those to whom it can go.
  package var candidates: [Agent.ID] {
    presence.online.filter { $0 != agent && $0 != conversation.assignee }
  }

  package func check() throws(Refusal) {
    guard conversation.channel == .livechat else {
      throw .notLivechat(conversation.id, conversation.channel)
    }
    guard conversation.state == .open else { throw .closed(ClosedConversation(conversation)) }
  }

  package func plan(to receiver: Agent.ID) throws(Refusal) -> [Effect] {
    try check()
    if receiver == agent { throw .oneself(receiver) }
    if receiver == conversation.assignee { throw .hasItAlready(receiver) }
    guard presence.isOnline(receiver) else { throw .notOnline(receiver, others: candidates) }
    var moved = conversation
    moved.assignee = receiver
    moved.history.append(
      HistoryEntry(
        at: now, actor: actor, what: .transferred, team: moved.team, assignee: receiver, cause: nil)
    )
    return [
      .conversation(moved),
      .event(
        Event(
          at: now, actor: actor, record: moved.reference, what: "transferred", rule: "C8",
          detail: ["assignee \(receiver)"])),
    ]
  }
}
