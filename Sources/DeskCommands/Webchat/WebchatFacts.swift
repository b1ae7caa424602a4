import DeskCore
import DeskStore

extension Desk {
  /// What everything in the webchat has in common, at this moment.
  func webchatSetting(_ transaction: Transaction) throws -> WebchatSetting {
    try webchatSetting(transaction, links: ticketLinks(transaction))
  }

  func webchatSetting(
    _ store: some StoreReading, links: TicketLinks
  ) throws -> WebchatSetting {
    let settings = try settings
    return WebchatSetting(
      settings, routing: try routing(), signedIn: SignedInAgents(try store.presence()),
      links: links, dateText: try dateText(), now: try now())
  }

  /// What happens next in a conversation of the webchat.
  func webchatTurn(
    _ conversation: Conversation, _ transaction: Transaction
  ) throws -> WebchatTurn {
    let contact = try transaction.get(conversation.contact)
    return WebchatTurn(
      conversation, with: contact, owner: try transaction.claimed(by: contact),
      next: try transaction.nextNumbers(), setting: try webchatSetting(transaction),
      actor: actor.name)
  }

  /// R6: those that are offered, each once: to one agent, or to anybody.
  func offeredConversations(
    to agent: Agent.ID?, _ store: some StoreReading
  ) throws -> [Conversation] {
    try conversations(of: agent, store) { .offer($0) }
  }

  /// R6: those it is offered to who may still take it.
  func takers(of conversation: Conversation, _ signedIn: SignedInAgents) throws -> [Agent.ID] {
    let agents = try agents
    return conversation.offeredAgents.filter { id in
      agents[id].map { signedIn.standing(of: id, $0, in: conversation.team) } == .there
    }
  }

  /// R8: those whose case is not saved yet, of one agent or of all.
  func unsavedCases(of agent: Agent.ID?, _ store: some StoreReading) throws -> [Conversation] {
    try conversations(of: agent, store) { .unsavedCase($0) }
  }

  private func conversations(
    of agent: Agent.ID?, _ store: some StoreReading, _ work: (Agent.ID) -> WebchatWork
  ) throws -> [Conversation] {
    if let agent { return try store.conversations(work(agent)) }
    // Whoever left the desk may still have some: then it is the index that knows them all.
    var seen: Set<Conversation.ID> = []
    let all: [Conversation] = try store.records(
      store.numbers(.webchat).map { Conversation.ID($0) })
    let agents = Set(all.flatMap { $0.offeredAgents + [$0.serviceCase?.agent].compactMap { $0 } })
    return try agents.flatMap { try store.conversations(work($0)) }
      .filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
  }
}
