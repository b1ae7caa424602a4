import DeskCore
import DeskStore
import DeskTestSupport
import Testing

/// Messages of a long conversation, read piece by piece.
struct MessageWalkTests {
  private static let path = "conversations/0000/01.jsonl"

  /// More than three pieces of a file, lines lying across their ends.
  private func store(_ count: Int = 6000) throws -> TestStore {
    let store = try TestStore()
    try store.write { transaction in
      try transaction.apply([.contact(Sample.contact(1))])
      var effects: [Effect] = [.conversation(Sample.conversation(1, messages: count))]
      for number in 1...count { effects.append(.message(Sample.message(number, in: 1))) }
      try transaction.apply(effects)
    }
    return store
  }

  private func walk(_ store: TestStore) throws -> [Message] {
    try store.read { reader in
      var found: [Message] = []
      try reader.forEachMessage(of: reader.get(Conversation.ID(1))) { found.append($0) }
      return found
    }
  }

  @Test func `every message is met once, in order, as when all are read at once`() throws {
    let store = try store()
    #expect((store[Self.path]?.count ?? 0) > 3 * 256 << 10)
    let found = try walk(store)
    #expect(found.map(\.id) == Array(1...6000))
    #expect(try store.read { try $0.messages(of: Conversation.ID(1)) } == found)
  }

  @Test func `a torn last line is passed over, one without its end counts`() throws {
    let store = try store(3)
    let whole = try #require(store[Self.path])
    store[Self.path] = whole + Array(#"{"id":4,"te"#.utf8)
    #expect(try walk(store).map(\.id) == [1, 2, 3])
    store[Self.path] = Array(whole.dropLast())
    #expect(try walk(store).map(\.id) == [1, 2, 3])
  }

  @Test func `a line that is gone or changed is damage`() throws {
    let store = try store(3)
    let whole = try #require(store[Self.path])
    let lines = whole.split(separator: UInt8(ascii: "\n"))
    store[Self.path] = Array(lines[..<2].joined(separator: [UInt8(ascii: "\n")])) + [10]
    #expect(throws: StoreError.self) { try walk(store) }
    var changed = whole
    changed[20] ^= 1
    store[Self.path] = changed
    #expect(throws: StoreError.self) { try walk(store) }
  }
}
