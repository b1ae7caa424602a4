import DeskCore
import DeskTestSupport
import Testing

@testable import DeskStore

/// A record that is read without its block is the same; what is open leaves no line behind.
struct LoneLineTests {
  private func conversation(_ number: Int) -> Conversation {
    var conversation = Conversation()
    conversation.id = Conversation.ID(number)
    conversation.contact = Contact.ID(1)
    // Lines of very different lengths.
    conversation.lastText = String(repeating: "é", count: number * number % 997)
    return conversation
  }

  @Test func `each line is found by itself, and is the one of its block`() throws {
    let store = try TestStore()
    try store.write { try $0.apply((1...230).map { .conversation(conversation($0)) }) }
    var lone = 0
    for number in 1...230 {
      try store.read { reader in
        let line = try reader.files.loneLine(.conversation, number)
        let whole = try reader.files.block(.conversation, number: number / 100).line(number)
        #expect(line == nil || line == whole)
        if line != nil { lone += 1 }
      }
    }
    // A guess that leads nowhere is mended by the block; most lead somewhere.
    #expect(lone > 150)
    #expect(try store.read { try $0.files.loneLine(.conversation, 231) } == nil)
  }

  @Test func `a damaged line is named, though it was looked for alone`() throws {
    let store = try TestStore()
    try store.write { try $0.apply((1...120).map { .conversation(conversation($0)) }) }
    let path = Layout.block(.conversation, number: 1)
    store[path]?[30] ^= 1
    #expect(throws: StoreError.self) {
      try store.read { try $0.records([Conversation.ID(100)]) }
    }
  }

  @Test func `a number that is no block's is damage, however long it is`() throws {
    let store = try TestStore()
    try store.write { try $0.apply((1...120).map { .conversation(conversation($0)) }) }
    let path = Layout.block(.conversation, number: 1)
    let text = String(decoding: store[path] ?? [], as: UTF8.self)
    let lines = text.split(separator: "\n").map { line in
      line.prefix { $0 != "," } + "00000000000000" + line.drop { $0 != "," } + "\n"
    }
    store[path] = Array(lines.joined().utf8)
    #expect(throws: StoreError.self) {
      try store.read { try $0.records([Conversation.ID(100)]) }
    }
  }

  @Test func `of what is closed no line stays in the index of what is open`() throws {
    let store = try TestStore()
    try store.write { try $0.apply((1...300).map { .conversation(conversation($0)) }) }
    try store.write { transaction in
      for number in 1...290 {
        var closed = try transaction.get(Conversation.ID(number))
        closed.state = .closed
        try transaction.apply([.conversation(closed)])
      }
    }
    let path = Index.open(.conversation).shard(of: "1")
    let lines = (store[path] ?? []).filter { $0 == newline }.count
    #expect(lines == 10)
    let open = try store.read { try $0.numbers(.open(.conversation)) }
    #expect(open == Array(291...300))
  }
}
