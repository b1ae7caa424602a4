import CommandLineKit
import DeskCore
import DeskFormats
import DeskStore

/// What the store's records are to another system: names in the place of slugs, people in the place
/// of their numbers. A class, because it remembers whom it met.
final class ExportWalk {
  let times: TimeWording
  private let desk: Desk
  private let language: Language
  private let agents: Catalog<Agent>
  private let teams: Catalog<Team>
  private let categories: Catalog<DeskCore.Category>
  private let ticketTypes: Catalog<TicketType>
  private let priorities: Catalog<Priority>
  private let isSegmented: Bool
  private var authors: [String: ExportedPerson] = [:]
  private var contacts: [Contact.ID: (rev: Int, person: ExportedPerson)] = [:]
  /// So many contacts are remembered at most.
  private static let limit = 4096

  /// An entry, with its attachments as the store has them.
  struct Entry {
    let exported: ExportedEntry
    let files: [Attachment]
  }

  init(_ desk: Desk) throws {
    self.desk = desk
    let isPortuguese = try desk.settings.desk.language == .ptBR
    language = isPortuguese ? .ptBR : .en
    times = TimeWording(language: isPortuguese ? .ptBR : .en, zone: try desk.zone())
    agents = try desk.agents
    teams = try desk.teams
    categories = try desk.config().catalog(DeskCore.Category.self)
    ticketTypes = try desk.config().catalog(TicketType.self)
    priorities = try desk.config().catalog(Priority.self)
    isSegmented = try desk.settings.whatsapp.segmentedViews
  }

  // MARK: Tickets

  func exported(_ ticket: Ticket, _ store: StoreReader) throws -> ExportedTicket {
    var exported = ExportedTicket(reference: ticket.reference.text)
    exported.title = ticket.title
    exported.isClosed = ticket.state == .closed
    exported.origin = ticket.origin.rawValue
    exported.requester = try ticket.contact.map { try person($0, store) }
    exported.team = ticket.team.map { name($0, in: teams) }
    exported.assignee = ticket.assignee.map { agent($0.text) }
    exported.category = ticket.category.map { name($0, in: categories) }
    exported.ticketType = ticket.ticketType.map { name($0, in: ticketTypes) }
    exported.priority = ticket.priority.map { name($0, in: priorities) }
    exported.openedAt = ticket.openedAt
    exported.closedAt = ticket.closedAt
    return exported
  }

  func exported(_ conversation: Conversation, _ store: StoreReader) throws -> ExportedTicket {
    var exported = ExportedTicket(reference: conversation.reference.text)
    let requester = try person(conversation.contact, store)
    exported.title = "\(conversation.channel.name) \(requester.name)"
    exported.isClosed = conversation.state == .closed
    exported.origin = conversation.channel.rawValue
    exported.requester = requester
    exported.team = conversation.team.map { name($0, in: teams) }
    exported.assignee = conversation.assignee.map { agent($0.text) }
    exported.openedAt = conversation.openedAt
    exported.closedAt = conversation.closedAt
    return exported
  }

  /// Changes when anything does that is exported of a ticket, but for how far a message came.
  func mark(
    of ticket: Ticket, _ conversations: [Conversation], _ store: StoreReader
  ) throws -> String {
    let contact = try ticket.contact.map { try found($0, store).rev } ?? 0
    return conversations.reduce("\(ticket.rev).\(contact)") { "\($0).\($1.rev)" }
  }

  func mark(of conversation: Conversation, _ store: StoreReader) throws -> String {
    "\(conversation.rev).\(try found(conversation.contact, store).rev)"
  }

  /// C1: those of a ticket's that whoever exports sees, its own first, and how many of its messages
  /// are in the others.
  func conversations(
    of ticket: Ticket, _ store: StoreReader
  ) throws -> (seen: [Conversation], hidden: Int) {
    let linked = ticket.links.map(\.conversation).filter { $0 != ticket.conversation }
    let all = try ([ticket.conversation].compactMap { $0 } + linked).compactMap {
      try store.find($0)
    }
    let hidden = all.filter { !desk.actor.sees($0, segmented: isSegmented) }
    let counts = hidden.map { conversation in
      conversation.id == ticket.conversation
        ? conversation.messageCount
        : ticket.linked(of: conversation.id).spans.map(\.count).reduce(0, +)
    }
    let names = Set(hidden.map(\.id))
    return (all.filter { !names.contains($0.id) }, counts.reduce(0, +))
  }

  // MARK: Entries

