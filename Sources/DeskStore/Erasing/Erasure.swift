package import DeskCore
import DeskSystem

extension Store {
  /// What an erasure took out, or would.
  package struct Erased: Sendable {
    /// How many records of each kind are theirs.
    package var counts: [RecordKind: Int] = [:]
    package var messages = 0
    /// Messages that waited to be sent, and are not any more.
    package var unsent = 0
    /// Files that hold others, too, and were written anew, or were about them alone.
    package var files = 0
    /// Files that still name them.
    package var left: [String] = []
    /// They were gone before; what may have been left of that was swept.
    package var wasGone = false
  }

  /// Takes a person out of the store in steps, each of which leaves a sound store: first out of what
  /// holds others, too, then their records, themselves last. Killed between two, the same again ends
  /// it: as long as they are there it is known by what they are found, and what is left when they
  /// are gone needs no name to be found.
  ///
  /// Whoever calls holds the locks of tick and delivery.
  package func erase(
    _ contact: Contact.ID, actor: String, title: String, patience: Double, isRehearsal: Bool
  ) throws -> Erased {
    var result = Erased()
    let traces = try alone(patience) { folder in
      let store = StoreReader(files: WorkingSet(folder: folder))
      let last = try store.lastNumber(.contact)
      guard contact.number > 0, contact.number <= last else {
        throw StoreError.noSuchRecord(kind: RecordKind.contact.rawValue, number: contact.number)
      }
      let traces = try PersonTraces(of: contact, in: store)
      let scrubbing = Scrubbing(folder, traces, isRehearsal: isRehearsal)
      try scrubbing.run()
      result.files = scrubbing.touched.count
      result.left = scrubbing.left
      return traces
    }
    result.count(traces)
    if isRehearsal { return result }
    var steps = ErasureSteps(traces, actor: actor, title: title, now: now)[...]
    while !steps.isEmpty {
      _ = try write(patience: patience) { transaction in
        while transaction.size < Self.erasureSize, let step = steps.popFirst() {
          try step(transaction)
        }
      }
    }
    try alone(patience) { try Sweep(folder: $0).run() }
    return result
  }

  /// About how many bytes of changes go into one transaction.
  private static let erasureSize = 2 << 20

  /// Has the files for oneself, with nothing left to complete.
  private func alone<Answer>(_ patience: Double, _ body: (Folder) throws -> Answer) throws -> Answer
  {
    var answer: Answer?
    // No change goes through the transaction: it is the lock and the recovery that are wanted.
    _ = try write(patience: patience) { _ in answer = try body(folder) }
    guard let answer else { throw StoreError.busy(seconds: patience) }
    return answer
  }
}

extension Store.Erased {
  fileprivate mutating func count(_ traces: PersonTraces) {
    counts = [
      .contact: traces.contacts.count, .conversation: traces.conversations.count,
      .ticket: traces.tickets.count, .schedule: traces.schedules.count,
      .outbox: traces.outbox.count, .notification: traces.notifications.count,
    ]
    messages = traces.conversations.reduce(0) { $0 + $1.messageCount }
    unsent = traces.outbox.count { $0.state == .queued }
    wasGone = traces.contacts.isEmpty
  }
}
