import Glibc

/// An advisory lock of `flock(2)` on a file or folder, held until the value is let go. The kernel
/// gives it back when the process ends, however it ends; the file itself is never removed.
package final class FileLock {
  /// How it may be shared with other processes.
  package enum Mode: Sendable {
    case shared
    case exclusive
  }

  private let descriptor: Descriptor

  private init(_ descriptor: Descriptor) { self.descriptor = descriptor }

  /// Given back by its own call: a process that another thread is just starting holds a copy of the
  /// descriptor, and with it the lock, until it has become its program.
  deinit { _ = lockCall(descriptor.number, LOCK_UN) }

  /// Takes the lock, asking again until `patience` seconds have passed; nil where it stayed taken.
  ///
  /// A lock on a file that somebody has meanwhile put another in the place of guards nothing, so
  /// the file that was locked is compared with the one that now has the name.
  package static func take(
    _ path: String, in folder: Folder, _ mode: Mode, patience: Double
  ) throws -> FileLock? {
    let deadline = monotonicSeconds() + patience
    var pause = 0.001
    while true {
      let descriptor = try open(path, in: folder)
      if try tryLock(descriptor, mode, path, folder.kernel) {
        let locked = try folder.facts(of: descriptor, path)
        if let found = try folder.facts(path), found.inode == locked.inode,
          found.device == locked.device
        {
          return FileLock(descriptor)
        }
        continue
      }
      let left = deadline - monotonicSeconds()
      if left <= 0 { return nil }
      rest(seconds: min(pause, left))
      pause = min(pause * 2, 0.05)
    }
  }

  private static func open(_ path: String, in folder: Folder) throws -> Descriptor {
    if path == "." { return try folder.openItself() }
    guard let descriptor = try folder.open(path) else {
      throw SystemError(.lock, path, ENOENT)
    }
    return descriptor
  }

  private static func tryLock(
    _ descriptor: Descriptor, _ mode: Mode, _ path: String, _ kernel: Kernel
  ) throws -> Bool {
    let operation =
      switch mode {
      case .shared: LOCK_SH | LOCK_NB
      case .exclusive: LOCK_EX | LOCK_NB
      }
    let taken = try kernel.make(.lock, path, allowing: EWOULDBLOCK) {
      lockCall(descriptor.number, operation)
    }
    return taken != nil
  }
}

/// `flock` the function: Swift would take the name for the structure's initialiser.
private let lockCall: @Sendable (Int32, Int32) -> Int32 = flock

extension Folder {
  /// The folder itself, opened anew, to be locked.
  func openItself() throws -> Descriptor {
    Descriptor(
      try kernel.make(.open, path) { _ in
        openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      })
  }
}
