import DeskCore
import DeskSystem
import JSON

/// Everything in a store, read and compared: each kind of damage is found here and named. It
/// changes nothing. What the records say should be in the indexes and the agenda is kept, for those
/// who make them anew.
struct Examination {
  let folder: Folder
  private(set) var findings: [Finding] = []
  /// Regular files of the store's own, by their paths.
  private(set) var files: [String: StoredContent] = [:]
  /// The highest number of each kind that was ever given, as the blocks have it.
  private(set) var lasts: [RecordKind: Int] = [:]
  /// What the records say of the indexes, by shard.
  private(set) var shards: [String: Set<IndexKeyAndID>] = [:]
  /// What the schedules say of the agenda, by the start of the hour; cancelled ones say nothing.
  private(set) var agenda: [Instant: [AgendaEntry]] = [:]
  /// How many messages the conversations say that they hold.
  private(set) var messageCounts: [Int: Int] = [:]
  private var attachments: [String: Reference] = [:]
  private var messageLines: [Int: Int] = [:]

  init(of folder: Folder) throws {
    self.folder = folder
    try checkFolders()
    for kind in RecordKind.allCases { lasts[kind] = try lastNumber(kind) }
    for kind in RecordKind.allCases {
      switch kind {
      case .contact: try check(Contact.self)
      case .ticket: try check(Ticket.self)
      case .conversation: try check(Conversation.self)
      case .schedule: try check(Schedule.self)
      case .outbox: try check(OutboxEntry.self)
      case .notification: try check(Notification.self)
      }
    }
    try checkMessages()
    try checkLogs()
    try checkReceived()
    try checkAttachments()
    try checkIndexes()
    try checkAgenda()
  }

  mutating func add(_ path: String, line: Int? = nil, _ problem: Finding.Problem) {
    findings.append(Finding(path, line: line, problem))
  }

  mutating func note(_ path: String, _ content: StoredContent) { files[path] = content }

  // MARK: Lines

  /// The whole lines of a file; what is wrong with it as a file of lines is told.
  mutating func lines(_ path: String) throws -> [ArraySlice<UInt8>] {
    guard let bytes = try folder.read(path) else { return [] }
    var lines = splitLines(bytes)
    if lines.isEmpty { add(path, .empty) }
    guard let tail = lines.last, bytes.last != newline else { return lines }
    if let length = StoredLine.unendedLength(tail) {
      add(path, line: lines.count, .unended)
      lines[lines.count - 1] = tail.prefix(length)
    } else {
      add(path, line: lines.count, .tornTail(bytes: tail.count))
      lines.removeLast()
    }
    return lines
  }

  /// A line as what it should be; nil where it is told why it is not.
  mutating func decode<Value: Record>(
    _ line: ArraySlice<UInt8>, _ path: String, _ number: Int
  ) -> Value? {
    guard let json = StoredLine.decode(line) else {
      add(path, line: number, .badLine)
      return nil
    }
    do {
      return try Value(json: json)
    } catch {
      add(path, line: number, .undecodable(error))
      return nil
    }
  }

  // MARK: Records

  private func blockNumbers(_ kind: RecordKind) -> [Int] {
    files.values.compactMap { content in
      if case .block(kind, let number) = content { number } else { nil }
    }.sorted()
  }

  private func lastNumber(_ kind: RecordKind) throws -> Int {
    guard let number = blockNumbers(kind).last,
      let bytes = try folder.read(Layout.block(kind, number: number))
    else { return 0 }
    let first = max(1, number * Layout.blockSize)
    let ends = bytes.count { $0 == newline }
    let isUnended =
      bytes.last != newline && StoredLine.unendedLength(splitLines(bytes).last ?? []) != nil
    return min(first - 1 + ends + (isUnended ? 1 : 0), (number + 1) * Layout.blockSize - 1)
  }

  private mutating func check<Kept: LinkingRecord>(_ type: Kept.Type) throws {
    let numbers = blockNumbers(Kept.kind)
    guard let highest = numbers.last else { return }
    let there = Set(numbers)
    for number in 0...highest {
      let path = Layout.block(Kept.kind, number: number)
      let first = max(1, number * Layout.blockSize)
      let end = (number + 1) * Layout.blockSize - 1
      guard there.contains(number) else {
        add(path, .missingRecords(first, through: end))
        continue
      }
      let lines = try lines(path)
      let room = end - first + 1
      if lines.count > room { add(path, .surplusLines(lines.count - room)) }
      if lines.count < room, number < highest {
        add(path, .missingRecords(first + lines.count, through: end))
      }
      for (place, line) in lines.prefix(room).enumerated() {
        check(type, line, id: first + place, path, place + 1)
      }
    }
  }

