import Glibc

/// An open descriptor. A class, because exactly one owner must close it, whatever is thrown.
package final class Descriptor {
  package let number: Int32

  package init(_ number: Int32) { self.number = number }

  deinit { close(number) }
}

/// What the system knows of a file.
package struct FileFacts: Hashable, Sendable {
  package let size: Int
  package let inode: UInt64
  package let device: UInt64
  package let owner: UInt32
  package let group: UInt32
  package let permissions: UInt32
  package let links: UInt64
  /// Seconds since 1970 when its content last changed.
  package let modified: Int
  /// `file`, `folder`, `link`, `pipe`, `socket` or `device`.
  package let kind: String

  init(_ facts: stat) {
    size = Int(facts.st_size)
    inode = UInt64(facts.st_ino)
    device = UInt64(facts.st_dev)
    owner = facts.st_uid
    group = facts.st_gid
    permissions = facts.st_mode & 0o7777
    links = UInt64(facts.st_nlink)
    modified = facts.st_mtim.tv_sec
    kind =
      switch facts.st_mode & S_IFMT {
      case S_IFREG: "file"
      case S_IFDIR: "folder"
      case S_IFLNK: "link"
      case S_IFIFO: "pipe"
      case S_IFSOCK: "socket"
      default: "device"
      }
  }
}

/// Whose the files are that the program makes, and who may read them, whatever the umask.
package struct Ownership: Hashable, Sendable {
  package var fileMode: UInt32
  package var folderMode: UInt32
  /// Set on every new file where this process is root; else the kernel's own choice stands.
  package var owner: UInt32?
  package var group: UInt32?

  package init(fileMode: UInt32, folderMode: UInt32, owner: UInt32? = nil, group: UInt32? = nil) {
    self.fileMode = fileMode
    self.folderMode = folderMode
    self.owner = owner
    self.group = group
  }

  /// For its owner's eyes alone.
  package static let personal = Ownership(fileMode: 0o600, folderMode: 0o700)
  /// For its owner and a Unix group; new files take the folder's group.
  package static let shared = Ownership(fileMode: 0o660, folderMode: 0o2770)
}
