import DeskTestSupport
import Foundation
import Glibc

/// A small disk of its own, mounted, with a desk on it; gone when it is let go. A class, because it
/// is unmounted once.
final class FullDisk {
  /// What is mounted.
  enum Kind: String, CaseIterable, Sendable {
    case tmpfs
    case ext4
  }

  let path: String
  private let kind: Kind
  private let base: String
  private var fillers = 0

  init(_ kind: Kind) throws {
    self.kind = kind
    base = TestDesk.memory + "/deskctl-disk-" + UUID().uuidString
    path = base + "/mounted"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    switch kind {
    case .tmpfs: try must(["mount", "-t", "tmpfs", "-o", "size=12m,nr_inodes=800", "none", path])
    case .ext4:
      try must(["truncate", "-s", "24M", base + "/image"])
      try must(["mkfs.ext4", "-q", "-m", "0", "-N", "800", base + "/image"])
      try must(["mount", "-o", "loop", base + "/image", path])
    }
  }

  deinit {
    _ = try? Binary.run(["/usr/bin/umount", "-l", path])
    try? FileManager.default.removeItem(atPath: base)
  }

  private func must(_ words: [String]) throws {
    let answer = try Binary.run(["/usr/bin/env"] + words)
    if answer.status != 0 { throw NotMounted(words: words, said: answer.error) }
  }

  /// The system did not give the disk.
  struct NotMounted: Error {
    let words: [String]
    let said: String
  }

  // MARK: Filling it

  /// How full it is made.
  enum Level: CustomStringConvertible, Sendable {
    /// So many kilobytes are left.
    case left(kilobytes: Int)
    /// So many inodes are left.
    case inodes(Int)

    var description: String {
      switch self {
      case .left(let kilobytes): "\(kilobytes) kB left"
      case .inodes(let count): "\(count) inodes left"
      }
    }
  }

  func fill(to level: Level) throws {
    switch level {
    case .left(let kilobytes): try takeBytes(leaving: kilobytes << 10)
    case .inodes(let count): try takeInodes(leaving: count)
    }
  }

  /// Makes room again; ext4 counts it as free when that is on the disk.
  func empty() throws {
    try FileManager.default.removeItem(atPath: path + "/filler")
    try must(["sync", "-f", path])
  }

  private func takeBytes(leaving kept: Int) throws {
    let file = try filler()
    defer { close(file) }
    let block = [UInt8](repeating: 1, count: 4096)
    while try facts().bytes > kept, write(file, block, block.count) == block.count {}
    fsync(file)
  }

  private func takeInodes(leaving kept: Int) throws {
    while try facts().inodes > kept { close(try filler()) }
  }

  private func filler() throws -> Int32 {
    try FileManager.default.createDirectory(
      atPath: path + "/filler", withIntermediateDirectories: true)
    fillers += 1
    let file = open("\(path)/filler/\(fillers)", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    if file < 0 { throw NotMounted(words: ["filler"], said: String(cString: strerror(errno))) }
    return file
  }

  private func facts() throws -> (bytes: Int, inodes: Int) {
    var facts = statvfs()
    if statvfs(path, &facts) != 0 { throw NotMounted(words: ["statvfs"], said: path) }
    return (Int(facts.f_bavail) * Int(facts.f_frsize), Int(facts.f_favail))
  }
}