  private mutating func check<Kept: LinkingRecord>(
    _ type: Kept.Type, _ line: ArraySlice<UInt8>, id: Int, _ path: String, _ number: Int
  ) {
    guard let json = StoredLine.decode(line) else {
      add(path, line: number, .badLine)
      return
    }
    guard leadingID(line) == id else {
      add(path, line: number, .misplaced(expected: id, found: leadingID(line)))
      return
    }
    if json["removed"]?.bool == true { return }
    guard let record: Kept = decode(line, path, number) else { return }
    for key in record.indexKeys {
      shards[key.index.shard(of: key.key), default: []].insert(IndexKeyAndID(key: key.key, id: id))
    }
    if let entry = record.agendaEntry, entry.state != .cancelled {
      agenda[entry.at.hour, default: []].append(entry)
    }
    if let conversation = record as? Conversation { messageCounts[id] = conversation.messageCount }
    check(record.references, from: record.reference, path, number)
    note(record.attachments, of: record.reference)
  }

  /// A record may be removed and still be referred to; a number that was never given may not.
  mutating func check(
    _ links: [Reference], from: Reference?, _ path: String, _ line: Int?
  ) {
    for link in links {
      let last = lasts[link.kind] ?? 0
      if link.number > last { add(path, line: line, .dangling(from: from, to: link, last: last)) }
    }
  }

  private mutating func note(_ files: [Attachment], of record: Reference) {
    for file in files where attachments[file.sha256] == nil { attachments[file.sha256] = record }
  }

  // MARK: Messages, the log, attachments

  private mutating func checkMessages() throws {
    for (path, content) in files.sorted(by: { $0.key < $1.key }) {
      guard case .messages(let conversation) = content else { continue }
      let lines = try lines(path)
      messageLines[conversation] = lines.count
      check([Reference(.conversation, conversation)], from: nil, path, nil)
      for (place, line) in lines.enumerated() {
        guard let message: Message = decode(line, path, place + 1) else { continue }
        if message.id != place + 1 {
          add(path, line: place + 1, .misplaced(expected: place + 1, found: message.id))
        }
        if let key = message.indexKey {
          shards[key.index.shard(of: key.key), default: []].insert(
            IndexKeyAndID(key: key.key, id: conversation))
        }
        let own = Reference(.conversation, conversation)
        let links = message.outbox.map { [Reference(.outbox, $0.number)] } ?? []
        check(links, from: own, path, place + 1)
        note(message.files, of: own)
      }
    }
    for (conversation, stated) in messageCounts.sorted(by: { $0.key < $1.key }) {
      let found = messageLines[conversation] ?? 0
      if stated != found {
        let block = Layout.block(.conversation, holding: conversation)
        let first = max(1, conversation / Layout.blockSize * Layout.blockSize)
        add(
          block, line: conversation - first + 1,
          .messageCount(conversation: conversation, stated: stated, found: found))
      }
    }
  }

  /// What the log tells of was stored: a number in it that no block has was lost with a block's end.
  private mutating func checkLogs() throws {
    for path in files.keys.sorted() where files[path] == .log {
      for (place, line) in try lines(path).enumerated() {
        guard let event: Event = decode(line, path, place + 1) else { continue }
        check(event.record.map { [$0] } ?? [], from: nil, path, place + 1)
      }
    }
  }

  private mutating func checkReceived() throws {
    for (path, content) in files.sorted(by: { $0.key < $1.key }) {
      switch content {
      case .inbox:
        for (place, line) in try lines(path).enumerated() {
          let _: InboxBody? = decode(line, path, place + 1)
        }
      case .statuses:
        for (place, line) in try lines(path).enumerated() {
          let status: StatusLine? = decode(line, path, place + 1)
          let links = status?.outbox.map { [Reference(.outbox, $0.number)] } ?? []
          check(links, from: nil, path, place + 1)
        }
      case .presence: try checkPresence(path)
      case .linkKey:
        if LinkKey.read(try folder.read(path) ?? []) == nil { add(path, line: 1, .badLine) }
      case .fixed, .block, .messages, .hour, .shard, .log, .attachment, .kept: break
      }
    }
  }

  private mutating func checkPresence(_ path: String) throws {
    do {
      _ = try Presence(stored: folder.read(path) ?? [])
    } catch let damage as StoreDamage {
      if case .noRecord(let mismatch) = damage {
        add(path, .undecodable(mismatch))
      } else {
        add(path, line: 1, .badLine)
      }
    }
  }

  private mutating func checkAttachments() throws {
    for (path, content) in files.sorted(by: { $0.key < $1.key }) {
      guard case .attachment(let sha256) = content, let bytes = try folder.read(path) else {
        continue
      }
      if SHA256.hash(bytes).hexadecimal != sha256 { add(path, .otherContent) }
    }
    for (sha256, record) in attachments.sorted(by: { $0.key < $1.key }) {
      let path = Layout.file(sha256: sha256)
      if files[path] == nil { add(path, .missingAttachment(of: record)) }
    }
  }
}
