package import DeskCore
import JSON

/// Everything that one command changes: all of it becomes true at once, or none of it.
///
/// Effects are applied in order to a view of the store in memory, so each sees those before it.
/// The indexes, the agenda and the log follow by themselves. A class, because a plan's reader and
/// its effects meet in it.
package final class Transaction: StoreReading {
  package let files: WorkingSet
  package let now: Instant
  /// What was done, in order: the log's lines, and what `--dry-run` prints.
  package private(set) var events: [Event] = []
  var hoursToSettle: Set<String> = []
  /// C7: the minutes of silence that close a conversation, by this desk's settings.
  package var silenceLimit: () throws -> Int? = { nil }
  private let expectedRevision: Int?
  private var revisedKind: RecordKind?
  private var revised: Set<Reference> = []
  private(set) var changedFormat: StoreFormat?

  init(files: WorkingSet, now: Instant, expectedRevision: Int? = nil) {
    self.files = files
    self.now = now
    self.expectedRevision = expectedRevision
  }

  /// The number that the next new record of a kind will have.
  package func nextNumber(_ kind: RecordKind) throws -> Int {
    if let known = knownNext[kind] { return known }
    let next = try lastNumber(kind) + 1
    knownNext[kind] = next
    return next
  }

  private var knownNext: [RecordKind: Int] = [:]

  /// The numbers that the next new records will have.
  package func nextNumbers() throws -> NextNumbers {
    NextNumbers(
      contact: try nextNumber(.contact), ticket: try nextNumber(.ticket),
      conversation: try nextNumber(.conversation), outbox: try nextNumber(.outbox),
      notification: try nextNumber(.notification))
  }

  /// Those that came to be: agents may have set to be told of theirs outside the desk, too.
  package private(set) var newNotifications: [Notification] = []

  /// Applies effects, in order.
  package func apply(_ effects: [Effect]) throws {
    for effect in effects {
      switch effect {
      case .contact(let contact): try save(contact)
      case .ticket(let ticket): try save(ticket)
      case .conversation(let conversation):
        try save(conversation.watched(after: silenceLimit()))
      case .schedule(let schedule): try save(schedule)
      case .outbox(let entry): try save(entry)
      case .notification(let notification): try save(notification)
      case .message(let message):
        try append(message.json, to: Layout.messages(of: message.conversation))
        if let key = message.indexKey {
          try appendIndex(key, message.conversation.number, gone: false)
        }
      case .status(let line): try append(line.json, to: Layout.statuses(of: line.message))
      case .presence(let presence):
        files.write(Layout.presence, SummedFile.text(of: presence.json))
      case .inbox(let body): try append(body.json, to: Layout.inbox(body.at))
      case .event(let event):
        events.append(event)
        try append(event.json, to: Layout.log(event.at))
      }
    }
  }

  private func append(_ line: JSONValue, to path: String) throws {
    try files.append(path, StoredLine.encode(line) + [newline])
  }

  /// About how many bytes the journal will take.
  package var size: Int { files.size }

  // MARK: Records

  private func save<Kept: DerivingRecord>(_ record: Kept) throws {
    let isNew = try record.id.number >= nextNumber(Kept.kind)
    let old = try isNew ? nil : find(record.id)
    if isNew { revised.insert(record.reference) }
    if let old { try checkRevision(of: old) }
    var new = record
    new.rev = (old?.rev ?? 0) + 1
    try files.put(Kept.kind, new.id.number, StoredLine.encode(new.json))
    files.remember(new, as: RecordID(new.id.number))
    if isNew, let notification = new as? Notification { newNotifications.append(notification) }
    knownNext[Kept.kind] = max(knownNext[Kept.kind] ?? 0, new.id.number + 1)
    try updateIndexes(from: old?.indexKeys ?? [], to: new.indexKeys, id: new.id.number)
    try updateAgenda(from: old?.agendaEntry, to: new.agendaEntry)
  }

  /// Takes a record away; its number is never used again.
  package func remove<Kept: StoredRecord>(_ id: RecordID<Kept>) throws {
    let old = try get(id)
    try checkRevision(of: old)
    if let derived = old as? any DerivingRecord {
      try updateIndexes(from: derived.indexKeys, to: [], id: id.number)
      if let entry = derived.agendaEntry {
        var gone = entry
        gone.state = .cancelled
        try updateAgenda(from: entry, to: gone)
      }
    }
    files.forget(old.reference)
    let tombstone: JSONValue = ["id": JSONValue(id.number), "removed": true]
    try files.put(Kept.kind, id.number, StoredLine.encode(tombstone))
  }

  /// Takes a conversation's messages away, and the ways to them.
  func removeMessages(of conversation: Conversation.ID) throws {
    for key in try messages(of: conversation).compactMap(\.indexKey) {
      try appendIndex(key, conversation.number, gone: true)
    }
    files.remove(Layout.messages(of: conversation))
  }

  /// Leaves numbers behind the last to no record: each reads as one that was removed.
  package func passOver(_ kind: RecordKind, through number: Int) throws {
    let last = try nextNumber(kind) - 1
    guard number > last else { return }
    try NumberGap(kind: kind, last: last, count: number - last).fill(files)
    knownNext[kind] = number + 1
  }

  /// Whether an attachment is there, or will be.
  package func holds(_ file: Attachment) throws -> Bool {
    let path = Layout.file(sha256: file.sha256)
    return try files.exists(path) || attachments.contains { $0.path == path }
  }

  /// `--if-rev` is about the record that a command changes first, and about others of its kind; what
  /// else changes with them has revisions of its own. Each is asked once, as it was before. A command
  /// that acts on one record asks for it by itself, whatever it changes first.
  package func checkRevision<Kept: StoredRecord>(of old: Kept) throws {
    guard let expectedRevision else { return }
    let kind = revisedKind ?? Kept.kind
    revisedKind = kind
    guard kind == Kept.kind, revised.insert(old.reference).inserted else { return }
    guard old.rev == expectedRevision else {
      throw StoreError.otherRevision(
        record: old.reference.text, stored: old.rev, expected: expectedRevision)
    }
  }

  /// The transports that do not work, as the store knows them.
  package func outages() throws -> [Outage] {
    try StoreFormat.read(files.bytes(Layout.format) ?? []).outages
  }

  /// Changes what the store says of itself.
  package func change(_ edit: (inout StoreFormat) -> Void) throws {
    var format = try StoreFormat.read(files.bytes(Layout.format) ?? [])
    edit(&format)
    files.write(Layout.format, SummedFile.text(of: format.json))
    changedFormat = format
  }

  /// Attachments of more bytes would fill the journal; they do not go through it.
  private static let largeAttachment = 1 << 20

  /// Large attachments that are not there yet, to be put in place before the commit that names them.
  private(set) var attachments: [(path: String, bytes: [UInt8])] = []

  /// Keeps an attachment under its hash; what is there already is the same.
  package func keep(_ bytes: [UInt8], named name: String) throws -> Attachment {
    let hash = SHA256.hash(bytes).hexadecimal
    let path = Layout.file(sha256: hash)
    let isKept = try files.exists(path) || attachments.contains { $0.path == path }
    if !isKept {
      if bytes.count > Self.largeAttachment {
        attachments.append((path, bytes))
      } else {
        files.write(path, bytes)
      }
    }
    return Attachment(name: name, sha256: hash, size: bytes.count)
  }

  // MARK: Indexes

  private func updateIndexes(from old: Set<IndexKey>, to new: Set<IndexKey>, id: Int) throws {
    for key in old.subtracting(new).sorted() { try appendIndex(key, id, gone: true) }
    for key in new.subtracting(old).sorted() { try appendIndex(key, id, gone: false) }
  }

  /// How far a shard grows before it is looked at for lines that no longer count.
  private static let shardStep = 64 << 10
  /// One that lists read whole: as long as it is smaller, no such line stays.
  private static let smallStep = 4 << 10

  private func appendIndex(_ key: IndexKey, _ id: Int, gone: Bool) throws {
    let path = key.index.shard(of: key.key)
    let line = IndexLine(key: key.key, id: id, gone: gone)
    let size = try files.append(path, StoredLine.encode(line.json) + [newline])
    // Each time a shard crosses a step, and only then: so a line's share of this stays the same.
    let step = key.index.isReadWhole ? Self.smallStep : Self.shardStep
    if size.before / step != size.after / step {
      try compact(path)
    } else if gone, key.index.isReadWhole, size.after < step {
      try compact(path, always: true)
    }
  }

  /// Writes a shard anew where at least half of its lines no longer count, or always.
  private func compact(_ path: String, always: Bool = false) throws {
    let lines = try files.lines(path)
    let live = try foldIndex(lines, path: path).filter(\.value).keys.sorted {
      ($0.id, $0.key) < ($1.id, $1.key)
    }
    guard always || live.count * 2 <= lines.count else { return }
    let whole = live.flatMap {
      StoredLine.encode(IndexLine(key: $0.key, id: $0.id, gone: false).json) + [newline]
    }
    if whole.isEmpty { files.remove(path) } else { files.write(path, whole) }
  }
}
