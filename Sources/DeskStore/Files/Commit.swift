import DeskSystem

/// Makes transactions durable: the one place in which the store is written, besides recovery.
///
/// 1. The changes are in the journal and on the disk: **this is the commit**. A crash before it
///    leaves the store as it was; after it, recovery brings it to where it was going.
/// 2. Each change is applied, and on the disk.
/// 3. The journal is emptied, and that is on the disk too, else a later power cut could bring an
///    old transaction back to undo a newer one.
struct Commit {
  let folder: Folder
  /// A transaction holds at most so many bytes; larger work is several.
  var limit = Commit.maximumSize

  static let maximumSize = 8 << 20

  /// Commits. What is thrown says that nothing happened, but for `uncertain`; an answer that is not
  /// nil says that it is committed and why it could not be applied at once: the next command
  /// completes it.
  func commit(_ changes: [PreparedChange]) throws -> (any Error)? {
    let record = Journal.encode(changes.map(\.change))
    guard record.count <= limit else { throw StoreError.tooLarge(bytes: record.count) }
    try checkRoom(for: changes.reduce(2 * record.count) { $0 + ($1.after?.count ?? 0) })
    try writeJournal(record)
    do {
      let application = Application(folder: folder)
      try application.applyWithReserve(changes)
      try application.removeEmptied(by: changes.map(\.change))
      try clearJournal()
      return nil
    } catch {
      return error
    }
  }

  /// There must be room for the journal, for the new files beside the old ones, and to spare: a
  /// disk that is full is met before the commit, not after it.
  private func checkRoom(for size: Int) throws {
    let space = try folder.space()
    let needed = (4 << 20) + size
    if space.bytes < needed || space.inodes < 64 {
      throw StoreError.noRoom(
        bytes: max(0, needed - space.bytes), inodes: max(0, 64 - space.inodes))
    }
  }

  // MARK: The journal

  private func openJournal() throws -> Descriptor {
    guard let journal = try folder.open(Layout.journal, for: .readingAndWriting) else {
      throw StoreError.damaged(path: Layout.journal, .missing)
    }
    return journal
  }

  private func writeJournal(_ record: [UInt8]) throws {
    let journal = try openJournal()
    do {
      try folder.write(record, journal, Layout.journal, at: 0)
    } catch {
      // A part of it means nothing: it is emptied now, or by the next command.
      try? folder.truncate(journal, Layout.journal, to: 0)
      throw error
    }
    do {
      try folder.sync(journal, Layout.journal)
    } catch {
      if hasTakenBack(journal) { throw error }
      throw StoreError.uncertain(
        error as? SystemError ?? SystemError.inputOutput(.sync, Layout.journal))
    }
  }

  /// Whether a whole record whose sync failed is gone again, from the disk too. Left there, it would
  /// be carried out later, though this command says that it failed.
  private func hasTakenBack(_ journal: Descriptor) -> Bool {
    do {
      do {
        try folder.truncate(journal, Layout.journal, to: 0)
      } catch {
        try folder.write(Journal.takenBack, journal, Layout.journal, at: 0)
      }
      try folder.sync(journal, Layout.journal)
      return true
    } catch {
      return false
    }
  }

  func clearJournal() throws {
    let journal = try openJournal()
    try folder.truncate(journal, Layout.journal, to: 0)
    try folder.sync(journal, Layout.journal)
  }
}
