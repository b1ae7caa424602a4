import DeskCore
import DeskSystem
import DeskTestSupport
import Foundation
import Testing

@testable import DeskStore

struct BugTests {
  @Test func `a reader that finds a journal completes it and reads`() throws {
    let store = try TestStore()
    store["journal"] = Array("torn".utf8)
    let found = try store.read { try $0.lastNumber(.contact) }
    #expect(found == 0)
    #expect(store["journal"] == [])
  }

  @Test func `what is appended to a removed file does not bring its old content back`() throws {
    let store = try TestStore()
    let files = WorkingSet(folder: try store.open().folder)
    store["log/a.jsonl"] = Array("old\n".utf8)
    files.remove("log/a.jsonl")
    try files.append("log/a.jsonl", Array("new\n".utf8))
    #expect(try files.bytes("log/a.jsonl") == Array("new\n".utf8))
  }

  @Test func `a torn shard that is written anew is the one that recovery expects`() throws {
    let store = try TestStore()
    let folder = try store.open().folder
    store["log/a.jsonl"] = Array("old\ntorn".utf8)
    let outcome = try store.open().write(patience: 1) { transaction in
      _ = try transaction.files.bytes("log/a.jsonl")
      transaction.files.write("log/a.jsonl", Array("new\n".utf8))
      return try transaction.files.changes()
    }
    guard case .write(_, let before, _) = outcome.answer[0].change else { return }
    #expect(before == Fingerprint(of: Array("old\n".utf8)))
    _ = folder
  }

  @Test func `a temporary that a crash left is no hour of the agenda`() throws {
    let store = try TestStore()
    try store.write { try $0.apply([.contact(Sample.contact(1)), .schedule(Sample.schedule(1, at: store.now + 3600))]) }
    let path = Layout.agenda(store.now + 3600)
    store[Folder.temporary(for: path)] = store[path]
    #expect(try store.read { try $0.pendingSchedules().count } == 1)
  }

  @Test func `a revision is asked of what the command changes and of nothing else`() throws {
    let store = try TestStore()
    try store.write { try $0.apply([.contact(Sample.contact(1)), .ticket(Sample.ticket(1))]) }
    try store.write { try $0.apply([.contact(Sample.contact(1))]) }
    _ = try store.open().write(patience: 1, expectedRevision: 1) {
      try $0.apply([.ticket(Sample.ticket(1)), .contact(Sample.contact(1)), .ticket(Sample.ticket(1))])
    }
  }

  @Test func `a removed schedule is due no more`() throws {
    let store = try TestStore()
    try store.write { try $0.apply([.contact(Sample.contact(1)), .schedule(Sample.schedule(1, at: store.now + 3600))]) }
    try store.write { try $0.remove(Schedule.ID(1)) }
    #expect(try store.read { try $0.pendingSchedules().isEmpty })
  }

  @Test func `a missing block is damage and not an end`() throws {
    let store = try TestStore()
    try store.write { transaction in
      try transaction.apply((1...450).map { .contact(try Sample.contact($0)) })
    }
    store["contacts/0002.jsonl"] = nil
    #expect(throws: StoreError.self) { try store.read { try $0.find(Contact.ID(250)) } }
    #expect(throws: StoreError.self) {
      try store.read { try $0.forEach(Contact.self) { _ in } }
    }
    store["contacts/0000.jsonl"] = nil
    #expect(throws: StoreError.self) { try store.write { try $0.nextNumber(.contact) } }
  }

  @Test func `a whole last line that lost its end is kept`() throws {
    let store = try TestStore()
    try store.write { try $0.apply([.contact(Sample.contact(1)), .contact(Sample.contact(2))]) }
    store["contacts/0000.jsonl"]?.removeLast()
    #expect(try store.read { try $0.find(Contact.ID(2)) } != nil)
    try store.write { try $0.apply([.contact(Sample.contact(3))]) }
    #expect(try store.read { try $0.find(Contact.ID(2)) } != nil)
    #expect(try store.read { try $0.lastNumber(.contact) } == 3)
  }

  @Test func `a flipped key of an index is not an empty answer`() throws {
    let store = try TestStore()
    try store.write { try $0.apply([.contact(Sample.contact(1))]) }
    let path = Index.phone.shard(of: try Sample.phone(1).matchKey)
    store[path]?[10] ^= 1
    #expect(throws: StoreError.self) { try store.read { try $0.contacts(with: Sample.phone(1)) } }
  }

  @Test func `a folder of the store that is a link is not followed`() throws {
    let store = try TestStore()
    let elsewhere = try TestStore()
    try FileManager.default.removeItem(atPath: store.path + "/log")
    try FileManager.default.createSymbolicLink(atPath: store.path + "/log", withDestinationPath: elsewhere.path + "/log")
    let folder = try store.open().folder
    elsewhere["log/x"] = [1]
    #expect(throws: (any Error).self) { try folder.remove("log/x") }
    #expect(elsewhere["log/x"] == [1])
    #expect(throws: (any Error).self) { try folder.makeFolder("log/sub") }
    #expect(!FileManager.default.fileExists(atPath: elsewhere.path + "/log/sub"))
  }

  @Test func `a missing folder of records is damage, not an empty list`() throws {
    let store = try TestStore()
    try FileManager.default.removeItem(atPath: store.path + "/tickets")
    #expect(throws: StoreError.self) { try store.read { try $0.lastNumber(.ticket) } }
  }
}
