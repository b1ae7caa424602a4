import CommandLineKit
import DeskCore
import DeskStore

extension CommandGroup<Action> {
  static var outbox: CommandGroup {
    CommandGroup(
      name: "outbox",
      summary: Text(en: "What leaves the desk.", pt: "O que sai da central."),
      discussion: Text(
        en: """
          What a command decides to send waits here; `outbox deliver` and `tick --deliver` hand it
          over. An entry whose fate nobody knows is never sent again by itself: say what became of
          it with `settle`.
          """,
        pt: """
          O que um comando decide enviar espera aqui; `outbox deliver` e `tick --deliver` entregam.
          Um item cujo destino ninguém sabe nunca é reenviado sozinho: diga o que houve com `settle`.
          """),
      commands: [.outboxList, .outboxShow, .outboxDeliver, .outboxSettle, .outboxRetry])
  }
}

extension CommandSpec<Action> {
  static var outboxList: CommandSpec {
    CommandSpec(
      name: "list",
      summary: Text(
        en: "What waits to be sent; all with --all.", pt: "O que espera envio; tudo com --all."),
      options: [.all, .state(DeliveryState.self), .contact, .sort, .limit],
      action: .read(nil, list))
  }

  static var outboxShow: CommandSpec {
    CommandSpec(
      name: "show", summary: Text(en: "One entry, whole.", pt: "Um item, inteiro."),
      arguments: [.record(.outbox)], action: .read(nil, show))
  }

  private static func list(
    _ desk: Desk, _ store: StoreReader, _ words: ParsedWords
  ) throws -> Output {
    let state = try words.choice(.state(DeliveryState.self), DeliveryState.self)
    let contact = try words.value(.contact).map { try desk.contact($0, in: store).id }
    func isWanted(_ entry: OutboxEntry) throws -> Bool {
      try (state.map { $0 == entry.state } ?? (words.has(.all) || entry.state.isOpen))
        && (contact.map { $0 == entry.contact } ?? true) && desk.sees(entry, store)
    }
    let list = try RecordList<OutboxEntry>("outbox", columns, desk, words) { entry in
      [
        String(entry.id.number), try desk.times().compact(entry.queuedAt), entry.to,
        entry.kind.rawValue, entry.state.rawValue, String(entry.attempts), entry.reason ?? "-",
      ]
    }
    if words.has(.all) || state.map({ !$0.isOpen }) ?? false {
      try store.forEach(OutboxEntry.self) { if try isWanted($0) { try list.add($0.masked) } }
    } else {
      try store.forEachOpen(OutboxEntry.self) { if try isWanted($0) { try list.add($0.masked) } }
    }
    return try list.output()
  }

  private static func show(
    _ desk: Desk, _ store: StoreReader, _ words: ParsedWords
  ) throws -> Output {
    let entry = try desk.record(OutboxEntry.self, words.arguments[0], in: store)
    guard try desk.sees(entry, store) else {
      throw Failure.noSuchRecord("outbox", words.arguments[0])
    }
    return Output(
      .one(
        schema: "outbox", entry.masked.fullJSON,
        text: try desk.sheet(entry.masked, names: desk.names(contact: entry.contact, store))))
  }

  private static var columns: [Table.Column] {
    [
      Table.Column(Text("id"), key: "id"),
      Table.Column(Text(en: "queued", pt: "desde"), key: "queuedAt"),
      Table.Column(Text(en: "to", pt: "para"), key: "to"),
      Table.Column(Text(en: "kind", pt: "tipo"), key: "kind"),
      Table.Column(Text(en: "state", pt: "situação"), key: "state"),
      Table.Column(Text(en: "attempts", pt: "tentativas"), key: "attempts"),
      Table.Column(Text(en: "reason", pt: "motivo"), key: "reason", shrinks: true),
    ]
  }
}

extension Desk {
  /// An entry is seen by who sees the conversation that it belongs to.
  func sees(_ entry: OutboxEntry, _ store: some StoreReading) throws -> Bool {
    guard let conversation = try entry.conversation.flatMap({ try store.find($0) }) else {
      return actor.seesAll || entry.agent == actor.agent
    }
    return try sees(conversation)
  }
}
