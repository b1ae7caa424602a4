import DeskCore
import DeskSystem
import DeskTestSupport
import Foundation

@testable import DeskStore

/// A store with one record of some kinds, a Config of two files, and the backup of both. A class,
/// because its folder goes with it.
final class SmallBackup {
  let store: TestStore
  let bytes: [UInt8]

  init() throws {
    store = try TestStore()
    let config = store.path + "-config"
    try FileManager.default.createDirectory(
      atPath: config + "/schema", withIntermediateDirectories: true)
    for (name, text) in [("desk.json", "{}"), ("schema/teams.schema.json", "{\"a\":1}")] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: config + "/" + name))
    }
    defer { try? FileManager.default.removeItem(atPath: config) }
    try store.write { transaction in
      try transaction.apply([
        .contact(Sample.contact(1)), .ticket(Sample.ticket(1)),
        .event(Sample.event("added", TestDesk.start)),
      ])
    }
    var bytes: [UInt8] = []
    var writing = BackupWriting(
      config: try Folder(config), store: try Folder(store.path), at: TestDesk.start, version: "1"
    ) { bytes += $0 }
    try writing.write()
    self.bytes = bytes
  }

  /// Where something is restored to: a folder that is not there.
  static func place() -> String { TestDesk.memory + "/deskctl-restored-" + UUID().uuidString }

  /// Restores bytes; answers what went wrong, and whether anything is left then.
  static func restore(
    _ bytes: [UInt8], to place: String, kernel: Kernel = Kernel()
  ) throws -> Restoring.Outcome {
    var wishes = Restoring.Wishes(now: TestDesk.start + 3600, actor: "administrator") { $0.rfc3339 }
    wishes.allowsNetwork = true
    var rest = bytes[...]
    let restoring = try Restoring(
      config: place + "/config", data: place + "/data", wishes, kernel: kernel)
    return try restoring.run {
      defer { rest = rest.dropFirst(4096) }
      return Array(rest.prefix(4096))
    }
  }
}
