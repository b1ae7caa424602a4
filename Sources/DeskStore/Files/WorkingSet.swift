import DeskCore
import DeskSystem

/// The store's files as one command sees them: what is on the disk, under what it has changed so
/// far. Nothing is written here; `changes` is what a commit is given.
///
/// A class, because the readers and the writer of one command look at the same changes.
package final class WorkingSet {
  let folder: Folder
  private var blocks: [String: Block] = [:]
  private var appended: [String: Appended] = [:]
  private var written: [String: [UInt8]] = [:]
  private var removed: Set<String> = []
  /// Files whose last line has no end.
  private(set) var tails: [String: Tail] = [:]
  /// How many bytes the changes so far will take in the journal, about. Kept as they are made:
  /// whoever fills a transaction asks after each step.
  private(set) var size = 0

  /// Records as they were last read or changed, for a writer that asks for the same again and again;
  /// nil for a reader, who goes through many once.
  private var recalled: [Reference: any Sendable]?
  private static let recallLimit = 20_000

  private var shards: [String: [UInt8]?] = [:]
  private var shardBytes = 0
  private static let shardLimit = 8 << 20

  /// What the journal says of a change besides its bytes, at most.
  private static let overhead = 80

  /// What is done about a last line without an end, before its file is written.
  enum Tail: Hashable {
    /// It is no whole line, and was never acknowledged: readers pass it over, the next writer cuts
    /// the file there.
    case torn(from: Int)
    /// Its sum says that it is whole: readers see it, the next writer gives it its end there.
    case unended(at: Int)
  }

  private struct Appended {
    let offset: Int
    var bytes: [UInt8]
  }

  init(folder: Folder, recallsRecords: Bool = false) {
    self.folder = folder
    recalled = recallsRecords ? [:] : nil
  }

  // MARK: Records

  func recall<Kept: StoredRecord>(_ id: RecordID<Kept>) -> Kept? {
    recalled?[Reference(Kept.kind, id.number)] as? Kept
  }

  /// Remembers a record as it now is in its block.
  func remember<Kept: StoredRecord>(_ record: Kept, as id: RecordID<Kept>) {
    if let count = recalled?.count, count >= Self.recallLimit { recalled = [:] }
    recalled?[Reference(Kept.kind, id.number)] = record
  }

  func forget(_ reference: Reference) { recalled?[reference] = nil }

  // MARK: Reading

  /// A file as it will be; nil where there is none.
  func bytes(_ path: String) throws -> [UInt8]? {
    if removed.contains(path) { return nil }
    if let whole = written[path] { return whole }
    let base = try path.hasPrefix("index/") ? shard(path) : readWhole(path)
    guard let more = appended[path] else { return base }
    return (base ?? []) + more.bytes
  }

  /// A shard as it lies on the disk, kept while these are small: a tick that fires many schedules
  /// asks the same few hundred for each of them.
  private func shard(_ path: String) throws -> [UInt8]? {
    if let known = shards[path] { return known }
    let bytes = try readWhole(path)
    if shardBytes < Self.shardLimit {
      shards[path] = .some(bytes)
      shardBytes += bytes?.count ?? 0
    }
    return bytes
  }

  private func readWhole(_ path: String) throws -> [UInt8]? {
    guard let bytes = try folder.read(path) else { return nil }
    guard path.hasSuffix(".jsonl"), let last = bytes.last, last != newline else { return bytes }
    let start = bytes.lastIndex(of: newline).map { $0 + 1 } ?? 0
    if let length = StoredLine.unendedLength(bytes[start...]) {
      tails[path] = .unended(at: start + length)
      return bytes[..<(start + length)] + [newline]
    }
    tails[path] = .torn(from: start)
    return Array(bytes[..<start])
  }

  /// The lines of a file as it will be; their sums are not looked at. A file that is there holds
  /// one at least.
  func lines(_ path: String) throws -> [ArraySlice<UInt8>] {
    guard let bytes = try bytes(path) else { return [] }
    if bytes.isEmpty { throw StoreError.damaged(path: path, .empty) }
    return splitLines(bytes)
  }

  /// Whether a file is as it lies on the disk.
  func hasNoChange(_ path: String) -> Bool {
    appended[path] == nil && written[path] == nil && !removed.contains(path)
  }

  func block(_ kind: RecordKind, number: Int) throws -> Block {
    let path = Layout.block(kind, number: number)
    if let known = blocks[path] { return known }
    let block = try Block(path: path, number: number, base: readWhole(path))
    if blocks.count >= 64 { blocks = blocks.filter { !$0.value.edits.isEmpty } }
    blocks[path] = block
    return block
  }

  /// Whether a block is in memory already, as it is or changed.
  func isKnown(_ path: String) -> Bool { blocks[path] != nil }

  /// The names in a folder as it will be, in order, without what a crash left of files that were
  /// being written. Those that are not wanted are left out before the rest is sorted: a month of the
  /// agenda has hundreds, of which tick wants a few.
  func names(
    in path: String, where isWanted: (String) -> Bool = { _ in true }
  ) throws -> [String] {
    let found = try folder.names(in: path, where: isWanted)
    if found == nil, Layout.folders.contains(path) {
      throw StoreError.damaged(path: path, .missing)
    }
    var names = Set(found ?? [])
    for other in Array(written.keys) + Array(appended.keys) where other.hasPrefix(path + "/") {
      let name = String(other.dropFirst(path.count + 1).prefix { $0 != "/" })
      if isWanted(name) { names.insert(name) }
    }
    for other in removed where Folder.parent(of: other) == path {
      names.remove(Folder.name(of: other))
    }
    return names.filter { !$0.hasPrefix(Folder.temporaryPrefix) }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  /// Whether a file is there, without reading it.
  func exists(_ path: String) throws -> Bool {
    if removed.contains(path) { return false }
    if written[path] != nil || appended[path] != nil || blocks[path]?.lastID != nil { return true }
    return try folder.facts(path) != nil
  }

  // MARK: Changing

  func put(_ kind: RecordKind, _ id: Int, _ line: [UInt8]) throws {
    let path = try block(kind, number: id / Layout.blockSize).path
    size += line.count + Self.overhead
    if let old = blocks[path]?.edits[id] { size -= old.count + Self.overhead }
    blocks[path]?.put(id, line)
  }

  /// Adds whole lines, each with its newline; answers the size before and after.
  ///
  /// What is there is changed in its place: a copy for each line would make a long transaction
  /// take the square of its length.
  @discardableResult
  func append(_ path: String, _ bytes: [UInt8]) throws -> (before: Int, after: Int) {
    if let before = written[path]?.count {
      written[path]? += bytes
      size += bytes.count
      return (before, before + bytes.count)
    }
    if removed.contains(path) {
      write(path, bytes)
      return (0, bytes.count)
    }
    size += bytes.count
    if let place = appended.index(forKey: path) {
      appended.values[place].bytes += bytes
      let after = appended.values[place].offset + appended.values[place].bytes.count
      return (after - bytes.count, after)
    }
    let offset = try wholeSize(path)
    appended[path] = Appended(offset: offset, bytes: bytes)
    size += Self.overhead
    return (offset, offset + bytes.count)
  }

  func write(_ path: String, _ bytes: [UInt8]) {
    forget(path)
    written[path] = bytes
    size += bytes.count + Self.overhead
    removed.remove(path)
  }

  func remove(_ path: String) {
    forget(path)
    removed.insert(path)
  }

  /// Drops what was to be written to a file.
  private func forget(_ path: String) {
    if let bytes = written.removeValue(forKey: path) { size -= bytes.count + Self.overhead }
    if let more = appended.removeValue(forKey: path) { size -= more.bytes.count + Self.overhead }
  }

  /// How many bytes of a file are whole lines.
  private func wholeSize(_ path: String) throws -> Int {
    guard let file = try folder.open(path) else { return 0 }
    let size = try folder.facts(of: file, path).size
    let last = try folder.read(file, path, from: max(0, size - 1), count: min(1, size))
    if last.first.map({ $0 == newline }) ?? true { return size }
    return try readWhole(path)?.count ?? 0
  }

  // MARK: The transaction

  var isEmpty: Bool {
    appended.isEmpty && written.isEmpty && removed.isEmpty
      && blocks.values.allSatisfy { $0.edits.isEmpty }
  }

  /// Everything that changed, by path. Tails are mended first: what is said here of a file as it is
  /// holds then.
  func changes() throws -> [PreparedChange] {
    var changes: [PreparedChange] = []
    for block in blocks.values where !block.edits.isEmpty { changes.append(change(block)) }
    for (path, entry) in appended {
      changes.append(
        addition(path, offset: entry.offset, entry.bytes, isNew: try folder.facts(path) == nil))
    }
    for (path, bytes) in written {
      let before = try folder.read(path).map(Fingerprint.init(of:))
      changes.append(
        PreparedChange(change: .write(path: path, before: before, bytes: bytes), after: bytes))
    }
    for path in removed {
      guard let base = try folder.read(path) else { continue }
      changes.append(
        PreparedChange(change: .remove(path: path, before: Fingerprint(of: base)), after: nil))
    }
    return changes.sorted { $0.change.path.utf8.lexicographicallyPrecedes($1.change.path.utf8) }
  }

  /// Bytes behind what a file holds. A new file is written whole: it shows with its mode and owner.
  private func addition(
    _ path: String, offset: Int, _ bytes: [UInt8], isNew: Bool
  ) -> PreparedChange {
    isNew
      ? PreparedChange(change: .write(path: path, before: nil, bytes: bytes), after: bytes)
      : PreparedChange(change: .append(path: path, offset: offset, bytes: bytes), after: nil)
  }

  private func change(_ block: Block) -> PreparedChange {
    guard let base = block.base, !block.onlyAppends else {
      return addition(
        block.path, offset: block.base?.count ?? 0, block.editedLines, isNew: block.base == nil)
    }
    let after = block.after
    let edit = FileChange.edit(
      path: block.path, before: Fingerprint(of: base), after: Fingerprint(of: after),
      lines: block.editedLines)
    return PreparedChange(change: edit, after: after)
  }

  /// Gives last lines their ends, or puts them aside and cuts them, in the files that were looked
  /// at; answers those that were cut. It is done before the transaction, and stays done without it.
  func mendTails(now: Instant) throws -> [String] {
    var cut: [String] = []
    for (path, tail) in tails.sorted(by: { $0.key < $1.key }) {
      guard let file = try folder.open(path, for: .readingAndWriting) else { continue }
      switch tail {
      case .unended(let end):
        try folder.write([newline], file, path, at: end)
      case .torn(let start):
        let size = try folder.facts(of: file, path).size
        let bytes = try folder.read(file, path, from: start, count: size - start)
        _ = try Quarantine(folder: folder, now: now).keep(bytes, path)
        cut.append(path)
        if start == 0 {
          try removeEmptied(path)
          continue
        }
        try folder.truncate(file, path, to: start)
      }
      try folder.sync(file, path)
    }
    tails = [:]
    return cut
  }

  /// A file without a line would be damage.
  private func removeEmptied(_ path: String) throws {
    try folder.remove(path)
    try folder.syncFolder(Folder.parent(of: path))
  }
}
