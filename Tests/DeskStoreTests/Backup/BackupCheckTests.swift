import DeskCore
import DeskSystem
import DeskTestSupport
import Foundation
import Testing

@testable import DeskStore

/// A backup that is looked at, and not restored.
struct BackupCheckTests {
  private let place = SmallBackup.place()

  private func folder(_ kernel: Kernel = Kernel()) throws -> Folder {
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    return try Folder(place, kernel: kernel)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: place)
  }

  private func whole(_ bytes: [UInt8]) -> () throws -> [UInt8] {
    var rest = bytes[...]
    return {
      defer { rest = [] }
      return Array(rest)
    }
  }

  @Test func `two look at one backup at once, and neither disturbs the other`() throws {
    defer { try? FileManager.default.removeItem(atPath: place) }
    let bytes = try SmallBackup().bytes
    let folder = try folder()
    var rest = bytes[...]
    var others = 0
    let checked = try Store.check(
      {
        if rest.count < bytes.count {
          let other = try Store.check(whole(bytes), besides: "a.tar", in: folder)
          #expect(other.findings == [])
          others += 1
        }
        defer { rest = rest.dropFirst(1024) }
        return Array(rest.prefix(1024))
      }, besides: "a.tar", in: folder)
    #expect(checked.findings == [])
    #expect(others > 3)
    #expect(try names() == [])
  }

  @Test func `what was unpacked and cannot be removed again is told`() throws {
    defer { try? FileManager.default.removeItem(atPath: place) }
    let kernel = Kernel { call, path in
      call == .remove && path.hasSuffix("contacts/0000.jsonl") ? .fail(13) : .proceed
    }
    let (bytes, folder) = (try SmallBackup().bytes, try folder(kernel))
    #expect(throws: SystemError.self) {
      try Store.check(whole(bytes), besides: "a.tar", in: folder)
    }
    #expect(try names().count == 1)
    #expect(try Store.check(whole(bytes), besides: "a.tar", in: self.folder()).findings == [])
    #expect(try names() == [])
  }

  @Test(arguments: [([1, 2], true), ([Int.max, Int.max], false), ([Int.min, -1], false)])
  func `a list whose sizes no number holds is no list`(_ sizes: [Int], _ isOne: Bool) throws {
    let entries = sizes.enumerated().map { place, size in
      BackupManifest.Entry("data/\(place)", size: size, sha256: String(repeating: "0", count: 64))
    }
    var manifest = BackupManifest()
    manifest.head.version = "1"
    manifest.head.files = sizes.count
    manifest.head.bytes = sizes.reduce(0, &+)
    let lines = [manifest.head.json] + entries.map(\.json)
    let bytes = lines.flatMap { StoredLine.encode($0) + [newline] }
    if isOne {
      #expect(try BackupManifest(bytes).entries == entries)
    } else {
      #expect(throws: BackupError(nil, .noManifest)) { try BackupManifest(bytes) }
    }
  }
}
