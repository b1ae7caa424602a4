import Glibc

/// The kinds of system call that the program makes on files; what a test can make fail, by name.
package enum SystemCall: String, Sendable, CaseIterable {
  case open
  case stat
  case read
  case write
  case truncate
  case sync
  case syncFileSystem
  case rename
  case remove
  case makeFolder
  case list
  case lock
  case mode
  case owner
  case touch
  case space
}

/// A system call that failed: which, on what, and the system's code for why.
package struct SystemError: Error, Hashable, Sendable {
  package let call: SystemCall
  package let path: String
  /// A value of `errno`.
  package let code: Int32

  package init(_ call: SystemCall, _ path: String, _ code: Int32) {
    self.call = call
    self.path = path
    self.code = code
  }

  /// A failure of the device itself, where no more is known.
  package static func inputOutput(_ call: SystemCall, _ path: String) -> SystemError {
    SystemError(call, path, EIO)
  }

  /// The system's own words for the code, in English.
  package var reason: String { String(cString: strerror(code)) }

  /// Neither a block, an inode nor this user's quota is left.
  package var isOutOfSpace: Bool { code == ENOSPC || code == EDQUOT }

  /// The file system or its permissions forbid it to this user.
  package var isForbidden: Bool { code == EACCES || code == EPERM || code == EROFS }

  /// To nobody, as it is mounted.
  package var isReadOnly: Bool { code == EROFS }

  /// Nothing has that name, or a folder on the way to it is missing.
  package var isMissing: Bool { code == ENOENT }

  /// It says nothing of the path: the device, the process or the system could not do it now.
  package var isOfTheMoment: Bool { [EIO, EMFILE, ENFILE, ENOMEM, EINTR].contains(code) }

  /// Nobody reads the pipe any more.
  package var isClosedPipe: Bool { code == EPIPE }
}

/// A file that is in its place, though a power cut may still undo that: its folder's sync failed.
package struct NotSynced: Error {
  package let path: String
  package let cause: any Error
}

/// What stands where a regular file of the store, or a folder of it, was expected.
package struct NotAFile: Error, Hashable, Sendable {
  package let path: String
  /// `file`, `folder`, `link`, `pipe`, `socket`, `device` or `hard link`.
  package let found: String
  /// `file` or `folder`.
  package let expected: String

  init(path: String, found: String, expected: String = "file") {
    self.path = path
    self.found = found
    self.expected = expected
  }
}
