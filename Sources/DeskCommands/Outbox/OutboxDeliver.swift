import CommandLineKit
import DeskCore
import DeskStore

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
  /// Hands what waits to the transports, one entry after the other. A delivery that finds another at
  /// work has nothing to do.
  func deliverOutbox(limit: Int?) throws -> Output {
    let store = try store()
    let delivery = OutboxDelivery(desk: self, limit: limit ?? Int.max)
    if isDryRun { return Output(.list(try delivery.rehearse())) }
    guard try reading({ try !$0.numbers(.open(.outbox)).isEmpty }) else { return Output() }
    let settled = try store.whileHolding(Layout.deliverLock, patience: 0) { try delivery.run() }
    guard let settled, !settled.isEmpty else { return Output() }
    let changes = settled.map { change($0.masked, $0.state.rawValue) }
    let isTold =
      globals.has(.verbose) || surroundings.console.isTerminal || globals.has(.json)
      || globals.has(.jsonl)
    // What the desk itself held back is no failure of anything outside.
    let hasFailed = settled.contains { $0.state != .sent && $0.state != .notSent }
    return Output(
      isTold ? .changed(schema: "outbox", changes) : .nothing,
      exit: hasFailed ? .outsideFailed : .done)
  }
}
