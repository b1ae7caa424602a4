import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  private static var sent: OptionSpec {
    .value(
      "sent", "ID",
      Text(
        en: "it was taken, under this id of the provider", pt: "foi aceito, com este id do provedor"
      ))
  }
  private static var notSent: OptionSpec {
    .flag("not-sent", Text(en: "it was not taken", pt: "não foi aceito"))
  }

  static var outboxSettle: CommandSpec {
    CommandSpec(
      name: "settle",
      summary: Text(
        en: "Say what became of an entry that nobody knows of.",
        pt: "Diz o que houve com um item de destino incerto."),
      examples: [
        Example(
          "deskctl outbox settle 12 --not-sent",
          Text(en: "then `retry` sends it", pt: "depois, `retry` envia"))
      ],
      arguments: [.record(.outbox)], options: [sent, notSent, .ifRevision],
      action: .write(.administer, settle))
  }

  static var outboxRetry: CommandSpec {
    CommandSpec(
      name: "retry",
      summary: Text(
        en: "Queue an entry that was not sent again.",
        pt: "Põe de novo na fila um item não enviado."),
      arguments: [.record(.outbox)], options: [.ifRevision], action: .write(.administer, retry))
  }

  private static func settle(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    let entry = try desk.record(OutboxEntry.self, words.arguments[0], in: transaction)
    let provider = words.value(sent)
    guard (provider != nil) != words.has(notSent) else {
      throw Failure.missing("--sent", "ID, or --not-sent")
    }
    guard entry.state == .unknown else { throw Failure.notUnknown(entry) }
    let answer: DeliveryAnswer =
      provider == nil ? .notSent(reason: "settled", rule: "D2") : .sent(provider: provider)
    return try desk.told(desk.settle(entry.id, answer, transaction))
  }

  private static func retry(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    var entry = try desk.record(OutboxEntry.self, words.arguments[0], in: transaction)
    guard entry.state == .failed || entry.state == .notSent else {
      throw Failure.notRetried(entry)
    }
    if entry.lacksSecret { throw Failure.secretErased(entry) }
    entry.requeue(at: try desk.now())
    try transaction.apply([
      .outbox(entry), try desk.event(entry.reference, entry.state.rawValue, rule: "D1"),
    ])
    return try desk.told(transaction.get(entry.id))
  }
}

extension Desk {
  fileprivate func told(_ entry: OutboxEntry) -> Output {
    Output(.changed(schema: "outbox", [change(entry.masked, entry.state.rawValue)]))
  }
}

extension Failure {
  static func notUnknown(_ entry: OutboxEntry) -> Failure {
    Failure(
      .refused, "D2",
      Text(
        en: "the fate of \(entry.reference) is known: \(entry.state.rawValue)",
        pt: "o destino de \(entry.reference) é conhecido: \(entry.state.rawValue)"))
  }

  static func secretErased(_ entry: OutboxEntry) -> Failure {
    Failure(
      .refused, "W8",
      Text(
        en: "\(entry.reference) held a token, and it was erased: it cannot be sent again",
        pt: "\(entry.reference) continha um token, que foi apagado: não dá para enviar de novo"),
      hint: Text("deskctl explain W8"))
  }

  static func notRetried(_ entry: OutboxEntry) -> Failure {
    Failure(
      .refused, "D2",
      Text(
        en: "\(entry.reference) is \(entry.state.rawValue); only what was not sent is queued again",
        pt: "\(entry.reference) está \(entry.state.rawValue); só volta à fila o que não foi enviado"
      ),
      hint: entry.state == .unknown
        ? Text("deskctl outbox settle \(entry.id.number) --not-sent") : nil)
  }
}
