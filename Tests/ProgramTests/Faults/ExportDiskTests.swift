import DeskTestSupport
import Foundation
import Testing

/// Exports onto disks that are full, or that may not be written.
@Suite(.serialized)
struct ExportDiskTests {
  private static let levels: [FullDisk.Level] =
    [0, 4, 8, 12, 40].map { .left(kilobytes: $0) } + [0, 1, 2, 3, 8].map { .inodes($0) }

  private func export(_ desk: BinaryDesk, to disk: FullDisk) throws -> Binary.Answer {
    try desk.run("ticket", "export", "--to", "zendesk", "-o", disk.path + "/out")
  }

  private func names(on disk: FullDisk) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: disk.path).filter { $0 != "filler" }
  }

  @Test func `on a full disk an export is whole, or says so and is not there at all`() throws {
    guard try Needed.root("exports to full disks"), try Needed.program("mount") != nil else {
      return
    }
    let desk = try BinaryDesk()
    let words = ["ticket", "add", "--team", "suporte", "--title", "conferir", "--contact", "1"]
    #expect(try desk.run(words).status == 0)
    let disk = try FullDisk(.tmpfs)
    var statuses: Set<Int32> = []
    for level in Self.levels {
      try disk.fill(to: level)
      let answer = try export(desk, to: disk)
      statuses.insert(answer.status)
      if answer.status == 0 {
        #expect(try names(on: disk) == ["out"], "\(level)")
        let files = try FileManager.default.contentsOfDirectory(atPath: disk.path + "/out")
        #expect(files.count == 4, "\(level): \(files)")
        try FileManager.default.removeItem(atPath: disk.path + "/out")
      } else {
        #expect(
          answer.status == 8 && answer.error.contains("no_space"), "\(level): \(answer.error)")
        #expect(try names(on: disk) == [], "\(level)")
      }
      try disk.empty()
    }
    #expect(statuses == [0, 8])
  }

  @Test func `where nothing may be written an export says which place that is`() throws {
    guard try Needed.root("exports to read-only disks"), try Needed.program("mount") != nil else {
      return
    }
    let desk = try BinaryDesk()
    let disk = try FullDisk(.tmpfs)
    // What is mounted may be filled and not replaced.
    let onto = try desk.run("ticket", "export", "--to", "csv", "-o", disk.path)
    #expect(onto.status == 5 && onto.error.contains("not_empty"), "\(onto.error)")
    try Binary.run(["/usr/bin/env", "mount", "-o", "remount,ro", disk.path])
    for words in [["ticket", "export", "--to", "csv"], ["contact", "list"]] {
      let answer = try desk.run(words + ["-o", disk.path + "/out"])
      #expect(answer.status == 8, "\(answer.error)")
      #expect(answer.error.contains("\(disk.path)/out: Read-only file system"), "\(answer.error)")
      #expect(!answer.error.contains("as root"), "\(answer.error)")
    }
    #expect(try names(on: disk) == [])
  }
}
