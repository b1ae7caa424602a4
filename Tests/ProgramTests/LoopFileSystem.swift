import DeskTestSupport
import Foundation
import Testing

/// A file system in a file, mounted for a test: its power can be cut. A class, because it is
/// unmounted with it, which gives the loop device back.
final class LoopFileSystem {
  /// Of what kind, and how it is made and mounted.
  enum Kind: String, CaseIterable, CustomTestStringConvertible {
    case ext4
    case xfs = "XFS"

    var testDescription: String { rawValue }
    var program: String { self == .ext4 ? "mkfs.ext4" : "mkfs.xfs" }
    fileprivate var megabytes: Int { self == .ext4 ? 96 : 310 }
    fileprivate var options: [String] { self == .ext4 ? ["-q", "-F"] : ["-q", "-f"] }
    /// ext4 would write out early what takes another file's place: not every file system is so kind.
    fileprivate var mounting: String { self == .ext4 ? "loop,noauto_da_alloc" : "loop" }
  }

  /// What is lost in a cut.
  enum Loss: UInt32, CaseIterable {
    /// Nothing: all is written out first.
    case nothing = 0
    /// What was written and not synced; changes of names are written out first.
    case contents = 1
    /// All that was not synced.
    case unsynced = 2
  }

  /// What the machine would not do.
  struct Refused: Error { let what: String }

  /// Where it is mounted.
  let root: String
  private let kind: Kind
  private let base: String
  private var isMounted = false

  init(_ kind: Kind, mkfs: String) throws {
    self.kind = kind
    base = NSTemporaryDirectory() + "deskctl-power-" + UUID().uuidString
    root = base + "/disk"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    try Self.run(["truncate", "-s", "\(kind.megabytes)M", base + "/image"])
    try Self.run([mkfs] + kind.options + [base + "/image"])
    try mount()
  }

  deinit {
    if isMounted, (try? unmount()) == nil { _ = try? Self.run(["umount", "--lazy", root]) }
    try? FileManager.default.removeItem(atPath: base)
  }

  private func mount() throws {
    try Self.run(["mount", "-o", kind.mounting, base + "/image", root])
    isMounted = true
  }

  /// Everything that was written is on the disk.
  func sync() throws { try Self.run(["sync", "-f", root]) }

  /// Cuts its power. Nothing in it can be read or written until it is started again.
  func cut(_ loss: Loss) throws {
    let folder = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(folder) }
    var flag = loss.rawValue
    // FS_IOC_SHUTDOWN, `_IOR('X', 125, __u32)` of linux/fs.h.
    guard ioctl(folder, 0x8004_587D, &flag) == 0 else { throw Refused(what: "to cut its power") }
  }

  /// Mounts it again, which brings it to where its own journal says.
  func restart() throws {
    try unmount()
    try mount()
  }

  /// A process that another test is just starting may for a moment hold what is open here.
  private func unmount() throws {
    for _ in 0..<100 where isMounted {
      isMounted = (try? Self.run(["umount", root])) == nil
      if isMounted { usleep(20_000) }
    }
    if isMounted { throw Refused(what: "to unmount it") }
  }

  private static func run(_ words: [String]) throws {
    let answer = try Binary.run(["/usr/bin/env"] + words)
    guard answer.status == 0 else { throw Refused(what: "\(words.first ?? ""): \(answer.error)") }
  }
}
