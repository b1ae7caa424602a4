import CommandLineKit
import DeskCore
import DeskStore

/// The conversations that an export holds: those that are named, else all that fit. What one does
/// not see is not there (C1).
struct TranscriptChoice {
  /// In order.
  let conversations: [Conversation.ID]
  /// Of all of them, in order.
  let contacts: [Contact.ID]
  let names: ExportNames

  init(_ desk: Desk, _ words: ParsedWords) throws {
    let typed = try desk.words(words.arguments)
    let filter = try ExportFilter(desk, words)
    var chosen: [Conversation] = []
    var names = ExportNames()
    try desk.reading { store in
      let filter = try filter.resolved(desk, words, store)
      if typed.isEmpty {
        try store.forEach(Conversation.self) { conversation in
          if filter.holds(conversation), try desk.sees(conversation) { chosen.append(conversation) }
        }
      } else {
        chosen = try typed.map { try desk.conversation($0, in: store) }.filter(filter.holds)
      }
      for conversation in chosen { names.add(conversation) }
      for contact in Set(chosen.map(\.contact)) { try store.find(contact).map { names.add($0) } }
    }
    self.names = names
    conversations = Set(chosen.map(\.id)).sorted { $0.number < $1.number }
    contacts = Set(chosen.map(\.contact)).sorted { $0.number < $1.number }
  }
}

/// What the options of an export ask for.
private struct ExportFilter {
  private let state: ConversationState?
  private let team: Team.ID?
  private let agent: Agent.ID?
  private var contact: Contact.ID?
  private let since: Instant?
  private let until: Instant?

  init(_ desk: Desk, _ words: ParsedWords) throws {
    state = try words.choice(.state(ConversationState.self), ConversationState.self)
    team = try words.value(.team).map { try desk.id(Team.self, $0) }
    agent = try words.value(.agent).map { try desk.id(Agent.self, $0) }
    since = try words.value(ExportOptions.since).map {
      try desk.time(ExportOptions.since, $0, purpose: .moment)
    }
    until = try words.value(ExportOptions.until).map {
      try desk.time(ExportOptions.until, $0, purpose: .moment)
    }
  }

  /// With the contact looked up.
  func resolved(_ desk: Desk, _ words: ParsedWords, _ store: StoreReader) throws -> ExportFilter {
    var filter = self
    filter.contact = try words.value(.contact).map { try desk.contact($0, in: store).id }
    return filter
  }

  func holds(_ conversation: Conversation) -> Bool {
    (state.map { $0 == conversation.state } ?? true)
      && (team.map { $0 == conversation.team } ?? true)
      && (agent.map { $0 == conversation.assignee } ?? true)
      && (contact.map { $0 == conversation.contact } ?? true)
      && (since.map { conversation.openedAt >= $0 } ?? true)
      && (until.map { conversation.openedAt <= $0 } ?? true)
  }
}
