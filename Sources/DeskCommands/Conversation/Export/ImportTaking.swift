import CommandLineKit
import DeskCore
import DeskStore
import JSON

/// Takes the lines of one transaction in. What is there already, the same, is passed over.
struct ImportTaking {
  private let desk: Desk
  private let transaction: Transaction
  private let path: String
  private(set) var counts = ImportCounts()
  /// The conversation whose messages come, as it is stored so far.
  private var current: Conversation?
  /// Its messages, once a line came that is there already.
  private var messages: [Message]?

  init(_ desk: Desk, _ transaction: Transaction, _ path: String) {
    self.desk = desk
    self.transaction = transaction
    self.path = path
  }

  mutating func take(_ item: ImportSource.Item) throws {
    switch item.content {
    case .contact(let contact): try take(contact)
    case .conversation(let conversation): try take(conversation, item.line)
    case .message(let message, let delivery, let statuses):
      try take(message, delivery, statuses, item.line)
    case .file(_, let bytes): _ = try transaction.keep(bytes, named: "")
    }
  }

  /// Stores how many messages the last conversation has by now.
  mutating func finish() throws {
    guard let conversation = current else { return }
    current = nil
    let stored = try transaction.get(conversation.id)
    if stored.messageCount != conversation.messageCount {
      try transaction.apply([.conversation(conversation)])
    }
  }

  // MARK: Contacts

  private mutating func take(_ contact: Contact) throws {
    if let stored = try transaction.find(contact.id) {
      guard stored.portable == contact.portable else {
        throw Failure.taken(path, contact.reference.text)
      }
      return
    }
    try refuseKnown(contact)
    for group in contact.groups { _ = try desk.id(DeskCore.Group.self, group.text) }
    try transaction.passOver(.contact, through: contact.id.number - 1, path)
    try transaction.apply([
      .contact(contact.portable), try desk.event(contact.reference, "imported"),
    ])
    counts.contacts += 1
  }

  private func refuseKnown(_ contact: Contact) throws {
    // Two contacts of one desk may share an e-mail; a phone is one contact's.
    for phone in contact.phones {
      if let other = try transaction.contacts(with: phone).first {
        throw Failure.taken(path, other.reference.text)
      }
    }
  }

  // MARK: Conversations

  private mutating func take(_ conversation: Conversation, _ line: Int) throws {
    try finish()
    if let stored = try transaction.find(conversation.id) {
      var (here, there) = (
        stored.portable, conversation.portable
      )
      (here.messageCount, there.messageCount) = (0, 0)
      guard here == there else { throw Failure.taken(path, conversation.reference.text) }
      start(stored)
      return
    }
    try checkNames(conversation)
    try transaction.passOver(.contact, through: conversation.contact.number, path)
    try transaction.passOver(.conversation, through: conversation.id.number - 1, path)
    var new = conversation.portable
    new.messageCount = 0
    try transaction.apply([
      .conversation(new), try desk.event(conversation.reference, "imported"),
    ])
    start(new)
    counts.conversations += 1
  }

  private mutating func start(_ conversation: Conversation) {
    current = conversation
    messages = nil
  }

  private func checkNames(_ conversation: Conversation) throws {
    if let team = conversation.team { _ = try desk.id(Team.self, team.text) }
    if let agent = conversation.assignee { _ = try desk.id(Agent.self, agent.text) }
  }

  // MARK: Messages

  private mutating func take(
    _ message: Message, _ delivery: JSONValue?, _ statuses: [StatusLine], _ line: Int
  ) throws {
    var conversation = try conversation(of: message, line)
    if message.id > 0, message.id <= conversation.messageCount {
      let known = try messages ?? transaction.messages(of: conversation.id)
      messages = known
      guard known[message.id - 1].portable == message.portable else {
        throw Failure.taken(path, conversation.reference.text)
      }
      return
    }
    guard message.id == conversation.messageCount + 1 else {
      throw Failure.notAnExport(
        path, line, Text(en: "a message is missing before it", pt: "falta uma mensagem antes dela"))
    }
    var new = message.portable
    for file in new.files { try requireFile(file, line) }
    if let delivery {
      let entry = try entry(delivery, conversation, line)
      new.outbox = entry.id
      try transaction.apply([.outbox(entry)])
    }
    try transaction.apply([.message(new)] + statuses.map { .status($0) })
    conversation.messageCount = message.id
    current = conversation
    messages?.append(new)
    counts.messages += 1
  }

  /// The one that the message's batch is about; another batch began with it perhaps.
  private mutating func conversation(of message: Message, _ line: Int) throws -> Conversation {
    if let current, current.id == message.conversation { return current }
    try finish()
    guard let stored = try transaction.find(message.conversation) else {
      throw Failure.notAnExport(
        path, line,
        Text(en: "its conversation does not stand before it", pt: "a conversa dela não veio antes"))
    }
    start(stored)
    return stored
  }

  private func entry(
    _ delivery: JSONValue, _ conversation: Conversation, _ line: Int
  ) throws -> OutboxEntry {
    do {
      var entry = try OutboxEntry(
        portable: delivery, as: OutboxEntry.ID(transaction.nextNumber(.outbox)))
      entry.contact = conversation.contact
      entry.conversation = conversation.id
      for file in entry.body.files { try requireFile(file, line) }
      return entry
    } catch let mismatch as Mismatch {
      throw Failure.notAnExport(path, line, mismatch.text)
    }
  }

  private func requireFile(_ file: Attachment, _ line: Int) throws {
    if try transaction.holds(file) { return }
    throw Failure.notAnExport(
      path, line,
      Text(
        en: "the file \(file.name) does not stand before it",
        pt: "o arquivo \(file.name) não veio antes dela"))
  }
}

extension Transaction {
  /// Numbers of records that did not come along: they are given to none.
  fileprivate func passOver(_ kind: RecordKind, through number: Int, _ path: String) throws {
    let last = try nextNumber(kind) - 1
    guard number > last else { return }
    guard number - last <= 1_000_000 else {
      throw Failure.taken(path, "\(kind.rawValue)/\(number)")
    }
    try passOver(kind, through: number)
  }
}

extension Failure {
  static func notAnExport(_ path: String, _ line: Int, _ why: Text) -> Failure {
    Failure(
      .invalidContent, "not_an_export",
      Text(en: "\(path):\(line): \(why.en)", pt: "\(path):\(line): \(why.pt)"),
      details: ["path": JSONValue(path), "line": JSONValue(line)])
  }

  static func taken(_ path: String, _ record: String) -> Failure {
    Failure(
      .refused, "taken",
      Text(
        en: "\(path): this desk has another \(record)",
        pt: "\(path): esta central tem outro \(record)"),
      hint: Text(
        en:
          "import into an empty desk: deskctl --config /tmp/desk/config --data /tmp/desk/data init",
        pt:
          "importe numa central vazia: deskctl --config /tmp/desk/config --data /tmp/desk/data init"
      ),
      details: ["record": JSONValue(record)])
  }
}
