package import DeskCore
package import DeskStore

extension TestDesk {
  /// Runs a transaction on the desk's store, past the commands.
  @discardableResult
  package func write<Answer>(_ body: (Transaction) throws -> Answer) throws -> Answer {
    try Store(root + "/data", now: now).write(patience: 1, body).answer
  }

  package func read<Answer>(_ body: (StoreReader) throws -> Answer) throws -> Answer {
    try Store(root + "/data", now: now).read(patience: 1, body)
  }

  /// Puts an entry into the outbox, as a command would: to contact 1 by WhatsApp unless it is changed.
  @discardableResult
  package func queue(_ change: (inout OutboxEntry) -> Void = { _ in }) throws -> OutboxEntry.ID {
    try write { transaction in
      var entry = OutboxEntry()
      entry.id = OutboxEntry.ID(try transaction.nextNumber(.outbox))
      entry.to = "+5511987654321"
      entry.contact = Contact.ID(1)
      entry.agent = try Agent.ID(text: "ana")
      entry.body.text = "Bom dia!"
      entry.queuedAt = now
      entry.changedAt = now
      change(&entry)
      try transaction.apply([.outbox(entry)])
      return entry.id
    }
  }

  /// An entry, as the store has it.
  package func entry(_ id: OutboxEntry.ID) throws -> OutboxEntry { try read { try $0.get(id) } }

  package func notifications() throws -> [DeskCore.Notification] {
    try read { store in
      var all: [DeskCore.Notification] = []
      try store.forEach(DeskCore.Notification.self) { all.append($0) }
      return all
    }
  }
}

extension BinaryDesk {
  /// Puts a mail to nobody's contact into the outbox, past the commands.
  package func queueMail() throws {
    let store = try Store(root + "/data", now: TestDesk.start)
    _ = try store.write(patience: 1) { transaction in
      var entry = OutboxEntry()
      entry.id = OutboxEntry.ID(try transaction.nextNumber(.outbox))
      entry.channel = .email
      entry.to = "caixa@horizonte.example"
      entry.body.text = "Bom dia!"
      entry.queuedAt = TestDesk.start
      entry.changedAt = TestDesk.start
      try transaction.apply([.outbox(entry)])
    }
  }
}
