import DeskCore
import DeskStore
import DeskSystem

/// A desk to play with, so that its clock can stand still: Config and store.
struct BenchDesk {
  static let start = "2026-07-01T00:30:00Z"

  let scratch: Scratch
  let name: String

  /// Makes the sample desk, with spacing for each contact by itself.
  init(_ name: String, in scratch: Scratch) throws {
    self.scratch = scratch
    self.name = name
    try scratch.run(scratch.deskctl, words("init", "--sample"))
    try scratch.run(scratch.deskctl, words("config", "set", "schedules.spacing.scope=contact"))
  }

  func words(_ words: String..., now: String = start) -> [String] {
    [
      "--config", scratch.path(name + "/config"), "--data", scratch.path(name + "/data"), "--now",
      now,
    ] + words
  }

  func tick(now: String = start) -> Program {
    scratch.program(scratch.deskctl, words("tick", now: now))
  }

  /// Fills its store as commands would, but many records a transaction.
  func fill<Item>(
    _ items: some Sequence<Item>, at now: Instant, _ effect: (Item, Transaction) throws -> Effect
  ) throws {
    let store = try Store(scratch.path(name + "/data"), now: now)
    var items = items.makeIterator()
    var next = items.next()
    while next != nil {
      let outcome = try store.write(patience: 1) { transaction in
        while let item = next, transaction.size < 6 << 20 {
          try transaction.apply([try effect(item, transaction)])
          next = items.next()
        }
      }
      if let unfinished = outcome.unfinished { throw unfinished }
    }
  }

  func fillContacts(_ count: Int) throws {
    try fill(0..<count, at: Self.instant) { number, transaction in
      var contact = Contact()
      contact.id = Contact.ID(try transaction.nextNumber(.contact))
      contact.name = "Pessoa Número \(number)"
      contact.phones = [try PhoneNumber("+55119\(80_000_000 + number)", country: .brazil)]
      contact.registered = true
      contact.createdAt = Self.instant
      return .contact(contact)
    }
  }

  static let instant = Instant(rfc3339: start) ?? .earliest
}
