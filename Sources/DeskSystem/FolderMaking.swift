import Glibc

extension Folder {
  /// The nearest folder at or above a path that is there.
  package static func existing(above path: String) -> String {
    var path = path
    while path != "/" && path != ".", access(path, F_OK) != 0 { path = parent(of: path) }
    return path
  }

  /// Opens the folder at a path, made where it is missing, with those above it. It has the mode of
  /// `ownership` afterwards, and its group where that names one; it stays its owner's, and so is
  /// what root makes in it.
  package static func making(
    _ path: String, kernel: Kernel = Kernel(), _ ownership: Ownership
  ) throws -> Folder {
    let there = existing(above: path)
    if there != path {
      let above = try Folder(
        there, kernel: kernel, ownership: Ownership(fileMode: 0o644, folderMode: 0o755))
      let rest = String(path.dropFirst(there.count).drop { $0 == "/" })
      try above.makeFolder(parent(of: rest))
      let last = try Folder(parent(of: path), kernel: kernel, ownership: ownership)
      last.ownership.group = nil
      try last.makeFolder(name(of: path))
    }
    let made = try Folder(path, kernel: kernel, ownership: ownership)
    if let group = ownership.group { try made.share(with: group) }
    if let facts = try made.facts(".") {
      made.ownership.owner = facts.owner
      made.ownership.group = facts.group
    }
    try made.own(made.openItself(), ".", mode: ownership.folderMode)
    return made
  }

  /// Gives the folder itself to a group, which its owner may if they belong to it. What is made in
  /// it from then on follows by the folder's mode.
  private func share(with group: UInt32) throws {
    let itself = try openItself()
    if try facts(of: itself, ".").group == group { return }
    try kernel.make(.owner, path) { _ in fchown(itself.number, uid_t.max, group) }
  }
}
