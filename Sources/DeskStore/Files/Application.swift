import DeskSystem

/// Brings the files of a committed transaction to where it is going, and onto the disk. Done again
/// after it was done in part, it ends the same.
struct Application {
  let folder: Folder

  /// Up to so many files are synced one by one; more go with one sync of the file system.
  static let fewFiles = 4

  /// Applies; out of space, the room that was kept for this is given up.
  func applyWithReserve(_ changes: [PreparedChange]) throws {
    do {
      try apply(changes)
    } catch let error as SystemError where error.isOutOfSpace {
      try folder.remove(Layout.reserve)
      try apply(changes)
      // The second attempt does not know which folders the first one made.
      try folder.syncFileSystem()
    }
  }

  private func apply(_ changes: [PreparedChange]) throws {
    if changes.count <= Self.fewFiles {
      var touched = FolderSet()
      for change in changes { try applyAlone(change, &touched) }
      for path in touched.folders { try folder.syncFolder(path) }
    } else {
      try applyTogether(changes)
    }
  }

  private func applyAlone(_ prepared: PreparedChange, _ touched: inout FolderSet) throws {
    let path = prepared.change.path
    switch prepared.change {
    case .append(_, let offset, let bytes):
      let file = try openToAppend(path)
      try folder.write(bytes, file, path, at: offset)
      try folder.sync(file, path)
    case .edit, .write:
      for made in try folder.makeFolder(Folder.parent(of: path)) {
        touched.insert(Folder.parent(of: made))
      }
      let file = try folder.writeTemporary(for: path, prepared.after ?? [])
      try folder.sync(file, Folder.temporary(for: path))
      try folder.rename(Folder.temporary(for: path), to: path)
      touched.insert(Folder.parent(of: path))
    case .remove:
      try folder.remove(path)
      touched.insert(Folder.parent(of: path))
    }
  }

  /// New files are whole on the disk before one of them takes its place: a power cut between the
  /// two would leave empty ones otherwise.
  private func applyTogether(_ changes: [PreparedChange]) throws {
    for prepared in changes {
      let path = prepared.change.path
      switch prepared.change {
      case .append(_, let offset, let bytes):
        try folder.write(bytes, openToAppend(path), path, at: offset)
      case .edit, .write:
        try folder.makeFolder(Folder.parent(of: path))
        _ = try folder.writeTemporary(for: path, prepared.after ?? [])
      case .remove: break
      }
    }
    try folder.syncFileSystem()
    for prepared in changes {
      let path = prepared.change.path
      switch prepared.change {
      case .append: break
      case .edit, .write: try folder.rename(Folder.temporary(for: path), to: path)
      case .remove: try folder.remove(path)
      }
    }
    try folder.syncFileSystem()
  }

  private func openToAppend(_ path: String) throws -> Descriptor {
    guard let file = try folder.open(path, for: .readingAndWriting) else {
      throw StoreError.damaged(path: path, .missing)
    }
    return file
  }

  /// Removes the folders that a transaction may have emptied, from the disk too; those that every
  /// store has stay.
  func removeEmptied(by changes: [FileChange]) throws {
    for case .remove(let path, _) in changes {
      let parent = Folder.parent(of: path)
      guard parent != ".", !Layout.folders.contains(parent), try folder.removeFolder(parent) else {
        continue
      }
      try folder.syncFolder(Folder.parent(of: parent))
    }
  }
}

/// The folders whose names changed, in order, each once.
private struct FolderSet {
  private(set) var folders: [String] = []

  mutating func insert(_ path: String) {
    if !folders.contains(path) { folders.append(path) }
  }
}
