import CommandLineKit
package import DeskCore
import DeskStore
import DeskSystem

/// Who acts.
package enum Actor: Sendable {
  /// The store's owner, or root.
  case administrator
  /// The desk itself.
  case system
  case agent(Agent.ID, Agent, Role?)

  /// As the log has it.
  var name: String {
    switch self {
    case .administrator: "administrator"
    case .system: "system"
    case .agent(let id, _, _): id.text
    }
  }

  var agent: Agent.ID? {
    switch self {
    case .administrator, .system: nil
    case .agent(let id, _, _): id
    }
  }

  /// The one function that says who may do what.
  func may(_ permission: Permission) -> Bool {
    switch self {
    case .administrator, .system: true
    case .agent(_, _, let role): role?.allows(permission) ?? false
    }
  }

  var seesAll: Bool { may(.viewAll) }

  /// The one function that says who may see what: what belongs to a team and an assignee is seen
  /// by that team's agents, by its assignee, and by who sees all.
  func sees(team: Team.ID?, assignee: Agent.ID?) -> Bool {
    switch self {
    case .administrator, .system: true
    case .agent(let id, let agent, _):
      may(.viewAll) || assignee == id || team.map { agent.teams.contains($0) } ?? true
    }
  }
}

extension Actor {
  /// What is meant for one agent alone.
  func sees(whatGoesTo agent: Agent.ID?) -> Bool { may(.viewAll) || agent == self.agent }

  /// C1: who may see a conversation; lists, `show`, tickets and completion all ask it. `segmented`
  /// says that agents see the new ones and their own, and not each other's; of closed ones they never
  /// see another agent's.
  func sees(_ conversation: Conversation, segmented: Bool) -> Bool {
    if conversation.channel == .livechat { return seesLivechat(conversation) }
    guard sees(team: conversation.team, assignee: conversation.assignee) else { return false }
    guard conversation.channel != .webchat || seesVisitor(conversation) else { return false }
    let isParted = segmented || conversation.state == .closed
    guard isParted, !may(.viewAll) else { return true }
    return conversation.assignee == nil || conversation.assignee == agent
  }

  /// C3, C17: livechat's new ones are every licensed agent's, whatever team; once somebody answered they
  /// are theirs alone.
  private func seesLivechat(_ conversation: Conversation) -> Bool {
    switch self {
    case .administrator, .system: true
    case .agent(let id, let agent, _):
      may(.viewAll) || conversation.assignee.map { $0 == id } ?? agent.licences.contains(.livechat)
    }
  }

  /// C3: a visitor of the webchat whom no team has yet is seen by those who are licensed for it.
  private func seesVisitor(_ conversation: Conversation) -> Bool {
    guard conversation.team == nil, case .agent(let id, let agent, _) = self else { return true }
    return may(.viewAll) || conversation.assignee == id || agent.licences.contains(.webchat)
  }

  /// C17, C21: whether somebody may be told whose an open conversation is that they do not see any more:
  /// in livechat who is licensed, else who is of its team.
  func isTold(of conversation: Conversation) -> Bool {
    guard case .agent(_, let agent, _) = self, conversation.state == .open else { return false }
    if conversation.channel == .livechat { return agent.licences.contains(.livechat) }
    return conversation.team.map { agent.teams.contains($0) } ?? false
  }
}

extension Actor {
  /// C21: the same of one that a colleague has just closed. Who never saw it, as their own or among the
  /// new ones, is not told of it, and neither is who asks long after.
  func isTold(ofClosed conversation: Conversation, now: Instant) -> Bool {
    guard case .agent(let id, let agent, _) = self, let closedAt = conversation.closedAt,
      conversation.state == .closed, now - closedAt < Self.momentAfterClosing
    else { return false }
    return conversation.history.contains { entry in
      if let assignee = entry.assignee { return assignee == id }
      if conversation.channel == .livechat { return agent.licences.contains(.livechat) }
      return entry.team.map { agent.teams.contains($0) } ?? false
    }
  }

  /// Seconds.
  private static let momentAfterClosing = 3600
}

extension Desk {
  /// C1, by this desk's settings.
  func sees(_ conversation: Conversation) throws -> Bool {
    actor.sees(conversation, segmented: try settings.whatsapp.segmentedViews)
  }

  /// A conversation that this actor sees; what they do not see is as if it were not there. Only who
  /// would change what a colleague was quicker to close is told so.
  func conversation(_ word: String, in store: some StoreReading) throws -> Conversation {
    let conversation = try record(Conversation.self, word, in: store)
    let transaction = store as? Transaction
    guard try sees(conversation) else {
      if transaction != nil, actor.isTold(ofClosed: conversation, now: try now()) {
        throw Failure.closed(ClosedConversation(conversation), open: nil, desk: self)
      }
      throw Failure.noSuchRecord("conversation", word)
    }
    try transaction?.checkRevision(of: conversation)
    return conversation
  }

  /// The same for who works in it. L1: without livechat its conversations can only be closed.
  func conversationToWork(
    _ word: String, in store: some StoreReading
  ) throws -> Conversation {
    let conversation = try conversation(word, in: store)
    try requireLivechat(for: conversation)
    return conversation
  }

  /// A conversation that this actor sees, or else who has it, where they may be told.
  func conversation(
    _ word: String, in store: some StoreReading,
    or refusal: (Conversation, Agent.ID) -> any Error
  ) throws -> Conversation {
    let found = try record(Conversation.self, word, in: store)
    if try !sees(found), actor.isTold(of: found), let assignee = found.assignee {
      throw refusal(found, assignee)
    }
    return try conversation(word, in: store)
  }

  /// Finds out who acts: the owner of the store and root are the administrator, or the agent that
  /// they name; another Unix user is the agent whose login they are.
  func findActor() throws -> Actor {
    if let known = try findKnownActor() { return known }
    throw Failure.unknownLogin(try callerLogin())
  }

  /// The same; nil for a Unix user who is no agent.
  func findKnownActor() throws -> Actor? {
    let isOwner = try surroundings.user == 0 || surroundings.user == owner()
    if let name = globals.value(.asAgent) ?? surroundings["DESKCTL_AGENT"] {
      guard isOwner else { throw Failure.mayNotActAsOthers }
      let id = try self.id(Agent.self, name)
      return try actor(id, agents[id])
    }
    if isOwner { return .administrator }
    let login = try callerLogin()
    let known = try agents.entries.first { $0.value.login == login }
    return try known.map { try actor($0.id, $0.value) }
  }

  private func callerLogin() throws -> String {
    let accounts = UnixAccounts(environment: surroundings.childEnvironment)
    return try accounts.login(of: surroundings.user) ?? String(surroundings.user)
  }

  /// An agent as who they would be if they acted.
  func acting(as agent: Agent.ID) throws -> Actor { try actor(agent, agents[agent]) }

  private func actor(_ id: Agent.ID, _ agent: Agent?) throws -> Actor {
    guard let agent else { throw Failure.noSuchEntry(Agent.noun, id.text, nil) }
    return .agent(id, agent, try agent.role.flatMap { try roles[$0] })
  }

  /// The Unix user who owns the desk.
  private func owner() throws -> UInt32? {
    if let store = try? store() { return try store.owner() }
    return try config().folder.facts(".")?.owner
  }

  func require(_ permission: Permission) throws {
    guard actor.may(permission) else { throw Failure.mayNot(actor, permission) }
  }
}
