import DeskCore
import DeskSystem
import DeskTestSupport
import Testing

@testable import DeskStore

struct IndexTests {
  private let store: TestStore

  init() throws { store = try TestStore() }

  @Test func `the last line on a key and a record counts`() throws {
    let lines = [
      IndexLine(key: "a", id: 1, gone: false), IndexLine(key: "a", id: 2, gone: false),
      IndexLine(key: "b", id: 1, gone: false), IndexLine(key: "a", id: 1, gone: true),
      IndexLine(key: "b", id: 1, gone: true), IndexLine(key: "b", id: 1, gone: false),
    ].map { StoredLine.encode($0.json)[...] }
    let all = try foldIndex(lines, path: "x").filter(\.value).keys
    #expect(Set(all) == [IndexKeyAndID(key: "a", id: 2), IndexKeyAndID(key: "b", id: 1)])
    let some = try foldIndex(lines, path: "x", keys: ["a"])
    #expect(some == [IndexKeyAndID(key: "a", id: 1): false, IndexKeyAndID(key: "a", id: 2): true])
  }

  @Test func `a flipped key is damage, not an empty answer`() throws {
    try store.write { try $0.apply([.contact(Sample.contact(1))]) }
    let path = Index.phone.shard(of: try Sample.phone(1).matchKey)
    store[path]?[10] ^= 1
    #expect(throws: StoreError.damaged(path: path, line: 1, .notAsWritten)) {
      try store.read { try $0.contacts(with: Sample.phone(1)) }
    }
  }

  @Test func `records are found by what they have now`() throws {
    try store.write { try $0.apply([.contact(Sample.contact(1))]) }
    try store.write { transaction in
      var contact = try transaction.get(Contact.ID(1))
      contact.phones = [try Sample.phone(2)]
      try transaction.apply([.contact(contact)])
    }
    #expect(try store.read { try $0.contacts(with: Sample.phone(1)).isEmpty })
    #expect(try store.read { try $0.contacts(with: Sample.phone(2)).count } == 1)
  }

  @Test func `a shard is written anew when most of its lines no longer count`() throws {
    let contact = Contact.ID(1)
    try store.write { try $0.apply([.contact(Sample.contact(1))]) }
    let shard = Index.open(.ticket).shard(of: "1")
    var largest = 0
    for round in 0..<8 {
      try store.write { transaction in
        let next = try transaction.nextNumber(.ticket)
        try transaction.apply((next..<(next + 100)).map { .ticket(Sample.ticket($0)) })
        try transaction.apply(
          (next..<(next + 100)).map { number in
            var ticket = Sample.ticket(number)
            ticket.state = .closed
            return .ticket(ticket)
          })
        try transaction.apply([.ticket(Sample.ticket(next + 100))])
      }
      largest = max(largest, store[shard]?.count ?? 0)
      #expect(try store.read { try $0.openTickets(of: contact).count } == round + 1)
    }
    #expect(largest < 80_000)
  }

  @Test func `a shard that leads nowhere any more is gone, and its folder stays`() throws {
    let key = try Sample.phone(3).matchKey
    let path = Index.phone.shard(of: key)
    let gone = StoredLine.encode(IndexLine(key: key, id: 3, gone: true).json) + [newline]
    let line = StoredLine.encode(IndexLine(key: key, id: 1, gone: false).json) + [newline]
    try store.write { transaction in
      var contact = try Sample.contact(1)
      contact.phones = [try Sample.phone(3)]
      try transaction.apply([.contact(contact)])
    }
    #expect(store[path] == line)
    store[path] = line + (0..<(((64 << 10) - line.count) / gone.count)).flatMap { _ in gone }
    try store.write { try $0.remove(Contact.ID(1)) }
    #expect(store[path] == nil)
    #expect(try store.open().folder.facts("index/phone")?.kind == "folder")
    #expect(try store.open().examine(patience: 0, .none).findings == [])
  }
}