  /// The messages of a ticket's own conversation, however many there are, and by their times among them
  /// its comments and the messages that were linked to it.
  func forEachEntry(
    of ticket: Ticket, _ conversations: [Conversation], _ store: StoreReader,
    _ body: (Entry) throws -> Void
  ) throws {
    var others = ticket.comments.enumerated().map { place, comment in
      entry(of: comment, "\(ticket.reference.text)#\(place + 1)")
    }
    for conversation in conversations where conversation.id != ticket.conversation {
      let chosen = ticket.linked(of: conversation.id)
      try store.forEachMessage(of: conversation) { message in
        guard chosen.contains(message.id) else { return }
        others.append(try entry(of: message, conversation, store))
      }
    }
    // A sort keeps the order of those that have the same time.
    var left = others.sorted { $0.exported.at < $1.exported.at }[...]
    for conversation in conversations where conversation.id == ticket.conversation {
      try forEachMessage(of: conversation, store) { message in
        while let other = left.first, other.exported.at < message.at {
          try body(left.removeFirst())
        }
        try body(entry(of: message, conversation, store))
      }
    }
    for other in left { try body(other) }
  }

  func forEachEntry(
    of conversation: Conversation, _ store: StoreReader, _ body: (Entry) throws -> Void
  ) throws {
    try forEachMessage(of: conversation, store) { message in
      try body(entry(of: message, conversation, store))
    }
  }

  /// A message that came late stands behind so many at most that were written after it.
  private static let lateness = 32

  /// Messages by the clock, few of them in memory at a time.
  private func forEachMessage(
    of conversation: Conversation, _ store: StoreReader, _ body: (Message) throws -> Void
  ) throws {
    var held: [Message] = []
    held.reserveCapacity(2 * Self.lateness)
    try store.forEachMessage(of: conversation) { message in
      let place = held.lastIndex { $0.at <= message.at }.map { $0 + 1 } ?? 0
      held.insert(message, at: place)
      guard held.count == 2 * Self.lateness else { return }
      for message in held.prefix(Self.lateness) { try body(message) }
      held.removeFirst(Self.lateness)
    }
    for message in held { try body(message) }
  }

  private func entry(of comment: TicketComment, _ reference: String) -> Entry {
    var exported = ExportedEntry(
      reference: reference, author: agent(comment.author), at: comment.at, text: comment.text)
    exported.isPublic = false
    return Entry(exported: exported, files: [])
  }

  private func entry(
    of message: Message, _ conversation: Conversation, _ store: StoreReader
  ) throws -> Entry {
    let author =
      message.direction == .inbound
      ? try person(conversation.contact, store) : agent(message.author)
    var exported = ExportedEntry(
      reference: "conversation/\(conversation.id.number)#\(message.id)", author: author,
      at: message.at, text: message.text ?? (message.files.isEmpty ? "[\(message.type)]" : ""))
    exported.files = message.files.map { ExportedFile($0) }
    if let outbox = message.outbox, let entry = try store.find(outbox) {
      let word = entry.status?.rawValue ?? entry.state.rawValue
      exported.delivery = ExportedName(slug: word, name: StatusWord.text(word)(language))
    }
    return Entry(exported: exported, files: message.files)
  }

  // MARK: People

  private func name<Entry: ConfiguredRecord>(
    _ id: Entry.ID, in catalog: Catalog<Entry>
  ) -> ExportedName {
    ExportedName(slug: id.text, name: catalog.name(id))
  }

  private func person(_ id: Contact.ID, _ store: StoreReader) throws -> ExportedPerson {
    try found(id, store).person
  }

  /// One whose record was erased is known by its number alone.
  private func found(
    _ id: Contact.ID, _ store: StoreReader
  ) throws -> (rev: Int, person: ExportedPerson) {
    if let known = contacts[id] { return known }
    let contact = try store.find(id)
    let reference = "contact/\(id.number)"
    let person = ExportedPerson(
      .contact, reference, name: contact?.name ?? contact?.displayName ?? reference,
      email: contact?.emails.first?.text, phone: contact?.phones.first?.text)
    if contacts.count >= Self.limit { contacts = [:] }
    let found = (rev: contact?.rev ?? 0, person: person)
    contacts[id] = found
    return found
  }

  /// An agent by their slug; what is none is the desk itself.
  private func agent(_ author: String) -> ExportedPerson {
    if let known = authors[author] { return known }
    let agent = (try? Agent.ID(text: author)).flatMap { agents[$0] }
    let person = ExportedPerson(
      agent == nil ? .desk : .agent, (agent == nil ? "desk/" : "agent/") + author,
      name: agent?.name ?? author, email: agent?.email?.text)
    authors[author] = person
    return person
  }
}
