import CommandLineKit
import DeskCore
import DeskStore
import JSON

/// One run over the outbox: each entry is recorded as being sent before its transport is started,
/// and again when it answered; what a run before this one left half-way is unknown (D2).
struct OutboxDelivery {
  let desk: Desk
  let limit: Int

  /// Answers the entries that were settled, as they are now.
  func run() throws -> [OutboxEntry] {
    var settled = try settleInterrupted()
    var held: Set<OutboxChannel> = []
    var sent = 0
    while sent < limit, let entry = try begin(without: held) {
      sent += 1
      // The window closed on it before it was begun (C13).
      guard entry.state == .sending else {
        settled.append(entry)
        continue
      }
      let answer = try Carrier(for: entry, desk).deliver(Outgoing(entry, desk))
      settled.append(try desk.transaction { try desk.settle(entry.id, answer, $0) })
      if case .notTaken(_, .everyone, _) = answer { held.insert(entry.channel) }
      if case .notTaken(_, .outage, _) = answer { held.insert(entry.channel) }
    }
    return settled
  }

  /// What would be sent now, with what each entry holds.
  func rehearse() throws -> Listing {
    var listing = Listing(
      "outbox",
      [
        Table.Column(Text("id"), key: "id"), Table.Column(Text(en: "to", pt: "para"), key: "to"),
        Table.Column(Text(en: "text", pt: "texto"), key: "text", shrinks: true),
      ])
    let now = try desk.now()
    let waiting = try desk.reading { try DeliveryPlan.next(of: open($0), now: now) }
    for entry in waiting.prefix(limit) {
      listing.add(
        id: String(entry.id.number), entry.masked.fullJSON,
        [String(entry.id.number), entry.to, entry.body.text ?? "-"])
    }
    return listing
  }

  private func open(_ store: some StoreReading) throws -> [OutboxEntry] {
    try store.records(store.numbers(.open(.outbox)).map { OutboxEntry.ID($0) })
  }

  /// The next entry, as it is once its sending has begun, or was forbidden.
  private func begin(without held: Set<OutboxChannel>) throws -> OutboxEntry? {
    try desk.transaction { transaction in
      let now = try desk.now()
      guard try !desk.isHeldMeanwhile,
        let entry = try DeliveryPlan.next(of: open(transaction), now: now, held: held).first
      else { return nil }
      let contact = try contact(of: entry, transaction)
      if try desk.settings.isWindowClosed(for: entry, to: contact, at: now) {
        let rule = entry.schedule == nil ? "C13" : "S11"
        return try desk.settle(
          entry.id, .notSent(reason: FailureReason.windowClosed.rawValue, rule: rule), transaction)
      }
      try transaction.apply(desk.deliveryPlan().begin(entry))
      return try transaction.get(entry.id)
    }
  }

  /// To whom it goes: what they wrote is with the contact that theirs turned out to be.
  private func contact(of entry: OutboxEntry, _ store: some StoreReading) throws -> Contact? {
    let contact = try entry.contact.flatMap { try store.find($0) }
    return try contact?.joined.flatMap { try store.find($0) } ?? contact
  }

  /// What is being sent while nobody sends was left by a run that was killed.
  private func settleInterrupted() throws -> [OutboxEntry] {
    try desk.transaction { transaction in
      try open(transaction).filter { $0.state == .sending }.map { entry in
        try Carrier(for: entry, desk).clear(entry)
        return try desk.settle(entry.id, .unknown(reason: "interrupted"), transaction)
      }
    }
  }
}

extension Desk {
  func deliveryPlan() throws -> DeliveryPlan {
    let settings = try settings
    return DeliveryPlan(
      now: try now(), actor: actor.name, settings: settings.outbox,
      language: settings.desk.language)
  }

  /// Records what became of an entry, with what its provider told of it before, and how its
  /// transport does.
  func settle(
    _ id: OutboxEntry.ID, _ answer: DeliveryAnswer, _ transaction: Transaction
  ) throws -> OutboxEntry {
    let entry = try transaction.get(id)
    let provider = answer.provider ?? entry.provider
    let effects = try deliveryPlan().record(
      answer, entry, statuses: provider.map { try transaction.statuses(of: $0) } ?? [],
      notification: DeskCore.Notification.ID(transaction.nextNumber(.notification)))
    try transaction.apply(effects)
    try noteOutage(entry, answer, transaction)
    return try transaction.get(id)
  }
}
