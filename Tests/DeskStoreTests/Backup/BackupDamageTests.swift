import DeskCore
import DeskTestSupport
import Foundation
import Testing

@testable import DeskStore

/// What is no whole backup, by every way in which one may have been cut, altered or made up.
struct BackupDamageTests {
  /// What became of bytes that are to be refused: nil where they were, and left nothing.
  private func fault(_ bytes: [UInt8]) -> String? {
    let place = SmallBackup.place()
    defer { try? FileManager.default.removeItem(atPath: place) }
    do {
      _ = try SmallBackup.restore(bytes, to: place)
      return "it was restored"
    } catch is BackupError {
    } catch StoreError.damaged {
    } catch {
      return "\(error)"
    }
    guard FileManager.default.fileExists(atPath: place) else { return nil }
    return "left: \(FileManager.default.subpaths(atPath: place) ?? [])"
  }

  @Test func `no beginning of a backup is taken for one`() throws {
    let bytes = try SmallBackup().bytes
    let cuts = Exhaustion.some(Array(0..<bytes.count), atMost: 120)
    let failures = cuts.compactMap { cut in fault(Array(bytes[..<cut])).map { "\(cut): \($0)" } }
    #expect(failures == [])
    try Exhaustion.count("backup: cut short", cases: cuts.count, failures: failures.count)
  }

  @Test func `no backup with one byte altered is taken for one`() throws {
    let bytes = try SmallBackup().bytes
    let places = Exhaustion.some(Array(bytes.indices), atMost: 240)
    let failures = places.compactMap { place -> String? in
      var altered = bytes
      altered[place] ^= 1 << UInt8(place % 8)
      return fault(altered).map { "\(place): \($0)" }
    }
    #expect(failures == [])
    try Exhaustion.count("backup: a bit flipped", cases: places.count, failures: failures.count)
  }

  @Test func `what it is compared with is restored`() throws {
    let place = SmallBackup.place()
    defer { try? FileManager.default.removeItem(atPath: place) }
    let outcome = try SmallBackup.restore(SmallBackup().bytes, to: place)
    #expect(outcome.findings == [])
    #expect(outcome.isOnHold)
    let whole = try Store(place + "/data", now: TestDesk.start).examine(patience: 1, .none)
    #expect(whole.findings == [])
  }

  @Test(arguments: [
    "data/../../etc/passwd", "/etc/passwd", "data//etc", "config/../x", "config/.git/config",
    "config/a/../../b", "config/", "data/lock", "data/journal", "data/reserve",
    "data/tickets/x.jsonl", "data/tickets/0000.jsonl/x", "data/files/../../x", "outro/x", "x",
    "data/quarantine/..", "config/.deskctl-new-desk.json", "./config/desk.json",
  ])
  func `a name that no backup has is refused`(_ name: String) throws {
    let bytes = try SmallBackup().bytes
    let header = TarHeader(name: name, size: 0).encoded(modified: 0)
    #expect(fault(header + bytes) == nil)
    #expect(throws: BackupError(name, .name)) {
      _ = try SmallBackup.restore(header + bytes, to: SmallBackup.place())
    }
  }

  @Test(arguments: ["1", "2", "3", "4", "5", "6", "7", "g", "K", "S"])
  func `a link, a folder or a device is refused`(_ letter: String) throws {
    let header = TarHeader(
      name: "data/tickets/0000.jsonl", size: 0, kind: .other(Array(letter.utf8)[0]))
    let bytes = try header.encoded(modified: 0) + SmallBackup().bytes
    #expect(throws: BackupError("data/tickets/0000.jsonl", .kind(letter))) {
      try SmallBackup.restore(bytes, to: SmallBackup.place())
    }
  }

  @Test func `a file that is there twice, or that the list does not name, is refused`() throws {
    let bytes = try SmallBackup().bytes
    let first = Array(bytes[..<1024])
    #expect(throws: BackupError("data/format.json", .twice)) {
      try SmallBackup.restore(first + bytes, to: SmallBackup.place())
    }
    let more = TarHeader(name: "config/mais.json", size: 0).encoded(modified: 0)
    #expect(throws: BackupError("config/mais.json", .unlisted)) {
      try SmallBackup.restore(more + bytes, to: SmallBackup.place())
    }
  }

  @Test func `an empty place that was there stays, and nothing else does`() throws {
    let place = SmallBackup.place()
    defer { try? FileManager.default.removeItem(atPath: place) }
    try FileManager.default.createDirectory(
      atPath: place + "/data", withIntermediateDirectories: true)
    let bytes = try SmallBackup().bytes
    #expect(throws: BackupError.self) {
      try SmallBackup.restore(Array(bytes.dropLast(3000)), to: place)
    }
    #expect(FileManager.default.subpaths(atPath: place) == ["data"])
  }

  @Test(arguments: [
    "", "data/for", "nota", "isto não é um tar", String(repeating: "x", count: 600),
  ])
  func `what was never a tar is told from one that was cut`(_ text: String) {
    let expected: BackupError.Problem = "data/format.json".hasPrefix(text) ? .truncated : .noTar
    #expect(throws: BackupError(nil, expected)) {
      try SmallBackup.restore(Array(text.utf8), to: SmallBackup.place())
    }
  }

  @Test func `a list of a newer format is told as such`() throws {
    let bytes = try SmallBackup().bytes
    var head = BackupManifest.Head()
    head.format = 2
    let line = StoredLine.encode(head.json) + [newline]
    let header = TarHeader(name: BackupName.manifestName, size: line.count).encoded(modified: 0)
    let zeros = [UInt8](repeating: 0, count: TarHeader.padding(after: line.count) + 1024)
    let newer = bytes[..<(try start(of: "manifest.jsonl", in: bytes))] + header + line + zeros
    #expect(throws: BackupError(nil, .newerFormat(found: 2, known: 1))) {
      try SmallBackup.restore(Array(newer), to: SmallBackup.place())
    }
  }

  /// Where a file's header begins.
  private func start(of name: String, in bytes: [UInt8]) throws -> Int {
    try #require(
      stride(from: 0, to: bytes.count, by: TarHeader.blockSize).first {
        bytes[$0...].starts(with: name.utf8)
      })
  }
}
