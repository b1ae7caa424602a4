import DeskCore
import DeskSystem
import DeskTestSupport
import JSON
import Testing

@testable import DeskStore

struct WorkingSetTests {
  private let store: TestStore
  private let files: WorkingSet

  init() throws {
    store = try TestStore()
    files = WorkingSet(folder: try store.open().folder)
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func `what is appended stands behind what is there`() throws {
    store["log/a.jsonl"] = bytes("um\n")
    #expect(try files.append("log/a.jsonl", bytes("dois\n")) == (3, 8))
    #expect(try files.bytes("log/a.jsonl") == bytes("um\ndois\n"))
    #expect(store["log/a.jsonl"] == bytes("um\n"))
  }

  @Test func `what is appended after a write belongs to it`() throws {
    files.write("log/a.jsonl", bytes("um\n"))
    #expect(try files.append("log/a.jsonl", bytes("dois\n")) == (3, 8))
    let changes = try files.changes().map(\.change)
    #expect(changes == [.write(path: "log/a.jsonl", before: nil, bytes: bytes("um\ndois\n"))])
  }

  @Test func `what is appended to a removed file does not bring its old content back`() throws {
    store["log/a.jsonl"] = bytes("velho\n")
    files.remove("log/a.jsonl")
    #expect(try files.bytes("log/a.jsonl") == nil)
    try files.append("log/a.jsonl", bytes("novo\n"))
    #expect(try files.bytes("log/a.jsonl") == bytes("novo\n"))
    let before = Fingerprint(of: bytes("velho\n"))
    let changes = try files.changes().map(\.change)
    #expect(changes == [.write(path: "log/a.jsonl", before: before, bytes: bytes("novo\n"))])
  }

  @Test func `a new file is written whole and one that is there is appended to`() throws {
    store["log/a.jsonl"] = bytes("um\n")
    try files.append("log/a.jsonl", bytes("dois\n"))
    try files.append("log/b.jsonl", bytes("um\n"))
    #expect(
      try files.changes().map(\.change) == [
        .append(path: "log/a.jsonl", offset: 3, bytes: bytes("dois\n")),
        .write(path: "log/b.jsonl", before: nil, bytes: bytes("um\n")),
      ])
  }

  @Test func `a last line that was never finished is passed over, then cut and kept`() throws {
    store["log/a.jsonl"] = bytes("um\nmei")
    #expect(try files.bytes("log/a.jsonl") == bytes("um\n"))
    #expect(try files.append("log/a.jsonl", bytes("dois\n")).before == 3)
    #expect(try files.mendTails(now: store.now) == ["log/a.jsonl"])
    #expect(store["log/a.jsonl"] == bytes("um\n"))
    #expect(store["quarantine/\(store.now.secondsSinceEpoch)-0-log_a.jsonl"] == bytes("mei"))
  }

  @Test func `a last line whose end is another byte is read, and given its end`() throws {
    let line = StoredLine.encode(Sample.event("noted", store.now).json)
    for other: UInt8 in [0, 0x0B, 0x8A] {
      store["log/a.jsonl"] = line + [other]
      let files = WorkingSet(folder: try store.open().folder)
      #expect(try files.lines("log/a.jsonl").map { Array($0) } == [line])
      #expect(try files.mendTails(now: store.now) == [])
      #expect(store["log/a.jsonl"] == line + [newline])
    }
  }

  @Test func `a file of which nothing is left is damage, and so is a folder that is gone`() throws {
    store["log/a.jsonl"] = []
    #expect(throws: StoreError.damaged(path: "log/a.jsonl", .empty)) {
      try files.lines("log/a.jsonl")
    }
    let folder = try store.open().folder
    try folder.remove("log/a.jsonl")
    try folder.removeFolder("log")
    #expect(throws: StoreError.damaged(path: "log", .missing)) { try files.names(in: "log") }
  }

  @Test func `a last line that is whole is given its end`() throws {
    let line = StoredLine.encode(["id": 1])
    store["log/a.jsonl"] = line
    #expect(try files.lines("log/a.jsonl").map { Array($0) } == [line])
    #expect(try files.append("log/a.jsonl", bytes("dois\n")).before == line.count + 1)
    #expect(try files.mendTails(now: store.now) == [])
    #expect(store["log/a.jsonl"] == line + [newline])
  }

  @Test func `a file with a torn end that is written anew is hashed after it was cut`() throws {
    store["log/a.jsonl"] = bytes("um\nmei")
    _ = try files.bytes("log/a.jsonl")
    files.write("log/a.jsonl", bytes("novo\n"))
    _ = try files.mendTails(now: store.now)
    guard case .write(_, let before, _) = try files.changes().first?.change else {
      Issue.record("no change")
      return
    }
    #expect(before == Fingerprint(of: bytes("um\n")))
  }

  @Test func `the names in a folder are as they will be, without temporaries`() throws {
    store["log/a.jsonl"] = bytes("um\n")
    store["log/b.jsonl"] = bytes("um\n")
    store[Folder.temporary(for: "log/c.jsonl")] = bytes("um\n")
    files.remove("log/b.jsonl")
    files.write("log/d.jsonl", bytes("um\n"))
    #expect(try files.names(in: "log") == ["a.jsonl", "d.jsonl"])
  }
}
