package import DeskCore
import DeskSystem
import JSON

/// What can be asked of the store, by a command that only reads and by one that writes alike: the
/// second sees its own changes.
package protocol StoreReading {
  var files: WorkingSet { get }
}

extension StoreReading {
  // MARK: Records

  /// A record; nil where there never was one of that number, or is none any more. A number that was
  /// given and of which nothing is there, not even that it was removed, is damage.
  package func find<Kept: StoredRecord>(_ id: RecordID<Kept>) throws -> Kept? {
    guard id.number > 0 else { return nil }
    if let known = files.recall(id) { return known }
    let block = try files.block(Kept.kind, number: id.number / Layout.blockSize)
    guard let line = try block.line(id.number) else {
      guard try id.number <= lastNumber(Kept.kind) else { return nil }
      throw StoreError.damaged(
        path: block.path, block.base == nil ? .missing : .missingRecord(id.number))
    }
    let record: Kept? = try decode(line, block, id.number)
    if let record { files.remember(record, as: id) }
    return record
  }

  /// A record that must be there.
  package func get<Kept: StoredRecord>(_ id: RecordID<Kept>) throws -> Kept {
    guard let record = try find(id) else {
      throw StoreError.noSuchRecord(kind: Kept.kind.rawValue, number: id.number)
    }
    return record
  }

  private func decode<Kept: StoredRecord>(
    _ line: ArraySlice<UInt8>, _ block: Block, _ number: Int
  ) throws -> Kept? {
    guard let json = StoredLine.decode(line) else {
      throw StoreError.damaged(
        path: block.path, line: block.lineNumber(of: number), .notAsWritten)
    }
    if json["removed"]?.bool == true { return nil }
    do {
      return try Kept(json: json)
    } catch {
      throw StoreError.damaged(
        path: block.path, line: block.lineNumber(of: number), .noRecord(error))
    }
  }

  /// The highest number that a record of a kind ever had; 0 before the first.
  ///
  /// Block numbers are doubled until one is missing, and the gap is halved: what that costs grows
  /// with the logarithm of what is stored. Only where the last block found is full is the folder
  /// listed, once in a hundred records: what seems the end may be a block that was lost, and its
  /// numbers are never given again.
  package func lastNumber(_ kind: RecordKind) throws -> Int {
    guard try isThere(kind, 0) else {
      try refuseBlocks(kind, from: 1)
      return 0
    }
    var there = 0
    var missing = 1
    while try isThere(kind, missing) {
      there = missing
      missing *= 2
    }
    while missing - there > 1 {
      let middle = there + (missing - there) / 2
      if try isThere(kind, middle) { there = middle } else { missing = middle }
    }
    let last = try files.block(kind, number: there).lastID ?? 0
    if (last + 1) % Layout.blockSize == 0 { try refuseBlocks(kind, from: there + 2) }
    return last
  }

  /// Refuses the blocks that are there though one before them is missing.
  private func refuseBlocks(_ kind: RecordKind, from number: Int) throws {
    let folder = Layout.folder(kind)
    if try files.folder.facts(folder) == nil {
      throw StoreError.damaged(path: folder, .missing)
    }
    let blocks = try ownNames(in: folder).compactMap { Layout.blockNumber($0) }
    if blocks.contains(where: { $0 >= number }) {
      throw StoreError.damaged(
        path: Layout.block(kind, number: number - 1), .missing)
    }
  }

  /// The names in a folder that the store itself would give there: a file that somebody else put
  /// among its own is the doctor's to name, and stops nothing.
  func ownNames(
    in folder: String, where isWanted: (String) -> Bool = { _ in true }
  ) throws -> [String] {
    try files.names(in: folder) { name in
      isWanted(name) && StoredContent(path: "\(folder)/\(name)") != nil
    }
  }

  private func isThere(_ kind: RecordKind, _ number: Int) throws -> Bool {
    try files.exists(Layout.block(kind, number: number))
  }

  /// Every record of a kind in the order of their numbers, one block in memory at a time.
  package func forEach<Kept: StoredRecord>(
    _ type: Kept.Type, _ body: (Kept) throws -> Void
  ) throws {
    let last = try lastNumber(Kept.kind)
    guard last > 0 else { return }
    for number in 1...last {
      if let record: Kept = try find(RecordID(number)) { try body(record) }
    }
  }

  /// Every record of a kind that is open, in the order of their numbers.
  package func forEachOpen<Kept: StoredRecord>(
    _ type: Kept.Type, _ body: (Kept) throws -> Void
  ) throws {
    try forEach(numbers(.open(Kept.kind)).map { RecordID<Kept>($0) }, body)
  }

  /// Records by their numbers, in that order; those that are gone are left out.
  package func records<Kept: StoredRecord>(_ ids: [RecordID<Kept>]) throws -> [Kept] {
    var records: [Kept] = []
    try forEach(ids) { records.append($0) }
    return records
  }

  /// The records of some numbers, in that order. One whose block no other of them needs is read by
  /// itself: so 500 that are open cost the same, whatever is closed between them.
  private func forEach<Kept: StoredRecord>(
    _ ids: [RecordID<Kept>], _ body: (Kept) throws -> Void
  ) throws {
    func block(_ place: Int) -> Int? {
      ids.indices.contains(place) ? ids[place].number / Layout.blockSize : nil
    }
    for (place, id) in ids.enumerated() {
      let isAlone = block(place - 1) != block(place) && block(place) != block(place + 1)
      let lone: Kept? = try isAlone ? findLone(id) : nil
      if let record = try lone ?? findGiven(id) { try body(record) }
    }
  }

