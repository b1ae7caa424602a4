import DeskCore
import DeskStore
import Foundation
import Testing

struct IndexLookupTests {
  private func store(_ root: String) throws -> Store {
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    let now = Instant(secondsSinceEpoch: 1_796_390_400)
    try Store.make(root, Store.Making(now: now))
    return try Store(root, now: now)
  }

  private func contact(_ number: Int, _ emails: [String]) throws -> Contact {
    var contact = Contact()
    contact.id = Contact.ID(number)
    contact.emails = try emails.map { try EmailAddress($0) }
    return contact
  }

  @Test func `many keys are looked up as one is, each for itself`() throws {
    let root = NSTemporaryDirectory() + "deskctl-index-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: root) }
    let store = try store(root)
    _ = try store.write(patience: 1) { transaction in
      for number in 1...600 {
        let contact = try contact(number, ["c\(number)@x.com", "c\(number % 7)@shared.com"])
        try transaction.apply([.contact(contact)])
      }
    }
    let answer = try store.write(patience: 1) { transaction in
      try transaction.apply([.contact(contact(600, ["c1@x.com", "new{|@x.com"]))])
      let keys = Set((0...610).flatMap { ["c\($0)@x.com", "c\($0)@shared.com", "new{|@x.com"] })
      let found = try transaction.numbers(.email, keys: keys)
      for key in keys {
        #expect(try found[key, default: []] == transaction.numbers(.email, key: key), "\(key)")
      }
      return found
    }.answer
    #expect(answer["c1@x.com"] == [1, 600])
    #expect(answer["c600@x.com"] == nil)
    #expect(answer["c10@x.com"] == [10])
    #expect(answer["new{|@x.com"] == [600])
    #expect(answer["c3@shared.com"]?.count == 86)
  }

  @Test func `a transaction knows its size as it grows`() throws {
    let root = NSTemporaryDirectory() + "deskctl-index-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: root) }
    let store = try store(root)
    var last = 0
    _ = try store.write(patience: 1) { transaction in
      for number in 1...300 {
        try transaction.apply([.contact(contact(number, ["c\(number)@x.com"]))])
        #expect(transaction.size > last)
        last = transaction.size
      }
      // The same record again replaces its line; the index has its key already.
      try transaction.apply([.contact(contact(300, ["c300@x.com"]))])
      #expect(abs(transaction.size - last) < 4)
      #expect((300 * 150...300 * 400).contains(transaction.size))
    }
  }
}
