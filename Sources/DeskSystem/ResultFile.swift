import Glibc

/// A file that somebody named for a result. It is there whole or not at all, whoever else writes it at
/// the same time; where it stands under a link, what the link leads to is replaced. A device or a pipe
/// is written through, and stays what it is. What a dead process left of one for the same place is taken
/// away. A class, because it takes its place once.
package final class ResultFile {
  private enum Place {
    /// A file beside its place, under a name of this process alone, until it is whole.
    case beside(Folder, FileDraft, name: String)
    case through(Descriptor, OutputStream)
  }

  private let place: Place
  private var size = 0
  private var isInPlace = false

  /// Who may read a file that was there is as it was; who may read a new one the umask says, or
  /// `mode` where the result is for its owner's eyes.
  package init(_ path: String, mode: UInt32? = nil, kernel: Kernel) throws {
    let there = try Self.facts(path)
    guard let there else {
      let mode = mode ?? 0o666 & ~ProcessFacts.umask
      place = try Self.beside(path, Ownership(fileMode: mode, folderMode: 0o755), kernel)
      return
    }
    switch there.st_mode & S_IFMT {
    case S_IFREG:
      var ownership = Ownership(
        fileMode: mode ?? there.st_mode & 0o7777, folderMode: 0o755, group: there.st_gid)
      ownership.owner = there.st_uid
      place = try Self.beside(Self.target(of: path), ownership, kernel)
    case S_IFDIR: throw NotAFile(path: path, found: "folder")
    default: place = try Self.through(path)
    }
  }

  /// What is at the end of a path; nil where nothing is.
  private static func facts(_ path: String) throws -> stat? {
    var facts = stat()
    if stat(path, &facts) == 0 { return facts }
    // A link that leads nowhere is no free place.
    let code = errno
    guard code == ENOENT, lstat(path, &facts) != 0 else { throw SystemError(.stat, path, code) }
    return nil
  }

  private static func target(of path: String) throws -> String {
    guard let found = realpath(path, nil) else { throw SystemError(.stat, path, errno) }
    defer { free(found) }
    return String(cString: found)
  }

  private static func beside(
    _ path: String, _ ownership: Ownership, _ kernel: Kernel
  ) throws -> Place {
    let name = Folder.name(of: path)
    return try naming(path) {
      let folder = try Folder(Folder.parent(of: path), kernel: kernel, ownership: ownership)
      folder.clearFileDrafts(of: name)
      return .beside(folder, try folder.makeFileDraft(of: name), name: name)
    }
  }

  /// Does something, and says of an error which place it is about: nobody knows of the name beside it.
  static func naming<Answer>(_ path: String, _ body: () throws -> Answer) throws -> Answer {
    do {
      return try body()
    } catch let error as SystemError {
      throw SystemError(.open, path, error.code)
    }
  }

  /// A pipe waits here for its reader.
  private static func through(_ path: String) throws -> Place {
    let opened = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    guard opened >= 0 else { throw SystemError(.open, path, errno) }
    return .through(Descriptor(opened), OutputStream(opened, path))
  }

  package func write(_ bytes: [UInt8]) throws {
    switch place {
    case .beside(let folder, let draft, _):
      try folder.write(bytes, draft.open, draft.name, at: size)
    case .through(_, let stream): try stream.write(bytes)
    }
    size += bytes.count
  }

  /// Puts the file in its place.
  package func finish() throws {
    guard case .beside(let folder, let draft, let name) = place else { return }
    try folder.sync(draft.open, draft.name)
    try folder.rename(draft.name, to: name)
    isInPlace = true
    try folder.syncFolder(".")
  }

  /// What was written of a file that is not to be is taken away.
  deinit {
    guard !isInPlace, case .beside(let folder, let draft, _) = place else { return }
    try? folder.remove(draft.name)
  }
}
