import DeskCore
import DeskStore
import DeskTestSupport
import Glibc
import Testing

/// What somebody who looks from time to time is told of commits.
struct ChangeWatchTests {
  @Test func `a commit in the second of the last one is seen, however late one looks`() throws {
    let store = try TestStore()
    func commit() throws {
      try store.write { transaction in
        var contact = Contact()
        contact.id = Contact.ID(try transaction.nextNumber(.contact))
        try transaction.apply([.contact(contact)])
      }
    }
    try commit()
    var watch = try ChangeWatch(store.open())
    #expect(try watch.hasChanged())
    // It may have the same second, and so the same facts, as the one that was seen.
    try commit()
    usleep(1_600_000)
    #expect(try watch.hasChanged())
    #expect(try !watch.hasChanged())
    try commit()
    #expect(try watch.hasChanged())
  }
}
