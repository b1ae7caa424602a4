package import DeskCore

/// A record as the store keeps it, with all that is derived from it: every index and the agenda
/// follow from here, when it is written and when a doctor makes them again.
protocol DerivingRecord: StoredRecord {
  var indexKeys: Set<IndexKey> { get }
  var agendaEntry: AgendaEntry? { get }
}

extension DerivingRecord {
  var agendaEntry: AgendaEntry? { nil }
}

extension Contact: DerivingRecord {
  var indexKeys: Set<IndexKey> {
    Set(phones.map { IndexKey(index: .phone, key: $0.matchKey) })
      .union(emails.map { IndexKey(index: .email, key: $0.matchKey) })
      .union(userIDs.map { IndexKey(index: .user, key: $0) })
      .union(unusedToken.map { [IndexKey(index: .token, key: $0)] } ?? [])
  }
}

extension Contact {
  private var unusedToken: String? {
    passwordToken.flatMap { $0.usedAt == nil ? $0.sha256 : nil }
  }
}

extension Ticket: DerivingRecord {
  var indexKeys: Set<IndexKey> {
    var keys: Set<IndexKey> = []
    if let contact {
      keys.insert(IndexKey(index: .contact(.ticket), key: String(contact.number)))
    }
    if state == .open {
      keys.insert(
        IndexKey(index: .open(.ticket), key: contact.map { String($0.number) } ?? "none"))
    }
    return keys
  }
}

extension Conversation: DerivingRecord {
  var indexKeys: Set<IndexKey> {
    let owner = String(contact.number)
    var keys: Set = [IndexKey(index: .contact(.conversation), key: owner)]
    if state == .open { keys.insert(IndexKey(index: .open(.conversation), key: owner)) }
    if let visitor { keys.insert(IndexKey(index: .visitor, key: visitor.sha256)) }
    return keys.union(webchatWork.map { IndexKey(index: .webchat, key: $0.key) })
  }

  /// R6, R8: what agents have to do with it.
  private var webchatWork: [WebchatWork] {
    let offers = offeredAgents.map { WebchatWork.offer($0) }
    guard let serviceCase, !serviceCase.isSaved, let agent = serviceCase.agent else {
      return offers
    }
    return offers + [.unsavedCase(agent)] + (state == .open ? [.service(agent)] : [])
  }
}

/// What an agent has to do with a conversation of the webchat, as the index has it.
package enum WebchatWork: Sendable {
  /// R6: it is offered to them.
  case offer(Agent.ID)
  /// R7: they have it.
  case service(Agent.ID)
  /// R8: its case waits to be saved.
  case unsavedCase(Agent.ID)

  var key: String {
    switch self {
    case .offer(let agent): "offer/\(agent)"
    case .service(let agent): "service/\(agent)"
    case .unsavedCase(let agent): "case/\(agent)"
    }
  }
}

extension StoreReading {
  /// The conversations of the webchat with which an agent has something to do.
  package func conversations(_ work: WebchatWork) throws -> [Conversation] {
    try records(numbers(.webchat, key: work.key).map { Conversation.ID($0) })
  }
}

extension Conversation {
  /// C6, C7: one line, where tick is to look at it.
  var agendaEntry: AgendaEntry? {
    guard let checkAt else { return nil }
    var entry = AgendaEntry()
    entry.conversation = id.number
    entry.at = checkAt
    entry.contact = contact
    return entry
  }
}

extension OutboxEntry: DerivingRecord {
  var indexKeys: Set<IndexKey> {
    var keys: Set<IndexKey> = []
    if state.isOpen {
      keys.insert(
        IndexKey(index: .open(.outbox), key: contact.map { String($0.number) } ?? "none"))
    }
    if let provider { keys.insert(IndexKey(index: .sent, key: provider)) }
    return keys
  }
}

extension Message {
  /// A message is no record with a number of its own: its conversation is what its key leads to.
  var indexKey: IndexKey? {
    guard direction == .inbound, let provider else { return nil }
    return IndexKey(index: .inbound, key: provider)
  }
}

extension Notification: DerivingRecord {
  var indexKeys: Set<IndexKey> {
    dismissed ? [] : [IndexKey(index: .open(.notification), key: agent?.text ?? "")]
  }
}

extension Schedule: DerivingRecord {
  var indexKeys: Set<IndexKey> { [] }

  var agendaEntry: AgendaEntry? {
    var entry = AgendaEntry()
    entry.schedule = id.number
    entry.at = at
    entry.contact = contact
    entry.team = team
    entry.agent = agent
    entry.state =
      switch state {
      case .pending: .pending
      case .completed, .failed, .expired: .done
      case .cancelled: .cancelled
      }
    return entry
  }
}
