import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  private static var limit: OptionSpec {
    .value("limit", "N", Text(en: "send at most so many", pt: "envia no máximo tantos"))
  }

  static var outboxDeliver: CommandSpec {
    CommandSpec(
      name: "deliver", summary: Text(en: "Send what waits.", pt: "Envia o que espera."),
      options: [limit], action: .asDesk(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    try desk.refuseOnHold()
    return try desk.deliverOutbox(limit: words.number(limit))
  }
}

extension Desk {
  /// Hands what waits to the transport, one entry after the other. A delivery that finds another at
  /// work has nothing to do.
  func deliverOutbox(limit: Int?) throws -> Output {
    let store = try store()
    let delivery = OutboxDelivery(desk: self, limit: limit ?? Int.max)
    if isDryRun { return Output(.list(try delivery.rehearse())) }
    guard try reading({ try !$0.numbers(.open(.outbox)).isEmpty }) else { return Output() }
    let settled = try store.whileHolding(Layout.deliverLock, patience: 0) { try delivery.run() }
    guard let settled, !settled.isEmpty else { return Output() }
    let changes = settled.map { change($0, $0.state.rawValue) }
    let isTold =
      globals.has(.verbose) || surroundings.console.isTerminal || globals.has(.json)
      || globals.has(.jsonl)
    let hasFailed = settled.contains { $0.state != .sent }
    return Output(
      isTold ? .changed(schema: "outbox", changes) : .nothing,
      exit: hasFailed ? .outsideFailed : .done)
  }
}

/// One run over the outbox: each entry is recorded as being sent before the transport is started,
/// and again when it answered; what a run before this one left half-way is unknown (D2).
struct OutboxDelivery {
  let desk: Desk
  let limit: Int
  private var transport: FileTransport { FileTransport(desk: desk) }

  init(desk: Desk, limit: Int) {
    self.desk = desk
    self.limit = limit
  }

  /// Answers the entries that were settled, as they are now.
  func run() throws -> [OutboxEntry] {
    var settled = try settleInterrupted()
    var sent = 0
    while sent < limit, let entry = try begin() {
      let files = try desk.reading { store in
        try entry.body.files.map { ($0, try store.content(of: $0)) }
      }
      let answer = transport.deliver(entry, files: files)
      settled.append(try record(answer, entry))
      sent += 1
      // One that was not taken waits, and so does whatever is behind it.
      if case .notTaken = answer { break }
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
    let waiting = try desk.reading { try DeliveryPlan.next(of: open($0)) }
    for entry in waiting.prefix(limit) {
      listing.add(
        id: String(entry.id.number), entry.fullJSON,
        [String(entry.id.number), entry.to, entry.body.text ?? "-"])
    }
    return listing
  }

  private func open(_ store: some StoreReading) throws -> [OutboxEntry] {
    try store.records(store.numbers(.open(.outbox)).map { OutboxEntry.ID($0) })
  }

  private func begin() throws -> OutboxEntry? {
    try desk.transaction { transaction in
      guard try !desk.isHeldMeanwhile,
        let entry = try DeliveryPlan.next(of: open(transaction)).first
      else { return nil }
      try transaction.apply(
        DeliveryPlan.begin(entry, now: desk.now(), actor: desk.actor.name))
      return try transaction.get(entry.id)
    }
  }

  private func record(
    _ answer: DeliveryPlan.Answer, _ entry: OutboxEntry
  ) throws -> OutboxEntry {
    try desk.transaction { try desk.settle(entry.id, answer, $0) }
  }

  /// What is being sent while nobody sends was left by a run that was killed.
  private func settleInterrupted() throws -> [OutboxEntry] {
    try desk.transaction { transaction in
      try open(transaction).filter { $0.state == .sending }.map { entry in
        transport.clear(entry)
        return try desk.settle(entry.id, .unknown(reason: "interrupted"), transaction)
      }
    }
  }
}

extension Desk {
  /// Records what became of an entry.
  func settle(
    _ id: OutboxEntry.ID, _ answer: DeliveryPlan.Answer, _ transaction: Transaction
  ) throws -> OutboxEntry {
    let effects = DeliveryPlan.record(
      answer, try transaction.get(id), now: try now(), actor: actor.name,
      notification: DeskCore.Notification.ID(try transaction.nextNumber(.notification)),
      language: try settings.desk.language)
    try transaction.apply(effects)
    return try transaction.get(id)
  }
}
