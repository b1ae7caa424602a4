import DeskCore
import DeskSystem
import JSON

/// Mends what an examination found, as far as that loses no byte: what is taken out of a file is
/// in quarantine, on the disk, before the file changes. Records and what is derived from them are
/// written in transactions, as always.
///
/// A line of a block that cannot be read becomes a placeholder, `{"id":42,"removed":true,"kept":…}`:
/// its number is never given again, what refers to it finds a record that is gone, and the others of
/// its block can be listed again. A line whose sum fits is left as it is, whatever it says: another
/// version of the program may know it.
struct Mending {
  let folder: Folder
  let now: Instant
  let examination: Examination
  private var files: WorkingSet
  private var mended: [(path: String, kept: String?)] = []

  /// So many numbers behind the last one are filled with placeholders where something refers to
  /// them; more is no lost end of a block.
  static let mostPlaceholders = 1000

  /// A transaction is committed when it has grown so far.
  private static let enough = 4 << 20

  init(_ examination: Examination, now: Instant) {
    self.examination = examination
    folder = examination.folder
    files = WorkingSet(folder: folder)
    self.now = now
  }

  /// Mends what lies in the folder, then the records; where those are whole, what is derived.
  mutating func run() throws {
    let found = examination.findings.filter(\.isMendable)
    for finding in found { try mendPlace(finding) }
    let paths = Set(found.filter(\.isAboutLines).map(\.path))
    for path in paths.sorted() { try mendLines(path) }
    try invent()
    if mended.isEmpty && files.tails.isEmpty { try mendDerived(found) }
    try commit()
  }

  /// Makes all indexes and the agenda anew; answers how many of their files changed.
  mutating func rebuild() throws -> Int {
    let derived = Derivation(examination)
    var changed = 0
    for (path, bytes) in derived.allFiles().sorted(by: { $0.key < $1.key })
    where try folder.read(path) != bytes {
      changed += 1
      try rewrite(path, bytes)
    }
    try commit()
    return changed
  }

  // MARK: What lies in the folder

  private mutating func mendPlace(_ finding: Finding) throws {
    let path = finding.path
    switch finding.problem {
    case .missing where Layout.folders.contains(path): try folder.makeFolder(path)
    case .missing:
      let file = try folder.create(path)
      try folder.sync(file, path)
    case .mode, .owner: try folder.settle(path)
    case .leftover: try removeLeftover(path)
    case .noReserve: try Store.makeReserve(folder)
    case .foreign, .unknown, .changedByOthers, .empty, .tornTail, .unended, .badLine, .undecodable,
      .misplaced, .surplusLines, .missingRecords, .messageCount, .dangling, .missingAttachment,
      .otherContent, .indexMissing, .indexSurplus, .agendaMissing, .agendaSurplus, .agendaWrong,
      .unsettled:
      return
    }
    try folder.syncFolder(Folder.parent(of: path))
  }

  private func removeLeftover(_ path: String) throws {
    if try folder.facts(path)?.kind == "folder" {
      try folder.removeFolder(path)
      return
    }
    let bytes = try folder.read(path) ?? []
    if bytes.contains(where: { $0 != 0 }) {
      _ = try Quarantine(folder: folder, now: now).keep(bytes, path)
    }
    try folder.remove(path)
  }

  // MARK: Lines

  private mutating func mendLines(_ path: String) throws {
    switch StoredContent(path: path) {
    case .block(let kind, let number): try mendBlock(kind, number)
    case .messages(let conversation): try mendMessages(conversation, path)
    case .log, .inbox, .statuses:
      let good = splitLines(try files.bytes(path) ?? []).filter { StoredLine.isWhole($0) }
      let bytes = good.flatMap { $0 + [newline] }
      try rewrite(path, bytes.isEmpty ? nil : bytes)
    // Without its key a desk makes another; addresses that it gave out stop working.
    case .linkKey: try rewrite(path, nil)
    case .presence:
      // Who cannot be read is nobody: agents switch themselves on again.
      try rewrite(path, SummedFile.text(of: Presence().json))
    case .fixed, .hour, .shard, .attachment, .kept, nil: break
    }
  }

  private mutating func mendBlock(_ kind: RecordKind, _ number: Int) throws {
    let path = Layout.block(kind, number: number)
    let first = max(1, number * Layout.blockSize)
    let end = (number + 1) * Layout.blockSize - 1
    let lines = splitLines(try files.bytes(path) ?? [])
    let known = lines.compactMap(wholeID).filter { $0 <= end }.max() ?? 0
    let last = min(end, max(known, lastNumber(kind)))
    let kept = try keep(path)
    try write(
      path, kept,
      arranged(lines, first...max(first, last)) { id in
        var placeholder: JSONObject = ["id": JSONValue(id), "removed": true]
        if let kept { placeholder["kept"] = JSONValue(kept) }
        return JSONValue(placeholder)
      }, isEmpty: last < first)
  }