  /// A record by its line alone; nil where the whole block has to be asked.
  private func findLone<Kept: StoredRecord>(_ id: RecordID<Kept>) throws -> Kept? {
    guard id.number > 0, files.recall(id) as Kept? == nil,
      let line = try files.loneLine(Kept.kind, id.number), let json = StoredLine.decode(line),
      json["removed"]?.bool != true
    else { return nil }
    return try? Kept(json: json)
  }

  /// A record whose number was given once: nil where it is gone, damage where the number lies behind
  /// the last, for then it was lost.
  private func findGiven<Kept: StoredRecord>(_ id: RecordID<Kept>) throws -> Kept? {
    if let record = try find(id) { return record }
    guard try id.number <= lastNumber(Kept.kind) else {
      throw StoreError.damaged(
        path: Layout.block(Kept.kind, holding: id.number), .missingRecord(id.number))
    }
    return nil
  }

  // MARK: Indexes

  /// The numbers of the records that have a key, in order.
  package func numbers(_ index: Index, key: String) throws -> [Int] {
    try numbers(index, keys: [key])[key] ?? []
  }

  /// The numbers of the records that have each of some keys, in order; keys that none has are left
  /// out. Each shard is read once, however many of the keys lie in it.
  package func numbers(_ index: Index, keys: Set<String>) throws -> [String: [Int]] {
    var found: [String: [Int]] = [:]
    for (path, keys) in Dictionary(grouping: keys, by: index.shard(of:)) {
      let live = try foldIndex(files.lines(path), path: path, keys: Set(keys)).filter(\.value)
      for key in live.keys { found[key.key, default: []].append(key.id) }
    }
    return found.mapValues { $0.sorted() }
  }

  /// The numbers of all records that have any key in an index, in order.
  package func numbers(_ index: Index) throws -> [Int] {
    let folder = "index/\(index.name)"
    return try ownNames(in: folder).flatMap { name in
      let path = "\(folder)/\(name)"
      return try foldIndex(files.lines(path), path: path).filter(\.value).map(\.key.id)
    }.sorted()
  }

  package func contacts(with phone: PhoneNumber) throws -> [Contact] {
    try records(numbers(.phone, key: phone.matchKey).map(Contact.ID.init))
  }

  package func contacts(with email: EmailAddress) throws -> [Contact] {
    try records(numbers(.email, key: email.matchKey).map(Contact.ID.init))
  }

  /// W7: who a contact claims to be, if anybody.
  package func claimed(by contact: Contact) throws -> Contact? {
    try contact.claim.flatMap { try find($0.contact) }
  }

  /// The tickets of a contact that are open, whatever team or origin.
  package func openTickets(of contact: Contact.ID) throws -> [Ticket] {
    try records(
      numbers(.open(.ticket), key: String(contact.number)).map(Ticket.ID.init))
  }

  package func openConversations(of contact: Contact.ID) throws -> [Conversation] {
    try records(
      numbers(.open(.conversation), key: String(contact.number)).map(Conversation.ID.init))
  }

  /// The numbers of all records of a kind that a contact ever had, the newest first.
  package func numbers(_ kind: RecordKind, of contact: Contact.ID) throws -> [Int] {
    try numbers(.contact(kind), key: String(contact.number)).reversed()
  }

  package func notifications(of agent: Agent.ID?) throws -> [Notification] {
    try records(
      numbers(.open(.notification), key: agent?.text ?? "").map(Notification.ID.init))
  }

  // MARK: Messages and the log

  /// The messages of a conversation, in the order of their places.
  package func messages(of conversation: Conversation.ID) throws -> [Message] {
    let path = Layout.messages(of: conversation)
    let lines = try files.lines(path)
    if let stated = try find(conversation)?.messageCount, lines.count < stated {
      throw StoreError.damaged(path: path, .missingRecord(lines.count + 1))
    }
    return try lines.enumerated().map { place, line in
      try decodeLine(line, path: path, number: place + 1)
    }
  }

  /// What was done on the day of an instant, in UTC, oldest first.
  package func log(dayOf instant: Instant) throws -> [Event] {
    try log(path: Layout.log(instant))
  }

  /// The days that have a log, oldest first, as `2026-12-05`.
  package func logDays() throws -> [String] {
    try ownNames(in: "log").map { String($0.dropLast(6)) }
  }

  package func log(day: String) throws -> [Event] { try log(path: "log/\(day).jsonl") }

  private func log(path: String) throws -> [Event] {
    try files.lines(path).enumerated().map { place, line in
      try decodeLine(line, path: path, number: place + 1)
    }
  }

  /// An attachment's bytes; nil where the store does not have it.
  package func content(of file: Attachment) throws -> [UInt8]? {
    let path = Layout.file(sha256: file.sha256)
    guard let bytes = try files.bytes(path) else { return nil }
    guard SHA256.hash(bytes).hexadecimal == file.sha256 else {
      throw StoreError.damaged(path: path, .notAsWritten)
    }
    return bytes
  }
}

/// The store as a command that only reads sees it.
package struct StoreReader: StoreReading {
  package let files: WorkingSet
}
