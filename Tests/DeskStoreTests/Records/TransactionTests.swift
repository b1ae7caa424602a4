import DeskCore
import DeskTestSupport
import Testing

@testable import DeskStore

struct TransactionTests {
  private let store: TestStore

  init() throws { store = try TestStore() }

  @Test func `each effect sees those before it`() throws {
    try store.write { transaction in
      try transaction.apply([.contact(Sample.contact(1)), .ticket(Sample.ticket(1))])
      #expect(try transaction.find(Contact.ID(1)) != nil)
      #expect(try transaction.contacts(with: Sample.phone(1)).count == 1)
      #expect(try transaction.openTickets(of: Contact.ID(1)).count == 1)
      #expect(try transaction.nextNumber(.ticket) == 2)
      try transaction.apply([.message(Sample.message(1, in: 1))])
      #expect(try transaction.messages(of: Conversation.ID(1)).count == 1)
    }
  }

  @Test func `nothing is written where it is rehearsed, or throws`() throws {
    let before = try store.image()
    let outcome = try store.open().write(patience: 0, dryRun: true) {
      try $0.apply([.contact(Sample.contact(1)), .event(Sample.event("added", $0.now))])
    }
    #expect(!outcome.isCommitted)
    #expect(outcome.events.count == 1)
    #expect(throws: StoreError.onHold(since: "", why: "")) {
      try store.write { transaction in
        try transaction.apply([.contact(Sample.contact(1))])
        throw StoreError.onHold(since: "", why: "")
      }
    }
    #expect(try store.image() == before)
  }

  @Test func `a revision grows with each write`() throws {
    for expected in 1...3 {
      try store.write { try $0.apply([.contact(Sample.contact(1))]) }
      #expect(try store.read { try $0.get(Contact.ID(1)).rev } == expected)
    }
  }

  @Test func `another revision than the one expected is refused`() throws {
    try store.write { try $0.apply([.ticket(Sample.ticket(1))]) }
    #expect(throws: StoreError.otherRevision(record: "ticket/1", stored: 1, expected: 7)) {
      _ = try store.open().write(patience: 0, expectedRevision: 7) {
        try $0.apply([.ticket(Sample.ticket(1))])
      }
    }
    #expect(throws: StoreError.otherRevision(record: "ticket/1", stored: 1, expected: 7)) {
      _ = try store.open().write(patience: 0, expectedRevision: 7) { try $0.remove(Ticket.ID(1)) }
    }
  }

  @Test func `a revision is asked of what the command changes, once, and of no other kind`() throws
  {
    try store.write { try $0.apply([.contact(Sample.contact(1)), .ticket(Sample.ticket(1))]) }
    try store.write { try $0.apply([.contact(Sample.contact(1))]) }
    _ = try store.open().write(patience: 0, expectedRevision: 1) {
      try $0.apply([
        .ticket(Sample.ticket(1)), .contact(Sample.contact(1)), .ticket(Sample.ticket(1)),
        .ticket(Sample.ticket(2)),
      ])
    }
    #expect(try store.read { try $0.get(Ticket.ID(1)).rev } == 3)
  }

  @Test func `a number is never given again`() throws {
    try store.write { try $0.apply([.contact(Sample.contact(1)), .contact(Sample.contact(2))]) }
    try store.write { try $0.remove(Contact.ID(2)) }
    #expect(try store.read { try $0.find(Contact.ID(2)) } == nil)
    #expect(try store.write { try $0.nextNumber(.contact) } == 3)
    #expect(try store.read { try $0.contacts(with: Sample.phone(2)) } == [])
    #expect(throws: StoreError.noSuchRecord(kind: "contact", number: 2)) {
      try store.write { try $0.remove(Contact.ID(2)) }
    }
  }

  @Test func `an attachment is kept once under its hash`() throws {
    let bytes = Array("conteúdo".utf8)
    let file = try store.write { transaction in
      _ = try transaction.keep(bytes, named: "b.txt")
      return try transaction.keep(bytes, named: "a.txt")
    }
    #expect(file.size == bytes.count)
    #expect(try store.read { try $0.content(of: file) } == bytes)
  }

  @Test func `more than a transaction holds is refused, and nothing is written`() throws {
    let before = try store.image()
    #expect(throws: StoreError.self) {
      try store.write { transaction in
        for letter in UInt8(65)..<74 {
          _ = try transaction.keep([UInt8](repeating: letter, count: 1 << 20), named: "x")
        }
      }
    }
    #expect(try store.image() == before)
  }

  @Test func `several changes of what the store says of itself are one`() throws {
    try store.write { transaction in
      try transaction.change { $0.hold = Hold(since: transaction.now, why: "um") }
      try transaction.change { $0.hold?.why += ", dois" }
    }
    #expect(try store.open().format.hold?.why == "um, dois")
  }
}
