import DeskSystem
import Foundation
import Testing

struct FileLockTests {
  private let test: TestFolder
  private var folder: Folder { test.folder }

  init() throws {
    test = try TestFolder()
    test["lock"] = ""
  }

  private func take(_ mode: FileLock.Mode, _ patience: Double = 0) throws -> FileLock? {
    try FileLock.take("lock", in: folder, mode, patience: patience)
  }

  @Test func `many may share it, and one alone have it`() throws {
    var held = [try take(.shared), try take(.shared)]
    #expect(held.allSatisfy { $0 != nil })
    #expect(try take(.exclusive) == nil)
    held = []
    let alone = try take(.exclusive)
    #expect(alone != nil)
    #expect(try take(.shared) == nil)
    withExtendedLifetime(alone) {}
  }

  @Test func `it is given back when the value goes`() throws {
    do { _ = try take(.exclusive) }
    #expect(try take(.exclusive) != nil)
  }

  @Test func `who waits asks until the time is over`() throws {
    let held = try take(.exclusive)
    let start = monotonicSeconds()
    #expect(try take(.exclusive, 0.2) == nil)
    #expect(monotonicSeconds() - start >= 0.2)
    withExtendedLifetime(held) {}
  }

  @Test func `another process is kept out, and its end lets go`() throws {
    let other = Process()
    other.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    other.arguments = ["flock", "--no-fork", "-x", "lock", "sh", "-c", "echo held; read line"]
    other.currentDirectoryURL = URL(fileURLWithPath: test.path)
    let input = Foundation.Pipe()
    let output = Foundation.Pipe()
    other.standardInput = input
    other.standardOutput = output
    try other.run()
    #expect(output.fileHandleForReading.readData(ofLength: 5) == Data("held\n".utf8))
    #expect(try take(.shared) == nil)
    kill(other.processIdentifier, SIGKILL)
    other.waitUntilExit()
    #expect(try take(.exclusive) != nil)
  }

  @Test func `a file that was put in its place is locked, not the old one`() throws {
    let old = try take(.exclusive)
    try FileManager.default.removeItem(atPath: test.path + "/lock")
    test["lock"] = ""
    let new = try take(.exclusive)
    #expect(new != nil)
    withExtendedLifetime((old, new)) {}
  }

  @Test func `a missing file is told, and a folder can be locked`() throws {
    #expect(throws: SystemError(.lock, "nothing", ENOENT)) {
      try FileLock.take("nothing", in: folder, .shared, patience: 0)
    }
    let held = try FileLock.take(".", in: folder, .exclusive, patience: 0)
    #expect(held != nil)
    #expect(try FileLock.take(".", in: folder, .shared, patience: 0) == nil)
    withExtendedLifetime(held) {}
  }
}
