extension Reception {
  // MARK: The contact

  /// Characters; WhatsApp lets nobody give a longer name, whoever sends the body.
  private static let longestName = 128

  /// Who wrote, as they are now known. What WhatsApp calls them is theirs to change.
  mutating func meetContact() {
    let sender = message.sender
    if facts.contact == nil {
      contact.id = Contact.ID(next.contact)
      contact.createdAt = setting.now
      contact.phones = sender.phone.map { [$0] } ?? []
    }
    if let userID = sender.userID, !contact.userIDs.contains(userID) {
      contact.userIDs.append(userID)
      letGo(of: userID)
    }
    if let phone = sender.phone, !contact.phones.contains(where: { $0.matchKey == phone.matchKey })
    {
      contact.phones.append(phone)
    }
    if let name = sender.profileName {
      contact.profileName = String(name.unicodeScalars.prefix(Self.longestName))
    }
    if let destination = sender.destination { line.address = destination }
    guard message.isInbound else { return }
    line.lastInboundAt = max(line.lastInboundAt ?? message.at, message.at)
    contact.lastInboundAt = max(contact.lastInboundAt ?? message.at, message.at)
  }

  /// A user id is one person's: who is known by a phone has it, and no longer whoever had it before.
  private mutating func letGo(of userID: String) {
    guard var other = facts.former else { return }
    other.userIDs.removeAll { $0 == userID }
    other.changedAt = setting.now
    effects.append(.contact(other))
  }

  /// WhatsApp says that somebody writes from elsewhere from now on.
  mutating func follow(_ identity: WhatsAppUser) {
    if let phone = identity.phone, !facts.isNewPhoneTaken,
      !contact.phones.contains(where: { $0.matchKey == phone.matchKey })
    {
      contact.phones.insert(phone, at: 0)
    }
    if let userID = identity.userID, !contact.userIDs.contains(userID) {
      contact.userIDs.append(userID)
    }
    if let destination = identity.destination { line.address = destination }
    log(Reference(.contact, contact.id.number), "identityChanged", "D4")
  }

  /// A contact that turned out to be another has nothing to be kept any more.
  mutating func keepContact() {
    guard contact.joined == nil else { return }
    contact.lines.removeAll { $0.number == line.number }
    contact.lines.append(line)
    if contact != facts.contact { contact.changedAt = setting.now }
  }

  // MARK: The conversation

  /// W11: a new one, with whatever waited for it.
  mutating func begin() {
    conversation = Conversation()
    conversation.id = Conversation.ID(next.conversation)
    conversation.contact = contact.id
    conversation.number = line.number
    conversation.team = setting.whatsapp.team
    conversation.openedAt = setting.now
    conversation.history = [entry(.opened)]
    line.conversation = conversation.id
    for message in line.waiting { add(message, as: .none) }
    line.waiting = []
  }

  mutating func keepMessage() {
    add(
      Message(message, from: contact.id, files: facts.files),
      as: message.isInbound ? .full : .none)
    if conversation.number == nil { conversation.number = line.number }
    if conversation.state == .open { line.conversation = conversation.id }
    guard message.isInbound else { return }
    conversation.lastInboundAt = max(conversation.lastInboundAt ?? message.at, message.at)
    // C4
    if conversation.state == .open { conversation.attention = .pending }
  }

  mutating func add(_ message: Message, as weight: MessageWeight = .full) {
    effects.append(.message(conversation.take(message, as: weight)))
  }

  func entry(_ what: HistoryEntry.Change) -> HistoryEntry {
    HistoryEntry(
      at: setting.now, actor: Self.actor, what: what, team: conversation.team,
      assignee: conversation.assignee, cause: nil)
  }

  // MARK: What goes out

  /// Queues a text of the desk's own, and keeps it in the conversation.
  mutating func send(_ text: String, as weight: MessageWeight = .full) {
    var entry = newEntry()
    entry.to = line.address
    entry.number = conversation.number
    entry.body.text = text
    var message = Message()
    message.author = Self.actor
    message.at = setting.now
    message.text = text
    message.automatic = true
    message.outbox = entry.id
    add(message, as: weight)
    effects.append(.outbox(entry))
  }

  /// An e-mail goes to the contact whose address it is. What is nil of its parts is left out.
  mutating func mail(
    _ address: EmailAddress, to owner: Contact.ID, subject: String, parts: [String?],
    secret: String? = nil
  ) {
    var entry = newEntry()
    entry.channel = .email
    entry.to = address.text
    entry.contact = owner
    entry.body.subject = subject
    entry.body.text = parts.compactMap { $0 }.joined(separator: "\n\n")
    entry.body.secret = secret
    effects.append(.outbox(entry))
  }

  private mutating func newEntry() -> OutboxEntry {
    var entry = OutboxEntry()
    entry.id = OutboxEntry.ID(next.outbox)
    next.outbox += 1
    entry.contact = conversation.contact
    entry.queuedAt = setting.now
    entry.changedAt = setting.now
    entry.conversation = conversation.id
    entry.automatic = true
    return entry
  }

  mutating func log(
    _ record: Reference, _ what: String, _ rule: String, _ detail: [String] = []
  ) {
    effects.append(
      .event(
        Event(
          at: setting.now, actor: Self.actor, record: record, what: what, rule: rule,
          detail: detail)))
  }
}
