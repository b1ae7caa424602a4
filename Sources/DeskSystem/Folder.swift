import CSystem
import Glibc

/// A folder and what lies below it, by paths relative to it. No path leaves it, no link is
/// followed on the way or at its end, and nothing but a regular file with one name is read or
/// written.
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
  package func absolute(_ path: String) -> String {
    path == "." ? self.path : self.path + "/" + path
  }

  // MARK: Facts

  /// What lies at `path`, links not followed; nil where nothing does.
  package func facts(_ path: String) throws -> FileFacts? {
    var facts = stat()
    do {
      try kernel.make(.stat, path) { _ -> Int32 in
        let found = csystem_find_beneath(number, path)
        if found < 0 { return -1 }
        defer { close(found) }
        return fstat(found, &facts)
      }
    } catch  where error.code == ENOENT {
      return nil
    } catch {
      throw try obstacle(to: path, error)
    }
    return FileFacts(facts)
  }

  package func facts(of open: Descriptor, _ path: String) throws -> FileFacts {
    var facts = stat()
    try kernel.make(.stat, path) { _ in fstat(open.number, &facts) }
    return FileFacts(facts)
  }

  /// The names in a folder that are wanted, sorted by their bytes; nil where there is no such folder.
  /// An error while listing is thrown: a list is whole or it is not given.
  package func names(
    in path: String, where isWanted: (String) -> Bool = { _ in true }
  ) throws -> [String]? {
    let opened: Int32
    do {
      opened = try kernel.make(.list, path) { _ in
        csystem_open_beneath(number, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW, 0)
      }
    } catch  where error.code == ENOENT {
      return nil
    } catch {
      throw try obstacle(to: path, expected: "folder", error)
    }
    guard let stream = fdopendir(opened) else {
      let code = errno
      close(opened)
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
      if name != ".", name != "..", isWanted(name) { names.append(name) }
    }
    if errno != 0 { throw SystemError(.list, path, errno) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Why a path could not be walked, where something else stands in it than a folder, or at its end
  /// than what was expected there; the system's own error in every other case.
  func obstacle(
    to path: String, expected: String = "file", _ error: SystemError
  ) throws -> any Error {
    guard [ENOTDIR, ELOOP, ENXIO, EISDIR].contains(error.code) else { return error }
    var step = ""
    for part in path.split(separator: "/") {
      step += (step.isEmpty ? "" : "/") + part
      guard let found = try facts(step)?.kind else { return error }
      if found != (step == path ? expected : "folder") {
        return NotAFile(
          path: absolute(step), found: found, expected: step == path ? expected : "folder")
      }
    }
    return error
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

  /// The folder that a path lies in; `.` for a name alone.
  package static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) }
      ?? path
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
