import DeskSystem
import Foundation
import Testing

/// What a result is written under until it is whole, and what the dead leave of it.
struct ResultDraftTests {
  private let test: TestFolder

  init() throws { test = try TestFolder() }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: test.path).sorted()
  }

  @Test func `the next file for a place takes away what a dead one left of it`() throws {
    let others = [
      ".deskctl-new-out", ".deskctl-new-out-1-77.1", ".deskctl-new-out-x",
      ".deskctl-new-outra-77.1",
    ]
    for name in others + [".deskctl-new-out-77", ".deskctl-new-out-77.1"] { test[name] = "dead" }
    let file = try ResultFile(test.path + "/out", kernel: Kernel())
    try file.write(Array("whole".utf8))
    try file.finish()
    #expect(try names() == others + ["out"])
    #expect(test["out"] == "whole")
  }

  @Test func `of two files for one place neither takes the other's away`() throws {
    let first = try ResultFile(test.path + "/out", kernel: Kernel())
    try first.write(Array("one".utf8))
    let second = try ResultFile(test.path + "/out", kernel: Kernel())
    #expect(try names().count == 2)
    try second.write(Array("two".utf8))
    try second.finish()
    #expect(test["out"] == "two")
    try first.finish()
    #expect(test["out"] == "one")
    #expect(try names() == ["out"])
  }

  @Test func `each scratch folder is its own, and the next takes a dead one's away`() throws {
    let dead = test.path + "/.deskctl-new-a.tar-77.1/data"
    try FileManager.default.createDirectory(atPath: dead, withIntermediateDirectories: true)
    let first = try ScratchFolder(besides: "a.tar", in: test.folder)
    let second = try ScratchFolder(besides: "a.tar", in: test.folder)
    #expect(try names().count == 2)
    try second.content.replace("x", with: [1])
    try second.remove()
    #expect(try names().count == 1)
    try first.content.replace("x", with: [1])
    try first.remove()
    #expect(try names() == [])
  }
}
