import DeskCore
import DeskSystem
import Glibc

/// A change with the whole content that its file will have, where that is known.
struct PreparedChange {
  let change: FileChange
  /// The file as it will be; nil for an append or a removal.
  let after: [UInt8]?
}

/// Makes transactions durable: the one place in which the store is written, besides recovery.
///
/// 1. The changes are in the journal and on the disk: **this is the commit**. A crash before it
///    leaves the store as it was; after it, recovery brings it to where it was going.
/// 2. Each change is applied, and on the disk.
/// 3. The journal is emptied, and that is on the disk too, else a later power cut could bring an
///    old transaction back to undo a newer one.
struct Commit {
  let folder: Folder

  /// Up to so many files are synced one by one; more go with one sync of the file system.
  static let fewFiles = 4

  /// A transaction holds at most so many bytes; larger work is several.
  static let maximumSize = 8 << 20

  /// Commits. What is thrown says that nothing happened; an answer that is not nil says that it
  /// is committed and why it could not be applied at once: the next command completes it.
  func commit(_ changes: [PreparedChange]) throws -> (any Error)? {
    let record = Journal.encode(changes.map(\.change))
    guard record.count <= Self.maximumSize else { throw StoreError.tooLarge(bytes: record.count) }
    try checkRoom(for: record.count)
    try writeJournal(record)
    do {
      try applyWithReserve(changes)
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
    let needed = (4 << 20) + 2 * size
    if space.bytes < needed || space.inodes < 64 {
      throw StoreError.noRoom(bytes: max(0, needed - space.bytes), inodes: max(0, 64 - space.inodes))
    }
  }

  private func openJournal() throws -> Descriptor {
    guard let journal = try folder.open(Layout.journal, O_RDWR) else {
      throw StoreError.damaged(path: Layout.journal, line: nil, reason: "it is missing")
    }
    return journal
  }

  private func writeJournal(_ record: [UInt8]) throws {
    let journal = try openJournal()
    do {
      try folder.write(record, journal, Layout.journal, at: 0)
      try folder.sync(journal, Layout.journal)
    } catch {
      // Whether it reached the disk is not known: take it back, or it would be carried out later.
      do {
        try folder.truncate(journal, Layout.journal, to: 0)
      } catch {
        try folder.write([0], journal, Layout.journal, at: 0)
      }
      try? folder.sync(journal, Layout.journal)
      throw error
    }
  }

  func clearJournal() throws {
    let journal = try openJournal()
    try folder.truncate(journal, Layout.journal, to: 0)
    try folder.sync(journal, Layout.journal)
  }

  /// Applies; out of space, the room that was kept for this is given up.
  func applyWithReserve(_ changes: [PreparedChange]) throws {
    do {
      try apply(changes)
    } catch let error as SystemError where error.isOutOfSpace {
      try folder.remove(Layout.reserve)
      try apply(changes)
    }
  }

  // MARK: Applying

  /// Applies changes whose files are as they were before; done again, it ends the same.
  private func apply(_ changes: [PreparedChange]) throws {
    var touched = FolderSet()
    if changes.count <= Self.fewFiles {
      for change in changes { try applyAlone(change, &touched) }
    } else {
      try applyTogether(changes, &touched)
    }
    if changes.count <= Self.fewFiles {
      for path in touched.folders { try folder.syncFolder(path) }
    }
    for case .remove(let path, _) in changes.map(\.change) {
      try folder.removeFolder(Folder.parent(of: path))
    }
  }

  private func applyAlone(_ prepared: PreparedChange, _ touched: inout FolderSet) throws {
    switch prepared.change {
    case .append(let path, let offset, let bytes):
      let file = try openToAppend(path, offset, &touched)
      try folder.write(bytes, file, path, at: offset)
      try folder.sync(file, path)
    case .edit(let path, _, _, _), .write(let path, _, _):
      try touched.make(Folder.parent(of: path), in: folder)
      let file = try folder.writeTemporary(for: path, prepared.after ?? [])
      try folder.sync(file, path)
      try folder.rename(Folder.temporary(for: path), to: path)
      touched.insert(Folder.parent(of: path))
    case .remove(let path, _):
      try folder.remove(path)
      touched.insert(Folder.parent(of: path))
    }
  }

  /// New files are whole on the disk before one of them takes its place: a power cut between the
  /// two would leave empty ones otherwise.
  private func applyTogether(_ changes: [PreparedChange], _ touched: inout FolderSet) throws {
    for prepared in changes {
      switch prepared.change {
      case .append(let path, let offset, let bytes):
        let file = try openToAppend(path, offset, &touched)
        try folder.write(bytes, file, path, at: offset)
      case .edit(let path, _, _, _), .write(let path, _, _):
        try touched.make(Folder.parent(of: path), in: folder)
        _ = try folder.writeTemporary(for: path, prepared.after ?? [])
      case .remove: break
      }
    }
    try folder.syncFileSystem()
    for prepared in changes {
      switch prepared.change {
      case .append: break
      case .edit(let path, _, _, _), .write(let path, _, _):
        try folder.rename(Folder.temporary(for: path), to: path)
      case .remove(let path, _):
        try folder.remove(path)
      }
    }
    try folder.syncFileSystem()
  }

  private func openToAppend(
    _ path: String, _ offset: Int, _ touched: inout FolderSet
  ) throws -> Descriptor {
    if let file = try folder.open(path, O_RDWR) {
      if offset == 0 { try folder.own(file, path) }
      return file
    }
    try touched.make(Folder.parent(of: path), in: folder)
    touched.insert(Folder.parent(of: path))
    return try folder.create(path)
  }
}

/// The folders whose names changed, in order, each once.
private struct FolderSet {
  private(set) var folders: [String] = []

  mutating func insert(_ path: String) {
    if !folders.contains(path) { folders.append(path) }
  }

  /// Makes a folder where it is missing; the one that then holds a new name is to be synced too.
  mutating func make(_ path: String, in folder: Folder) throws {
    for made in try folder.makeFolder(path) { insert(Folder.parent(of: made)) }
  }
}
