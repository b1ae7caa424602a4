import DeskCore
import DeskTestSupport
import Foundation
import JSON
import Testing

@testable import DeskStore

struct ReadingTests {
  private let store: TestStore

  init() throws { store = try TestStore() }

  private func addContacts(_ count: Int) throws {
    try store.write { transaction in
      try transaction.apply((1...count).map { .contact(try Sample.contact($0)) })
    }
  }

  /// Blocks without content, but for the last: their number is found by asking which are there.
  @Test(arguments: [1, 2, 3, 4, 5, 8, 15, 16, 17, 100, 1000])
  func `the last number is found among any number of blocks`(count: Int) throws {
    let line = StoredLine.encode(["id": 1])
    for number in 0..<(count - 1) {
      store[Layout.block(.ticket, number: number)] = line + [newline]
    }
    let last = Layout.block(.ticket, number: count - 1)
    store[last] = line + [newline] + line + [newline]
    let first = max(1, (count - 1) * 100)
    #expect(try store.read { try $0.lastNumber(.ticket) } == first + 1)
  }

  @Test func `after a full block comes the next`() throws {
    try addContacts(99)
    #expect(try store.write { try $0.nextNumber(.contact) } == 100)
    try store.write { try $0.apply([.contact(Sample.contact(100))]) }
    #expect(try store.read { try $0.lastNumber(.contact) } == 100)
    #expect(store["contacts/0001.jsonl"] != nil)
  }

  @Test func `a missing block is damage, and no number of it is given again`() throws {
    try addContacts(450)
    store["contacts/0002.jsonl"] = nil
    let damage = StoreError.damaged(path: "contacts/0002.jsonl", .missing)
    #expect(throws: damage) { try store.read { try $0.find(Contact.ID(250)) } }
    #expect(throws: damage) { try store.read { try $0.forEach(Contact.self) { _ in } } }
    #expect(try store.read { try $0.find(Contact.ID(150)) } != nil)
    for number in 0...3 {
      let path = Layout.block(.contact, number: number)
      let bytes = store[path]
      store[path] = nil
      #expect(throws: StoreError.self) { try store.write { try $0.nextNumber(.contact) } }
      store[path] = bytes
      if number == 1 { break }
    }
  }

  @Test func `a lost end of a block is damage where it is asked for`() throws {
    try addContacts(150)
    store.drop("contacts/0000.jsonl", lines: 50...99)
    #expect(throws: StoreError.damaged(path: "contacts/0000.jsonl", .missingRecord(60))) {
      try store.read { try $0.find(Contact.ID(60)) }
    }
  }

  @Test func `a missing folder of records is damage, not an empty list`() throws {
    try FileManager.default.removeItem(atPath: store.path + "/tickets")
    #expect(throws: StoreError.damaged(path: "tickets", .missing)) {
      try store.read { try $0.lastNumber(.ticket) }
    }
  }

  @Test func `one damaged record stops what needs it and nothing else`() throws {
    try addContacts(3)
    store.flip("contacts/0000.jsonl", line: 2)
    #expect(try store.read { try $0.find(Contact.ID(1)) } != nil)
    #expect(try store.read { try $0.find(Contact.ID(3)) } != nil)
    #expect(throws: StoreError.damaged(path: "contacts/0000.jsonl", line: 2, .notAsWritten)) {
      try store.read { try $0.find(Contact.ID(2)) }
    }
  }

  @Test func `a whole last line that lost its end is read, and gets it back`() throws {
    try addContacts(2)
    store["contacts/0000.jsonl"]?.removeLast()
    #expect(try store.read { try $0.find(Contact.ID(2)) } != nil)
    try store.write { try $0.apply([.contact(Sample.contact(3))]) }
    try store.read { try $0.forEach(Contact.self) { _ in } }
    #expect(try store.read { try $0.lastNumber(.contact) } == 3)
  }

  @Test func `messages and log keep their order`() throws {
    try store.write { transaction in
      try transaction.apply([.conversation(Sample.conversation(1, messages: 3))])
      try transaction.apply((1...3).map { .message(Sample.message($0, in: 1)) })
      try transaction.apply([
        .event(Sample.event("added", transaction.now)),
        .event(Sample.event("set", transaction.now)),
      ])
    }
    #expect(try store.read { try $0.messages(of: Conversation.ID(1)).map(\.id) } == [1, 2, 3])
    #expect(try store.read { try $0.log(dayOf: store.now).map(\.what) } == ["added", "set"])
    #expect(try store.read { try $0.logDays() } == ["2026-12-04"])
  }
}
