package import DeskCore

/// Everything in the store that is about one person, and by what else they are known: what an export
/// of it holds, and what an erasure takes out.
package struct PersonTraces {
  package let contact: Contact.ID
  /// Themselves, and those that turned out to be them; none where they are gone already.
  package private(set) var contacts: [Contact] = []
  /// W7: others who said to be them, or gave their e-mail.
  package private(set) var claimants: [Contact.ID] = []
  package private(set) var conversations: [Conversation] = []
  /// Conversations of others in which their e-mail was given.
  package private(set) var givenIn: [Conversation.ID] = []
  package private(set) var tickets: [Ticket] = []
  /// Others' tickets that hold messages of theirs.
  package private(set) var linkedTickets: [Ticket.ID] = []
  package private(set) var schedules: [Schedule] = []
  package private(set) var outbox: [OutboxEntry] = []
  package private(set) var notifications: [Notification] = []
  /// The provider's ids of their messages, both ways.
  package private(set) var providers: Set<String> = []
  /// What they wrote.
  package private(set) var texts: Set<String> = []
  /// What is nobody else's: phones in each form, e-mails, ids, a full name.
  package private(set) var identity = Needles([])
  /// A name that others may have, too.
  package private(set) var names = Needles([])
  private var known = PersonIdentity([], besides: [], PersonSearch(Contact.ID(0)))

  /// Of these the names.
  var fullNames: [String] { known.fullNames }

  package var references: Set<Reference> {
    Set(
      contacts.map(\.reference) + [Reference(.contact, contact.number)]
        + conversations.map(\.reference) + tickets.map(\.reference) + schedules.map(\.reference)
        + outbox.map(\.reference) + notifications.map(\.reference))
  }

  /// Whether nothing but their own record, and what stays as their tickets, is there.
  var isAlone: Bool {
    conversations.isEmpty && tickets.isEmpty && linkedTickets.isEmpty && schedules.isEmpty
      && outbox.isEmpty && notifications.isEmpty && claimants.isEmpty && givenIn.isEmpty
  }

  package init(_ search: PersonSearch, in store: some StoreReading) throws {
    contact = search.contact
    var ids: Set<Int> = [contact.number]
    var others: [Contact] = []
    try store.forEach(Contact.self) { one in
      if one.id == contact || one.joined == contact {
        contacts.append(one)
        ids.insert(one.id.number)
      } else {
        others.append(one)
      }
    }
    try readRecords(of: ids, store)
    try readMessages(store)
    try settleIdentity(others, search, store)
    // An e-mail that two contacts share says nothing of which of them was meant.
    let shared = Set(others.flatMap(\.emails))
    let emails = Set(contacts.flatMap(\.emails)).subtracting(shared)
    claimants = others.filter { one in
      one.claim.map { ids.contains($0.contact.number) || $0.email.map(emails.contains) ?? false }
        ?? false
    }.map(\.id)
    try store.forEach(Conversation.self) { one in
      guard !ids.contains(one.contact.number), let email = one.intake?.email else { return }
      if emails.contains(email) { givenIn.append(one.id) }
    }
  }

  private mutating func readRecords(of ids: Set<Int>, _ store: some StoreReading) throws {
    try store.forEach(Conversation.self) {
      if ids.contains($0.contact.number) { conversations.append($0) }
    }
    let talks = Set(conversations.map(\.id))
    try store.forEach(Ticket.self) { ticket in
      let isTheirs =
        ticket.contact.map { ids.contains($0.number) } ?? false
        || [ticket.conversation, ticket.madeFrom].contains { $0.map(talks.contains) ?? false }
      if isTheirs {
        tickets.append(ticket)
      } else if ticket.links.contains(where: { talks.contains($0.conversation) }) {
        linkedTickets.append(ticket.id)
      }
    }
    try store.forEach(Schedule.self) { if ids.contains($0.contact.number) { schedules.append($0) } }
    let due = Set(schedules.map(\.id))
    try store.forEach(OutboxEntry.self) { entry in
      let isTheirs =
        entry.contact.map { ids.contains($0.number) } ?? false
        || entry.conversation.map(talks.contains) ?? false
        || entry.schedule.map(due.contains) ?? false
      if isTheirs { outbox.append(entry) }
    }
    let sent = Set(outbox.map(\.id))
    let numbers = Set(tickets.map(\.id))
    try store.forEach(Notification.self) { told in
      let isTheirs =
        told.contact.map { ids.contains($0.number) } ?? false
        || told.conversation.map(talks.contains) ?? false
        || told.schedule.map(due.contains) ?? false || told.ticket.map(numbers.contains) ?? false
        || told.outbox.map(sent.contains) ?? false
      if isTheirs { notifications.append(told) }
    }
  }

  private mutating func readMessages(_ store: some StoreReading) throws {
    for conversation in conversations {
      for message in try store.messages(of: conversation.id) {
        if let provider = message.provider { providers.insert(provider) }
        if message.direction == .inbound, let text = message.text { texts.insert(text) }
      }
    }
    for entry in outbox {
      if let provider = entry.provider { providers.insert(provider) }
    }
    for contact in contacts {
      for message in contact.lines.flatMap(\.waiting) {
        if let provider = message.provider { providers.insert(provider) }
      }
    }
  }

  private mutating func settleIdentity(
    _ others: [Contact], _ search: PersonSearch, _ store: some StoreReading
  ) throws {
    known = PersonIdentity(contacts, besides: others, search)
    for conversation in conversations { known.take(conversation) }
    let ids = Set(contacts.map(\.id))
    // What is sent on somebody's behalf may go to another.
    for entry in outbox where entry.contact.map(ids.contains) ?? false { known.take(entry) }
    var doubtful: Set<String> = []
    try store.forEachBody { body in
      guard let raw = RawBody(body.body) else { return }
      known.take(raw, with: providers)
      doubtful.formUnion(
        raw.parts.filter { known.has($0, with: providers) }.compactMap(\.id))
    }
    doubtful.subtract(providers)
    // A number that was somebody else's: what they wrote from it is in conversations of theirs.
    known.othersMessages = Set(try store.numbers(.inbound, keys: doubtful).keys)
      .union(try store.numbers(.sent, keys: doubtful).keys)
    identity = Needles(known.texts)
    names = Needles(known.names.union(known.texts))
  }

  /// What of a body that was kept is about them; nil where nothing is.
  package func theirs(in body: InboxBody) -> RawBody? {
    RawBody(body.body).flatMap { theirs(in: $0) }
  }

  func theirs(in body: RawBody) -> RawBody? {
    body.keeping { known.has($0, with: providers) }
  }

  /// What of it is about others; nil where nothing is.
  func others(in body: RawBody) -> RawBody? {
    body.keeping { !known.has($0, with: providers) }
  }
}
