import DeskCore
import DeskSystem
import DeskTestSupport
import Testing

@testable import DeskStore

/// Every state in which recovery may find a file that a journal is about.
struct RecoveryTests {
  private let store: TestStore

  init() throws { store = try TestStore() }

  private static let path = "log/a.jsonl"
  private static let old = Array("um\n".utf8)
  private static let added = Array("dois\ntrês\n".utf8)

  /// Leaves a file and a journal as a crash would, recovers, and answers what became of the file.
  private func recover(_ change: FileChange, from current: [UInt8]?) throws -> [UInt8]? {
    store[Self.path] = current
    store["journal"] = Journal.encode([change])
    try Recovery(folder: store.open().folder, now: store.now).run()
    #expect(store["journal"] == [])
    return store[Self.path]
  }

  private func expectForeign(_ change: FileChange, from current: [UInt8]?) throws {
    #expect(throws: StoreError.self) { try recover(change, from: current) }
    #expect(store["journal"] == [])
    #expect(store[Self.path] == current)
  }

  @Test func `an append is completed from any of its beginnings`() throws {
    let change = FileChange.append(path: Self.path, offset: Self.old.count, bytes: Self.added)
    for count in 0...Self.added.count {
      let found = try recover(change, from: Self.old + Self.added.prefix(count))
      #expect(found == Self.old + Self.added)
    }
  }

  @Test func `an append is completed where pages are still zero`() throws {
    let change = FileChange.append(path: Self.path, offset: Self.old.count, bytes: Self.added)
    for start in Self.added.indices {
      var torn = Self.added
      torn[start...].withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
      #expect(try recover(change, from: Self.old + torn) == Self.old + Self.added)
    }
  }

  @Test func `an append behind what somebody else wrote is put aside`() throws {
    let change = FileChange.append(path: Self.path, offset: Self.old.count, bytes: Self.added)
    try expectForeign(change, from: Self.old + Array("outro\n".utf8))
    try expectForeign(change, from: Self.old + Self.added + Array("x".utf8))
    try expectForeign(change, from: Array("u".utf8))
    try expectForeign(change, from: nil)
    let folder = try store.open().folder
    let kept = try #require(try folder.names(in: "quarantine")).map { store["quarantine/\($0)"] }
    #expect(kept == [Self.added, Self.added, Self.added, Self.added])
  }

  @Test func `a file is written over its old self, nothing, and any beginning of the new one`()
    throws
  {
    let change = FileChange.write(
      path: Self.path, before: Fingerprint(of: Self.old), bytes: Self.added)
    #expect(try recover(change, from: Self.old) == Self.added)
    for count in 0...Self.added.count {
      #expect(try recover(change, from: Array(Self.added.prefix(count))) == Self.added)
    }
    try expectForeign(change, from: Array("outro\n".utf8))
    let new = FileChange.write(path: Self.path, before: nil, bytes: Self.added)
    #expect(try recover(new, from: nil) == Self.added)
    try expectForeign(new, from: Self.old)
  }

  @Test func `a file is removed once, and only as it was`() throws {
    let change = FileChange.remove(path: Self.path, before: Fingerprint(of: Self.old))
    #expect(try recover(change, from: Self.old) == nil)
    #expect(try recover(change, from: nil) == nil)
    try expectForeign(change, from: Self.added)
  }

  @Test func `a record is put in its block, or found there, or put aside`() throws {
    try store.write { try $0.apply([.ticket(Sample.ticket(1)), .ticket(Sample.ticket(2))]) }
    let path = "tickets/0000.jsonl"
    let base = try #require(store[path])
    var block = try Block(path: path, number: 0, base: base)
    var ticket = Sample.ticket(2)
    ticket.title = "Outro"
    block.put(2, StoredLine.encode(ticket.json))
    let change = FileChange.edit(
      path: path, before: Fingerprint(of: base), after: Fingerprint(of: block.after),
      lines: block.editedLines)
    for current in [base, block.after] {
      store[path] = current
      store["journal"] = Journal.encode([change])
      #expect(try store.read { try $0.find(Ticket.ID(2))?.title } == "Outro")
      #expect(store[path] == block.after)
    }
    store[path] = []
    store["journal"] = Journal.encode([change])
    #expect(throws: StoreError.self) { try store.read { try $0.find(Ticket.ID(2)) } }
    #expect(store[path] == [])
  }

  @Test func `a journal that is no transaction was never committed`() throws {
    store["journal"] = Array("deskctl-journal 1 10 0000".utf8)
    #expect(try store.read { try $0.lastNumber(.ticket) } == 0)
    #expect(store["journal"] == [])
  }

  @Test func `a newer program's journal is not touched`() throws {
    let journal = Array("deskctl-journal 2 10 0000\nwhatever".utf8)
    store["journal"] = journal
    #expect(throws: StoreError.newerFormat(found: 2, known: 1)) {
      try store.read { try $0.lastNumber(.ticket) }
    }
    #expect(store["journal"] == journal)
  }

  @Test func `a missing journal is damage`() throws {
    store["journal"] = nil
    #expect(throws: StoreError.damaged(path: "journal", .missing)) {
      try store.read { try $0.lastNumber(.ticket) }
    }
  }
}
