package import DeskCore
package import DeskSystem
import JSON

/// A desk's data folder, opened. A class, because it owns the folder and what is known of it.
package final class Store {
  package let folder: Folder
  package private(set) var format: StoreFormat
  let now: Instant
  private let migrations: [Migration]

  /// Opens the store in a folder. Nothing is locked, nothing changed.
  package convenience init(_ path: String, now: Instant, kernel: Kernel = Kernel()) throws {
    try self.init(path, now: now, kernel: kernel, migrations: Migration.all)
  }

  init(_ path: String, now: Instant, kernel: Kernel, migrations: [Migration]) throws {
    folder = try Store.openFolder(path, kernel)
    self.now = now
    self.migrations = migrations
    format = StoreFormat()
    guard let bytes = try folder.read(Layout.format) else {
      let names = try folder.names(in: ".") ?? []
      throw StoreError.noStore(folder: path, holdsOtherFiles: !names.isEmpty)
    }
    format = try StoreFormat.read(bytes)
    folder.ownership = try ownership()
  }

  private static func openFolder(_ path: String, _ kernel: Kernel) throws -> Folder {
    do {
      return try Folder(path, kernel: kernel)
    } catch let error as SystemError where error.isMissing {
      throw StoreError.noStore(folder: path, holdsOtherFiles: false)
    }
  }

  /// Whose new files are: as root the owner of the store's folder, never root.
  private func ownership() throws -> Ownership {
    var ownership = format.group == nil ? Ownership.personal : .shared
    guard let facts = try folder.facts(".") else { return ownership }
    ownership.owner = facts.owner
    ownership.group = format.group.map { UInt32(clamping: $0) } ?? facts.group
    return ownership
  }

  /// The Unix user who owns the store.
  package func owner() throws -> UInt32 { try folder.facts(".")?.owner ?? Caller.user }

  // MARK: Reading and writing

  /// Reads under a shared lock, from the first read to the last.
  package func read<Answer>(
    patience: Double, _ body: (StoreReader) throws -> Answer
  ) throws -> Answer {
    let lock = try lockToRead(patience)
    defer { withExtendedLifetime(lock) {} }
    return try body(StoreReader(files: WorkingSet(folder: folder)))
  }

  private func lockToRead(_ patience: Double) throws -> FileLock {
    // The shared lock is given back before the exclusive one is asked for: held, it would stand in
    // the way of this very command.
    if let lock = try lockIfSettled(patience) { return lock }
    return try lockToWrite(patience)
  }

  /// The shared lock of a store that can be read as it is; nil where somebody's transaction was not
  /// completed, or its format is an older one: that is mended before anything is read.
  private func lockIfSettled(_ patience: Double) throws -> FileLock? {
    let lock = try take(Layout.lock, .shared, patience)
    // Whatever else stands there is refused by who opens it.
    guard let journal = try folder.facts(Layout.journal), journal.kind == "file",
      journal.links == 1, journal.size == 0
    else { return nil }
    try readFormat()
    return format.format == StoreFormat.current ? lock : nil
  }

  private func lockToWrite(_ patience: Double) throws -> FileLock {
    let lock = try take(Layout.lock, .exclusive, patience)
    try Recovery(folder: folder, now: now).run()
    try settleFormat()
    return lock
  }

  /// Another process may have put the desk on hold, or migrated it, since this one opened it.
  private func readFormat() throws {
    format = try StoreFormat.read(folder.read(Layout.format) ?? [])
  }

  /// Reads the format anew, and brings an older one to today's.
  func settleFormat() throws {
    try readFormat()
    guard format.format < StoreFormat.current else { return }
    try Migration.run(migrations, on: format, in: folder, now: now)
    try readFormat()
    folder.ownership = try ownership()
  }

  func take(_ path: String, _ mode: FileLock.Mode, _ patience: Double) throws -> FileLock {
    guard let lock = try tryToTake(path, mode, patience) else {
      throw StoreError.busy(seconds: patience)
    }
    return lock
  }

  private func tryToTake(
    _ path: String, _ mode: FileLock.Mode, _ patience: Double
  ) throws -> FileLock? {
    do {
      return try FileLock.take(path, in: folder, mode, patience: patience)
    } catch let error as SystemError where error.call == .lock && error.isMissing {
      throw StoreError.damaged(path: path, .missing)
    }
  }

  /// What came of a transaction.
  package struct Outcome<Answer> {
    package let answer: Answer
    package let events: [Event]
    package let isCommitted: Bool
    /// Files whose torn ends were put aside.
    package let cut: [String]
    /// Why it could not be applied at once, though it is committed.
    package let unfinished: (any Error)?
  }

  /// Runs a transaction under the exclusive lock: all that `body` applies is committed at once, or
  /// with `dryRun` nothing is. What is thrown says that nothing happened, but for `uncertain`.
  package func write<Answer>(
    patience: Double, dryRun: Bool = false, expectedRevision: Int? = nil,
    _ body: (Transaction) throws -> Answer
  ) throws -> Outcome<Answer> {
    let lock = try lockToWrite(patience)
    defer { withExtendedLifetime(lock) {} }
    let files = WorkingSet(folder: folder, recallsRecords: true)
    let transaction = Transaction(files: files, now: now, expectedRevision: expectedRevision)
    let answer = try body(transaction)
    try transaction.settleHours()
    // Attachments that a later transaction names may come alone.
    if !dryRun, files.isEmpty { try putInPlace(transaction.attachments) }
    guard !dryRun, !files.isEmpty else {
      return Outcome(
        answer: answer, events: transaction.events, isCommitted: false, cut: [], unfinished: nil)
    }
    try putInPlace(transaction.attachments)
    let cut = try files.mendTails(now: now)
    let unfinished = try Commit(folder: folder).commit(files.changes())
    if unfinished == nil { keepReserve() }
    if let changed = transaction.changedFormat { format = changed }
    return Outcome(
      answer: answer, events: transaction.events, isCommitted: true, cut: cut,
      unfinished: unfinished)
  }

  /// A transaction that nobody commits: reads fall through to the store, changes stay in memory.
  /// Whoever uses it does so within `read`, and may let others have the store in between.
  package func overlay() -> Transaction {
    Transaction(files: WorkingSet(folder: folder), now: now)
  }

  /// Writes large attachments, which no journal could take, before the commit that names them.
  /// Each lies under the hash of its content: one that a crash leaves behind harms nothing, and is
  /// found there when the same is done again.
  private func putInPlace(_ attachments: [(path: String, bytes: [UInt8])]) throws {
    for (path, bytes) in attachments {
      for made in try folder.makeFolder(Folder.parent(of: path)) {
        try folder.syncFolder(Folder.parent(of: made))
      }
      try folder.replace(path, with: bytes)
    }
  }

  /// Takes another lock of the store for as long as `body` runs; nil where it stayed taken.
  package func whileHolding<Answer>(
    _ path: String, patience: Double, _ body: () throws -> Answer
  ) throws -> Answer? {
    guard let lock = try tryToTake(path, .exclusive, patience) else { return nil }
    defer { withExtendedLifetime(lock) {} }
    return try body()
  }

  // MARK: The store itself

  /// Whether it stands where it was made; a copy does not, and sends nothing until resumed.
  package func isAtHome() throws -> Bool {
    guard !format.play, let home = format.home else { return true }
    return try folder.facts(Layout.lock).map { $0.inode == UInt64(home) } ?? false
  }

  /// The inode of its lock, by which a store knows the place where it was made or resumed.
  package func currentHome() throws -> Int? {
    try folder.facts(Layout.lock).map { Int($0.inode) }
  }

  /// When the desk last ticked: tick touches its lock.
  package func lastTick() throws -> Instant? {
    guard let facts = try folder.facts(Layout.tickLock), facts.size == 0 else { return nil }
    return facts.modified == 0 ? nil : Instant(secondsSinceEpoch: facts.modified)
  }

  package func noteTick() throws { try folder.touch(Layout.tickLock, at: now.secondsSinceEpoch) }
}
