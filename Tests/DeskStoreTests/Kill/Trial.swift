import DeskCore
import DeskSystem
import DeskTestSupport
import Testing

@testable import DeskStore

/// A transaction that is disturbed at every system call that it makes.
struct Trial: Sendable, CustomTestStringConvertible {
  let name: String
  /// What the store holds before.
  let prepare: @Sendable (TestStore) throws -> Void
  /// It says by throwing that nothing was done, where that is what it was asked for.
  let act: @Sendable (TestStore, Kernel) throws -> Void
  let isAskedFor: Bool

  var testDescription: String { name }

  init(
    _ name: String, prepare: @escaping @Sendable (TestStore) throws -> Void = { _ in },
    run body: @escaping @Sendable (Transaction) throws -> Void
  ) {
    self.name = name
    self.prepare = { store in
      try store.write { try $0.apply(Self.people($0.now)) }
      try prepare(store)
    }
    act = { store, kernel in _ = try store.open(kernel).write(patience: 0, body) }
    isAskedFor = true
  }

  /// Something that happens by the way, whatever a command is asked for.
  init(
    _ name: String, prepare: @escaping @Sendable (TestStore) throws -> Void,
    byTheWay act: @escaping @Sendable (TestStore, Kernel) throws -> Void
  ) {
    self.name = name
    self.prepare = prepare
    self.act = act
    isAskedFor = false
  }

  private static func people(_ now: Instant) throws -> [Effect] {
    try [
      .contact(Sample.contact(1)), .contact(Sample.contact(2)), .ticket(Sample.ticket(1)),
      .schedule(Sample.schedule(1, at: now + 7200)), .event(Sample.event("added", now)),
    ]
  }
}

extension Trial {
  static let all: [Trial] = [
    few, add, close, newMonth, newDay, moved, movedBack, removed, fired, imported, torn, unended,
    compacted, held, migrated,
  ]

  /// Those that write nothing before they commit: mending a last line does.
  static let commits = all.filter { ![torn.name, unended.name].contains($0.name) }

  private static let few = Trial("one line") { transaction in
    try transaction.apply([.event(Sample.event("noted", transaction.now))])
  }

  static let add = Trial("a contact") { transaction in
    try transaction.apply([
      .contact(Sample.contact(3)), .event(Sample.event("added", transaction.now)),
    ])
  }

  static let close = Trial("a ticket is closed") { transaction in
    var ticket = try transaction.get(Ticket.ID(1))
    ticket.state = .closed
    try transaction.apply([.ticket(ticket), .event(Sample.event("closed", transaction.now))])
  }

  private static let newMonth = Trial("a schedule in a new month") { transaction in
    try transaction.apply([.schedule(Sample.schedule(2, at: transaction.now + 40 * 86_400))])
  }

  private static let newDay = Trial("a new file of each kind") { transaction in
    try transaction.apply([
      .notification(Sample.notification(1)),
      .event(Sample.event("noted", transaction.now + 86_400)),
    ])
  }

  private static let moved = Trial("a schedule moves, its month is left empty") { transaction in
    var schedule = try transaction.get(Schedule.ID(1))
    schedule.at = transaction.now + 40 * 86_400
    try transaction.apply([.schedule(schedule)])
  }

  private static let movedBack = Trial(
    "a schedule moves back to an hour that was done",
    prepare: { store in
      try store.write { transaction in
        var schedule = try transaction.get(Schedule.ID(1))
        schedule.at = transaction.now + 40 * 86_400
        try transaction.apply([.schedule(schedule)])
      }
    },
    run: { transaction in
      var schedule = try transaction.get(Schedule.ID(1))
      schedule.at = transaction.now + 7200
      try transaction.apply([.schedule(schedule)])
    })

  private static let removed = Trial("a contact is removed") { transaction in
    try transaction.remove(Contact.ID(2))
    try transaction.remove(Schedule.ID(1))
    try transaction.apply([.event(Sample.event("removed", transaction.now))])
  }

  static let fired = Trial("a schedule fires") { transaction in
    var schedule = try transaction.get(Schedule.ID(1))
    schedule.state = .completed
    schedule.ticket = Ticket.ID(2)
    let file = try transaction.keep(Array("conteúdo".utf8), named: "a.txt")
    var message = Sample.message(1, in: 1)
    message.files = [file]
    try transaction.apply([
      .ticket(Sample.ticket(2)), .conversation(Sample.conversation(1, messages: 1)),
      .message(message), .outbox(Sample.outbox(1)), .notification(Sample.notification(1)),
      .schedule(schedule), .event(Sample.event("completed", transaction.now)),
    ])
  }

  private static let imported = Trial("many contacts") { transaction in
    try transaction.apply((3...20).map { .contact(try Sample.contact($0)) })
    try transaction.apply([.event(Sample.event("imported", transaction.now))])
  }

  static let torn = Trial(
    "files whose last lines were never finished",
    prepare: { store in
      let log = Layout.log(store.now)
      store[log] = (store[log] ?? []) + Array("{\"at\":\"20".utf8)
      // More than will be written in their place.
      let zeros = [UInt8](repeating: 0, count: 4096)
      store["contacts/0000.jsonl"] = (store["contacts/0000.jsonl"] ?? []) + zeros
    },
    run: { transaction in
      try transaction.apply([
        .contact(Sample.contact(3)), .event(Sample.event("added", transaction.now)),
      ])
    })

  private static let unended = Trial(
    "a file whose last line lost its end",
    prepare: { $0["contacts/0000.jsonl"]?.removeLast() },
    run: { transaction in
      try transaction.apply([.contact(Sample.contact(3))])
    })

  private static let compacted = Trial(
    "a shard of an index is written anew",
    prepare: { store in
      let key = try Sample.phone(3).matchKey
      let line = StoredLine.encode(IndexLine(key: key, id: 2, gone: true).json) + [newline]
      let count = (64 << 10) / line.count
      store[Index.phone.shard(of: key)] = [[UInt8]](repeating: line, count: count).flatMap { $0 }
    },
    run: { transaction in
      try transaction.apply([.contact(Sample.contact(3))])
    })

  private static let held = Trial("the desk is put on hold") { transaction in
    try transaction.change { $0.hold = Hold(since: transaction.now, why: "teste") }
    try transaction.apply([.event(Sample.event("held", transaction.now))])
  }

  /// What is done after any of the others: it changes files that most of them change too.
  static let another = Trial("another transaction") { transaction in
    var ticket = try transaction.get(Ticket.ID(1))
    ticket.title = "Outro"
    let number = try transaction.nextNumber(.contact)
    try transaction.apply([
      .ticket(ticket), .contact(Sample.contact(number)),
      .event(Sample.event("changed", transaction.now)),
    ])
  }

  static let migration = Migration(from: 0, name: "titles in capitals") { transaction in
    try transaction.forEach(Ticket.self) { ticket in
      var changed = ticket
      changed.title = ticket.title.uppercased()
      try transaction.apply([.ticket(changed)])
    }
  }

  private static let migrated = Trial(
    "an older store is migrated",
    prepare: { store in
      try store.write { transaction in
        try transaction.apply([.contact(Sample.contact(1))])
        try transaction.apply((1...40).map { .ticket(Sample.ticket($0)) })
      }
      store["format.json"] = Array("{\"format\":0,\"madeAt\":\"2020-01-01T00:00:00Z\"}".utf8)
    },
    byTheWay: { store, kernel in
      let older = try Store(
        store.path, now: store.now, kernel: kernel, migrations: [Trial.migration])
      _ = try older.read(patience: 0) { try $0.lastNumber(.ticket) }
    })
}
