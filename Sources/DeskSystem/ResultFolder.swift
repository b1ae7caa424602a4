import Glibc

/// A folder that somebody named for a result. It is filled under another name beside its place and moved
/// there when it is whole: one that was stopped half way looks like none. For its owner's eyes alone.
///
/// That other name is of this process alone, and locked while it is filled: where nobody holds the
/// lock, whoever made it is dead, and the next one for the same place takes it away. A class, because
/// it takes its place once.
package final class ResultFolder {
  /// Why it cannot be made.
  package enum Refusal: Error {
    /// Something is there that it may not take the place of.
    case occupied
    /// Another is being filled for the same place.
    case underWay
  }

  /// What it is filled through.
  package let content: Folder
  private let parent: Folder
  private let name: String
  private let temporary: String
  private let lock: FileLock?

  package init(_ path: String, kernel: Kernel) throws {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    name = Folder.name(of: path)
    // `/` has no name, and what has none cannot be replaced.
    guard ![".", "..", ""].contains(name) else { throw Refusal.occupied }
    (parent, (temporary, content, lock)) = try ResultFile.naming(path) { [name] in
      let parent = try Folder(Folder.parent(of: path), kernel: kernel, ownership: .personal)
      guard try parent.hasRoom(for: name) else { throw Refusal.occupied }
      if try parent.clearDrafts(of: name) { throw Refusal.underWay }
      return (parent, try parent.makeDraft(of: name))
    }
  }

  /// Puts the folder in its place, where none was put meanwhile.
  package func finish() throws {
    try content.syncFileSystem()
    do {
      try parent.rename(temporary, to: name)
    } catch let error as SystemError where error.isOccupied {
      throw Refusal.occupied
    }
    try parent.syncFolder(".")
  }

  /// Takes away what was written of one that is not to be.
  package func discard() { try? parent.removeTree(temporary) }
}

extension SystemError {
  /// Something stands where a folder was to be moved.
  fileprivate var isOccupied: Bool { [ENOTEMPTY, EEXIST, ENOTDIR, EBUSY].contains(code) }
}