  private mutating func mendMessages(_ conversation: Int, _ path: String) throws {
    let lines = splitLines(try files.bytes(path) ?? [])
    let ids = lines.compactMap(wholeID).filter { $0 <= lines.count + Self.mostPlaceholders }
    let last = max(ids.max() ?? 0, lines.count)
    let kept = try keep(path)
    try write(
      path, kept,
      arranged(lines, 1...max(1, last)) { id in
        var message = Message()
        message.id = id
        message.conversation = Conversation.ID(conversation)
        message.author = "system"
        message.at = now
        message.type = "damaged"
        message.automatic = true
        return message.json
      }, isEmpty: last == 0)
  }

  /// Lines put in their places by their numbers; of two with one number the later stands.
  private func arranged(
    _ lines: [ArraySlice<UInt8>], _ ids: ClosedRange<Int>, placeholder: (Int) -> JSONValue
  ) -> [UInt8] {
    var places: [Int: ArraySlice<UInt8>] = [:]
    for line in lines { if let id = wholeID(line) { places[id] = line } }
    return ids.flatMap { id in
      (places[id] ?? StoredLine.encode(placeholder(id))[...]) + [newline]
    }
  }

  private func wholeID(_ line: ArraySlice<UInt8>) -> Int? {
    StoredLine.isWhole(line) ? leadingID(line) : nil
  }

  // MARK: Numbers that something refers to

  /// The highest number of a kind that was given, by the blocks and by what refers to it.
  private func lastNumber(_ kind: RecordKind) -> Int {
    let referred = examination.findings.compactMap { finding in
      if case .dangling(_, let to, _) = finding.problem, to.kind == kind, finding.isMendable {
        return to.number
      }
      return nil
    }
    return max(examination.lasts[kind] ?? 0, referred.max() ?? 0)
  }

  /// Fills blocks up to the numbers that something refers to.
  private mutating func invent() throws {
    for kind in RecordKind.allCases {
      let last = examination.lasts[kind] ?? 0
      let wanted = lastNumber(kind)
      guard wanted > last else { continue }
      for number in (last / Layout.blockSize)...(wanted / Layout.blockSize) {
        let isDone = mended.contains { $0.path == Layout.block(kind, number: number) }
        if !isDone { try mendBlock(kind, number) }
      }
    }
  }

  // MARK: What is derived

  private mutating func mendDerived(_ found: [Finding]) throws {
    let derived = Derivation(examination)
    for path in Set(found.map(\.path)).sorted() {
      switch StoredContent(path: path) {
      case .shard: try rewrite(path, derived.shard(path))
      case .hour(let hour, _):
        for (path, bytes) in derived.hour(hour).sorted(by: { $0.key < $1.key })
        where try folder.read(path) != bytes {
          try rewrite(path, bytes)
        }
      case .fixed, .presence, .linkKey, .block, .messages, .log, .inbox, .statuses, .attachment,
        .kept, nil:
        break
      }
    }
    try countMessages(found)
  }

  private func countMessages(_ found: [Finding]) throws {
    let transaction = Transaction(files: files, now: now)
    for case .messageCount(let number, _, let count) in found.map(\.problem) {
      _ = try keep(Layout.block(.conversation, holding: number))
      var conversation = try transaction.get(Conversation.ID(number))
      conversation.messageCount = count
      try transaction.apply([.conversation(conversation)])
    }
  }

  // MARK: Writing

  /// Puts a file aside as it is, where it holds anything; answers where.
  private func keep(_ path: String) throws -> String? {
    guard let bytes = try folder.read(path), !bytes.isEmpty else { return nil }
    return try Quarantine(folder: folder, now: now).keep(bytes, path)
  }

  private mutating func rewrite(_ path: String, _ bytes: [UInt8]?) throws {
    try write(path, keep(path), bytes ?? [], isEmpty: bytes == nil)
  }

  private mutating func write(
    _ path: String, _ kept: String?, _ bytes: [UInt8], isEmpty: Bool
  ) throws {
    if isEmpty { files.remove(path) } else { files.write(path, bytes) }
    mended.append((path, kept))
    if files.size > Self.enough { try commit() }
  }

  private mutating func commit() throws {
    let transaction = Transaction(files: files, now: now)
    for (path, kept) in mended {
      try transaction.apply([
        .event(
          Event(
            at: now, actor: "system", record: nil, what: "repaired",
            detail: [path] + (kept.map { [$0] } ?? [])))
      ])
    }
    _ = try files.mendTails(now: now)
    if !files.isEmpty {
      let unfinished = try Commit(folder: folder, limit: .max).commit(files.changes())
      if let unfinished { throw unfinished }
    }
    files = WorkingSet(folder: folder)
    mended = []
  }
}

extension Finding {
  /// Whether it is mended by writing the lines of its file anew.
  fileprivate var isAboutLines: Bool {
    switch problem {
    case .empty, .tornTail, .unended, .badLine, .misplaced, .surplusLines, .missingRecords: true
    case .missing, .foreign, .unknown, .leftover, .mode, .owner, .noReserve, .changedByOthers,
      .undecodable, .messageCount, .dangling, .missingAttachment, .otherContent, .indexMissing,
      .indexSurplus, .agendaMissing, .agendaSurplus, .agendaWrong, .unsettled:
      false
    }
  }
}
