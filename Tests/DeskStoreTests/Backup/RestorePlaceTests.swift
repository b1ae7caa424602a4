import DeskSystem
import DeskTestSupport
import Foundation
import Synchronization
import Testing

@testable import DeskStore

/// Where a backup may be restored to, and what a restoring leaves that did not end.
struct RestorePlaceTests {
  private func files(_ place: String) throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: place)
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        FileManager.default.contents(atPath: place + "/" + name).map { (name, $0) }
      })
  }

  private func make(_ path: String, _ text: String = "x") throws {
    let parent = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  @Test(arguments: [
    "data/nota.txt", "data/format.json", "data/tickets/0000.jsonl", "config/x.json",
  ])
  func `a place that holds anything is refused, and stays as it is`(_ name: String) throws {
    let place = SmallBackup.place()
    defer { try? FileManager.default.removeItem(atPath: place) }
    try make(place + "/" + name)
    let before = try files(place)
    let bytes = try SmallBackup().bytes
    #expect(throws: (any Error).self) { try SmallBackup.restore(bytes, to: place) }
    #expect(try files(place) == before)
  }

  @Test func `a Config that is the backup's is kept, with its git history`() throws {
    let place = SmallBackup.place()
    defer { try? FileManager.default.removeItem(atPath: place) }
    try make(place + "/config/desk.json", "{}")
    try make(place + "/config/schema/teams.schema.json", "{\"a\":1}")
    try make(place + "/config/.git/HEAD")
    let kept = try SmallBackup.restore(SmallBackup().bytes, to: place)
    #expect(kept.isConfigKept)
    try make(place + "/config/desk.json", "{ }")
    try FileManager.default.removeItem(atPath: place + "/data")
    let bytes = try SmallBackup().bytes
    #expect(throws: ConfigError.alreadyThere(folder: place + "/config", file: "desk.json")) {
      try SmallBackup.restore(bytes, to: place)
    }
  }

  @Test func `S10 stopped at any call it is no desk, and the same again makes one`() throws {
    let bytes = try SmallBackup().bytes
    let total = Mutex(0)
    let place = SmallBackup.place()
    _ = try SmallBackup.restore(
      bytes, to: place,
      kernel: Kernel { _, _ in
        total.withLock { $0 += 1 }
        return .proceed
      })
    let whole = try files(place)
    try FileManager.default.removeItem(atPath: place)
    let calls = Exhaustion.some(Array(1...total.withLock { $0 }), atMost: 60)
    var failures: [String] = []
    for call in calls {
      defer { try? FileManager.default.removeItem(atPath: place) }
      let made = Mutex(0)
      // As after a kill, no call of the way out reaches the disk either.
      let kernel = Kernel { _, _ in
        made.withLock { made in
          made += 1
          return made >= call ? .fail(EIO) : .proceed
        }
      }
      _ = try? SmallBackup.restore(bytes, to: place, kernel: kernel)
      if (try? Store(place + "/data", now: TestDesk.start)) == nil {
        _ = try SmallBackup.restore(bytes, to: place)
      }
      if try withoutHome(files(place)) != withoutHome(whole) { failures.append("\(call)") }
    }
    #expect(failures == [])
    try Exhaustion.count("backup: restoring stopped", cases: calls.count, failures: failures.count)
  }

  /// The inode of the lock is another one each time.
  private func withoutHome(_ files: [String: Data]) -> [String: Data] {
    files.filter { $0.key != "data/format.json" && !$0.key.contains(".deskctl-new-") }
  }
}
