import CSystem
import Glibc

/// Opening and making what a folder holds. Whatever is made shows under its name only once its mode
/// and owner are right: a crash at any step leaves nothing that its owner cannot read.
extension Folder {
  // MARK: Files

  /// Opens a regular file that has one name; nil where nothing is there.
  package func open(_ path: String, for access: FileAccess = .reading) throws -> Descriptor? {
    try openWithFacts(path, for: access)?.file
  }

  /// The same, with what the system knows of the file, which was asked anyway.
  package func openWithFacts(
    _ path: String, for access: FileAccess = .reading
  ) throws -> (file: Descriptor, facts: FileFacts)? {
    let opened: Int32
    do {
      opened = try kernel.make(.open, path) { _ in
        csystem_open_beneath(
          number, path, access.flags | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY, 0)
      }
    } catch  where error.code == ENOENT {
      return nil
    } catch {
      // A link, a socket, a folder or a pipe without a reader cannot be opened so: say what it is.
      throw try obstacle(to: path, error)
    }
    let descriptor = Descriptor(opened)
    let facts = try facts(of: descriptor, path)
    guard facts.kind == "file" else { throw NotAFile(path: absolute(path), found: facts.kind) }
    // None is left where another took its place since it was opened: it is whole, as it was then.
    guard facts.links <= 1 else { throw NotAFile(path: absolute(path), found: "hard link") }
    return (descriptor, facts)
  }

  /// Makes a file that must not be there yet, its mode and owner right before anything is in it.
  package func create(_ path: String) throws -> Descriptor {
    let descriptor = Descriptor(
      try kernel.make(.open, path) { _ in
        csystem_open_beneath(
          number, path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, ownership.fileMode)
      })
    try own(descriptor, path, mode: ownership.fileMode)
    return descriptor
  }

  /// Gives a file the mode of this folder's files, and as root their owner. What belongs to another
  /// user is as that user made it.
  package func own(_ descriptor: Descriptor, _ path: String, mode: UInt32? = nil) throws {
    let mode = mode ?? ownership.fileMode
    let facts = try facts(of: descriptor, path)
    let owner = ownership.owner ?? facts.owner
    let group = ownership.group ?? facts.group
    if geteuid() == 0, facts.owner != owner || facts.group != group {
      try kernel.make(.owner, path) { _ in fchown(descriptor.number, owner, group) }
    }
    if facts.permissions != mode, geteuid() == 0 || facts.owner == geteuid() {
      try kernel.make(.mode, path) { _ in fchmod(descriptor.number, mode) }
    }
  }

  // MARK: Folders

  /// Makes a folder and those above it that are missing; answers which were made, topmost first.
  @discardableResult
  package func makeFolder(_ path: String) throws -> [String] {
    if path == "." { return [] }
    if let found = try facts(path) {
      guard found.kind == "folder" else {
        throw NotAFile(path: absolute(path), found: found.kind, expected: "folder")
      }
      if !isAsOurs(found) { try own(openFolder(path), path, mode: ownership.folderMode) }
      return []
    }
    let above = try makeFolder(Folder.parent(of: path))
    let temporary = Folder.temporary(for: path)
    try removeFolder(temporary)
    try atParent(of: temporary) { (parent, name) throws(SystemError) in
      try kernel.make(.makeFolder, temporary) { _ in mkdirat(parent, name, ownership.folderMode) }
    }
    try own(openFolder(temporary), temporary, mode: ownership.folderMode)
    try rename(temporary, to: path)
    return above + [path]
  }

  private func isAsOurs(_ facts: FileFacts) -> Bool {
    guard facts.permissions == ownership.folderMode else { return false }
    guard geteuid() == 0 else { return true }
    return facts.owner == ownership.owner ?? facts.owner
      && facts.group == ownership.group ?? facts.group
  }

  /// Gives the folder itself the mode and owner that its content has.
  package func settleItself() throws {
    try own(openItself(), ".", mode: ownership.folderMode)
  }

  /// Gives a file or folder that is there the mode and owner of the others.
  package func settle(_ path: String) throws {
    guard let found = try facts(path) else { return }
    if found.kind == "folder" {
      try own(openFolder(path), path, mode: ownership.folderMode)
    } else if let file = try open(path) {
      try own(file, path)
    }
  }

  func openFolder(_ path: String) throws -> Descriptor {
    do {
      return Descriptor(
        try kernel.make(.open, path) { _ in
          csystem_open_beneath(number, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
        })
    } catch {
      throw try obstacle(to: path, expected: "folder", error)
    }
  }

  /// Runs a call that finds a file by its folder and its name there, so that no link on the way is
  /// followed.
  @discardableResult
  func atParent<Answer>(
    of path: String, _ body: (_ parent: Int32, _ name: String) throws(SystemError) -> Answer
  ) throws -> Answer {
    let parent = Folder.parent(of: path)
    if parent == "." { return try body(number, path) }
    let folder = try openFolder(parent)
    return try body(folder.number, Folder.name(of: path))
  }

  /// The nearest folder at or above a path that is there.
  package static func existing(above path: String) -> String {
    var path = path
    while path != "/" && path != ".", access(path, F_OK) != 0 { path = parent(of: path) }
    return path
  }

  /// A path as the system walks it: without links and dots, as far as there is something.
  package static func resolved(_ path: String) -> String {
    let there = existing(above: path)
    guard let found = realpath(there, nil) else { return path }
    defer { free(found) }
    return String(cString: found) + path.dropFirst(there.count)
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

/// What a file is opened for.
package enum FileAccess: Sendable {
  case reading
  case readingAndWriting

  var flags: Int32 {
    switch self {
    case .reading: O_RDONLY
    case .readingAndWriting: O_RDWR
    }
  }
}
