import CSystem
import Glibc

/// Reading and writing what is in the files of a folder. Each function is one step that a crash
/// may follow; putting them in an order that survives one is the caller's.
extension Folder {
  /// A file, whole; nil where nothing is there.
  package func read(_ path: String) throws -> [UInt8]? {
    guard let file = try open(path) else { return nil }
    let size = try facts(of: file, path).size
    return try read(file, path, from: 0, count: size)
  }

  /// `count` bytes from `offset`, fewer where the file ends before.
  package func read(_ file: Descriptor, _ path: String, from offset: Int, count: Int) throws
    -> [UInt8]
  {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do {
        while filled < count {
          let got = try kernel.make(.read, path) { limit in
            pread(
              file.number, buffer.baseAddress.map { $0 + filled }, min(limit, count - filled),
              offset + filled)
          }
          if got == 0 { break }
          filled += got
        }
      } catch { failure = error as? SystemError ?? SystemError(.read, path, EIO) }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes all bytes at `offset`.
  package func write(
    _ bytes: some Collection<UInt8>, _ file: Descriptor, _ path: String, at offset: Int
  )
    throws
  {
    let done: Void? = try bytes.withContiguousStorageIfAvailable { buffer in
      var written = 0
      while written < buffer.count {
        let count = try kernel.make(.write, path) { limit in
          pwrite(
            file.number, buffer.baseAddress.map { $0 + written },
            min(limit, buffer.count - written), offset + written)
        }
        if count == 0 { throw SystemError(.write, path, EIO) }
        written += count
      }
    }
    if done == nil { try write(Array(bytes), file, path, at: offset) }
  }

  package func truncate(_ file: Descriptor, _ path: String, to size: Int) throws {
    try kernel.make(.truncate, path) { _ in ftruncate(file.number, size) }
  }

  /// The content of an open file, and its size, are on the disk afterwards.
  package func sync(_ file: Descriptor, _ path: String) throws {
    try kernel.make(.sync, path) { _ in fdatasync(file.number) }
  }

  /// The names in a folder are on the disk afterwards.
  package func syncFolder(_ path: String) throws {
    let folder = try openFolder(path)
    try kernel.make(.sync, path) { _ in fsync(folder.number) }
  }

  /// Everything of this file system is on the disk afterwards, whoever wrote it.
  package func syncFileSystem() throws {
    try kernel.make(.syncFileSystem, path) { _ in csystem_sync_file_system(number) }
  }

  /// Moves a file or folder to another name in the same folder.
  package func rename(_ old: String, to new: String) throws {
    precondition(Folder.parent(of: old) == Folder.parent(of: new), "both are in one folder")
    try atParent(of: new) { (parent, name) throws(SystemError) in
      try kernel.make(.rename, new) { _ in
        renameat(parent, Folder.name(of: old), parent, name)
      }
    }
  }

  /// Removes a file; what is not there is removed already.
  package func remove(_ path: String) throws {
    try removeName(path, 0)
  }

  /// Removes a folder if it is empty; one with something in it stays. Answers whether it was there
  /// and is no more.
  @discardableResult
  package func removeFolder(_ path: String) throws -> Bool {
    do {
      return try removeName(path, AT_REMOVEDIR)
    } catch let error as SystemError where error.code == ENOTEMPTY || error.code == EEXIST {
      return false
    }
  }

  @discardableResult
  private func removeName(_ path: String, _ flags: Int32) throws -> Bool {
    do {
      try atParent(of: path) { (parent, name) throws(SystemError) in
        try kernel.make(.remove, path) { _ in unlinkat(parent, name, flags) }
      }
      return true
    } catch let error as SystemError where error.code == ENOENT {
      return false
    }
  }

  /// Sets when a file was last changed, in seconds since 1970. Only its owner may set any time; to
  /// another user who may write it the system grants its own now, which is taken then.
  package func touch(_ path: String, at seconds: Int) throws {
    let times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
    try atParent(of: path) { (parent, name) throws(SystemError) in
      let set = try kernel.make(.touch, path, allowing: EPERM) {
        utimensat(parent, name, times, AT_SYMLINK_NOFOLLOW)
      }
      if set != nil { return }
      try kernel.make(.touch, path) { _ in utimensat(parent, name, nil, AT_SYMLINK_NOFOLLOW) }
    }
  }

  /// The name under which a file is written before it takes the place of `path`. It is always
  /// the same one: who writes holds the lock, and finds what a crash left.
  package static func temporary(for path: String) -> String {
    let parent = parent(of: path)
    return (parent == "." ? "" : parent + "/") + temporaryPrefix + name(of: path)
  }

  package static let temporaryPrefix = ".deskctl-new-"

  /// Writes a new file beside `path`, not yet synced, not yet in its place.
  package func writeTemporary(for path: String, _ bytes: some Collection<UInt8>) throws
    -> Descriptor
  {
    let temporary = Folder.temporary(for: path)
    try remove(temporary)
    let file = try create(temporary)
    try write(bytes, file, temporary, at: 0)
    return file
  }

  /// Puts a whole file in place, so that after a crash the old one is there or the new one. Throws
  /// `NotSynced` where it is in place, and whatever else where it is not.
  package func replace(_ path: String, with bytes: some Collection<UInt8>) throws {
    do {
      let file = try writeTemporary(for: path, bytes)
      try kernel.make(.sync, Folder.temporary(for: path)) { _ in fsync(file.number) }
      try rename(Folder.temporary(for: path), to: path)
    } catch {
      try? remove(Folder.temporary(for: path))
      throw error
    }
    do {
      try syncFolder(Folder.parent(of: path))
    } catch {
      throw NotSynced(path: path, cause: error)
    }
  }
}
