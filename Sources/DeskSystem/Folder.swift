import CSystem
import Glibc

/// A folder and what lies below it, by paths relative to it. No path leaves it, no link is
/// followed, and nothing but a regular file with one name is read or written.
///
/// A class, because it owns the descriptor of the folder.
package final class Folder {
  package let path: String
  package let kernel: Kernel
  package var ownership: Ownership
  private let descriptor: Descriptor

  /// Opens the folder at `path`, which may itself be reached over links.
  package init(_ path: String, kernel: Kernel = Kernel(), ownership: Ownership = .personal) throws {
    self.path = path
    self.kernel = kernel
    self.ownership = ownership
    let number = try kernel.make(.open, path) { _ in
      Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    descriptor = Descriptor(number)
  }

  var number: Int32 { descriptor.number }

  /// The path below this folder as one that other programs understand.
  package func absolute(_ path: String) -> String { path == "." ? self.path : self.path + "/" + path }

  // MARK: Facts

  /// What lies at `path`, links not followed; nil where nothing does.
  package func facts(_ path: String) throws -> FileFacts? {
    var facts = stat()
    let found = try kernel.make(.stat, path, allowing: ENOENT, ENOTDIR) {
      fstatat(number, path, &facts, AT_SYMLINK_NOFOLLOW)
    }
    return found.map { _ in FileFacts(facts) }
  }

  package func facts(of open: Descriptor, _ path: String) throws -> FileFacts {
    var facts = stat()
    try kernel.make(.stat, path) { _ in fstat(open.number, &facts) }
    return FileFacts(facts)
  }

  /// The names in a folder, sorted by their bytes; nil where there is no such folder. An error
  /// while listing is thrown: a list is whole or it is not given.
  package func names(in path: String) throws -> [String]? {
    let opened = try kernel.make(.list, path, allowing: ENOENT) {
      csystem_open_beneath(number, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW, 0)
    }
    guard let number = opened else { return nil }
    guard let stream = fdopendir(number) else {
      let code = errno
      close(number)
      throw SystemError(.list, path, code)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    if errno != 0 { throw SystemError(.list, path, errno) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Bytes and inodes left to this user, and the kind of file system.
  package func space() throws -> Space {
    var space = csystem_space()
    try kernel.make(.space, path) { _ in csystem_space_left(number, &space) }
    return Space(
      bytes: Int(clamping: space.bytes),
      inodes: space.all_inodes == 0 ? Int.max : Int(clamping: space.inodes),
      type: space.type)
  }

  // MARK: Opening

  /// Opens a regular file that has one name; nil where nothing is there.
  package func open(_ path: String, _ flags: Int32 = O_RDONLY) throws -> Descriptor? {
    let opened = try kernel.make(.open, path, allowing: ENOENT, ELOOP, ENXIO, EISDIR) {
      csystem_open_beneath(number, path, flags | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY, 0)
    }
    guard let opened else {
      // A link, a socket, a folder or a pipe without a reader cannot be opened so: say what it is.
      guard let found = try facts(path) else { return nil }
      throw NotAFile(path: absolute(path), found: found.kind)
    }
    let descriptor = Descriptor(opened)
    let facts = try facts(of: descriptor, path)
    guard facts.kind == "file" else { throw NotAFile(path: absolute(path), found: facts.kind) }
    guard facts.links == 1 else { throw NotAFile(path: absolute(path), found: "hard link") }
    return descriptor
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

  /// Gives a file the mode of this folder's files, and as root their owner: again, where a crash
  /// came between its making and this. What belongs to another user is as that user made it.
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
    if let found = try facts(path), found.kind == "folder" {
      if isAsOurs(found) { return [] }
      try own(openFolder(path), path, mode: ownership.folderMode)
      return []
    }
    let above = try makeFolder(Folder.parent(of: path))
    let result = try kernel.make(.makeFolder, path, allowing: EEXIST) {
      mkdirat(number, path, ownership.folderMode)
    }
    if result == nil { return above }
    try own(openFolder(path), path, mode: ownership.folderMode)
    return above + [path]
  }

  private func isAsOurs(_ facts: FileFacts) -> Bool {
    facts.permissions == ownership.folderMode
      && (geteuid() != 0 || ownership.owner.map { $0 == facts.owner } ?? true)
  }

  func openFolder(_ path: String) throws -> Descriptor {
    Descriptor(
      try kernel.make(.open, path) { _ in
        csystem_open_beneath(number, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
      })
  }

  /// The folder that a path lies in; `.` for a name alone.
  package static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}

/// What a file system has left for this user.
package struct Space: Hashable, Sendable {
  package let bytes: Int
  package let inodes: Int
  /// The magic number of the file system's kind, as `statfs` gives it.
  package let type: Int64

  /// NFS, SMB, CIFS, 9P, Ceph and AFS, on which `flock` is not to be trusted.
  package var isNetwork: Bool {
    [0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x0102_1997, 0x00C3_6400, 0x5346_414F].contains(type)
  }
}
