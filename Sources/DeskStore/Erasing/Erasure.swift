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
    /// What others' records were searched for, with the lines that named it.
    package var sought: [SoughtName] = []
    /// They were gone before; what may have been left of that was swept.
    package var wasGone = false
    /// Others came between, and some of it is there still: the same again goes on.
    package var isUnfinished = false
  }

  /// Takes a person out of the store in steps, each of which leaves a sound store: first out of what
  /// holds others, too, then their records, themselves last. Killed between two, the same again ends
  /// it: as long as they are there it is known by what they are found, and what is left when they
  /// are gone needs no name to be found.
  ///
  /// `asked` is what they were known by besides, `keeping` what others' records keep. Whoever calls
  /// holds the locks of tick and delivery.
  package func erase(
    _ contact: Contact.ID, asked: [SoughtName], keeping: [String], actor: String, title: String,
    patience: Double, isRehearsal: Bool
  ) throws -> Erased {
    var result: Erased?
    var search = PersonSearch(
      contact, also: asked.reduce(into: []) { $0.formUnion($1.needles.texts) }, keeping: keeping)
    // Others go on meanwhile: what a message brought in that came between two steps goes, too.
    for _ in 0..<Self.erasureRounds {
      do {
        let (traces, scrubbing) = try alone(patience) {
          try scrub(search, $0, asked: asked, isRehearsal)
        }
        // What told it is gone in the next round.
        search.also = traces.identity.texts
        var erased = result ?? Erased(traces, scrubbing)
        result = erased
        if isRehearsal {
          erased.left += try othersAttachments(scrubbing, patience)
          return erased
        }
        try remove(ErasureSteps(traces, actor: actor, title: title, now: now), patience)
        guard try finish(search, actor, patience) else { continue }
        try alone(patience) { try Sweep(folder: $0).run() }
        erased.left += try attachments(scrubbing)
        return erased
      } catch StoreError.busy {
        break
      }
    }
    // Before the first step nothing was changed; after it, something was.
    guard var result, !isRehearsal else { throw StoreError.busy(seconds: patience) }
    result.isUnfinished = true
    return result
  }

  private static let erasureRounds = 100

  /// Attachments that name who is erased. No lock is held: reading them takes long.
  private func attachments(_ scrubbing: Scrubbing) throws -> [String] {
    try scrubbing.attachments.filter { path in
      try folder.read(path).map { scrubbing.traces.identity.isIn($0[...]) } ?? false
    }
  }

  /// The same without those that would go.
  private func othersAttachments(_ scrubbing: Scrubbing, _ patience: Double) throws -> [String] {
    let naming = try attachments(scrubbing)
    if naming.isEmpty { return [] }
    let others = try read(patience: patience) { _ in
      try Sweep(folder: folder).named(besides: scrubbing.traces.references)
    }
    return naming.filter { others.contains($0.split(separator: "/").dropFirst().joined()) }
  }

  private func scrub(
    _ search: PersonSearch, _ folder: Folder, asked: [SoughtName], _ isRehearsal: Bool
  ) throws -> (PersonTraces, Scrubbing) {
    let store = StoreReader(files: WorkingSet(folder: folder))
    let contact = search.contact
    guard contact.number > 0, try contact.number <= store.lastNumber(.contact) else {
      throw StoreError.noSuchRecord(kind: RecordKind.contact.rawValue, number: contact.number)
    }
    let traces = try PersonTraces(search, in: store)
    let scrubbing = Scrubbing(folder, traces, asked: asked, isRehearsal: isRehearsal)
    try scrubbing.run()
    return (traces, scrubbing)
  }

  private func remove(_ steps: ErasureSteps, _ patience: Double) throws {
    var rest = steps[...]
    while !rest.isEmpty {
      _ = try write(patience: patience) { transaction in
        while transaction.size < Self.erasureSize, let step = rest.popFirst() {
          try step(transaction)
        }
      }
    }
  }

  /// Removes themselves where nothing else of theirs is left, and answers whether that was so.
  private func finish(
    _ search: PersonSearch, _ actor: String, _ patience: Double
  ) throws -> Bool {
    try write(patience: patience) { transaction in
      let (traces, _) = try scrub(search, folder, asked: [], false)
      guard traces.isAlone else { return false }
      for one in traces.contacts { try transaction.remove(one.id) }
      if !traces.contacts.isEmpty {
        try transaction.apply([
          .event(
            Event(
              at: now, actor: actor, record: Reference(.contact, search.contact.number),
              what: "erased",
              rule: nil))
        ])
      }
      return true
    }.answer
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
  fileprivate init(_ traces: PersonTraces, _ scrubbing: Scrubbing) {
    files = scrubbing.touched.count
    left = scrubbing.left
    sought = scrubbing.sought
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
