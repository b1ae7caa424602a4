/// A folder for what is only looked at: beside what it is made from, for its owner's eyes alone, and
/// gone afterwards. Each has one of its own; what a dead process left of one is taken away by the next.
package struct ScratchFolder {
  package let content: Folder
  private let parent: Folder
  private let temporary: String
  private let lock: FileLock?

  package init(besides name: String, in folder: Folder) throws {
    parent = try Folder(folder.path, kernel: folder.kernel, ownership: .personal)
    _ = try parent.clearDrafts(of: name)
    (temporary, content, lock) = try parent.makeDraft(of: name)
  }

  /// Takes it away with all that is in it.
  package func remove() throws { try parent.removeTree(temporary) }
}
