import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var conversationLink: CommandSpec {
    CommandSpec(
      name: "link",
      summary: Text(
        en: "Link messages to a ticket that is there.",
        pt: "Vincula mensagens a um chamado que já existe."),
      discussion: Text(
        en: """
          A message may be linked to several tickets, and a ticket hold messages of several
          conversations. With `--since` it says how many messages there are and asks first.
          """,
        pt: """
          Uma mensagem pode ser vinculada a vários chamados, e um chamado pode ter mensagens de várias
          conversas. Com `--since` diz quantas são e pergunta antes.
          """),
      examples: [
        Example(
          "deskctl conversation link 3 --ticket 7 --messages 1,3-5",
          Text(en: "four messages", pt: "quatro mensagens")),
        Example(
          "deskctl conversation link 3 --ticket 7 --since 3h --yes",
          Text(en: "those of the last three hours", pt: "as das últimas três horas")),
      ],
      arguments: [.record(.conversation)],
      options: [ticket, MessageChoice.messages, MessageChoice.since, .ifRevision],
      action: .steps(.work, run))
  }

  private static let ticket = OptionSpec.value(
    "ticket", "TICKET", Text(en: "the ticket", pt: "o chamado"), completion: .dynamic("ticket"))

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    guard let typed = words.value(ticket) else { throw Failure.missing("--ticket", "7") }
    let chosen = try desk.reading { store in
      try MessageChoice.chosen(
        of: desk.conversation(words.arguments[0], in: store), desk, store, words)
    }
    guard let chosen else { throw Failure.missing("--messages", "1,3-5") }
    if words.value(MessageChoice.since) != nil {
      let count = MessageChoice.count(chosen)
      let question = Text(
        en: "Link \(count.en) to ticket \(typed)?", pt: "Vincular \(count.pt) ao chamado \(typed)?")
      guard try desk.confirm(question) else { return Output(.nothing, exit: .no) }
    }
    return try desk.transaction(expectedRevision: words.expectedRevision()) { transaction in
      let conversation = try desk.conversationToWork(words.arguments[0], in: transaction)
      return try desk.link(
        chosen, of: conversation, to: desk.ticket(typed, in: transaction), transaction)
    }
  }
}

extension Desk {
  /// C10: what is linked already stays as it is.
  fileprivate func link(
    _ chosen: MessageSelection, of conversation: Conversation, to ticket: Ticket,
    _ transaction: Transaction
  ) throws -> Output {
    var linked = ticket
    // A ticket that is bound to the conversation has all of it.
    let count =
      ticket.conversation == conversation.id ? 0 : linked.link(chosen, of: conversation.id)
    if count == 0 { return Output(.changed(schema: "ticket", [.unchanged(ticket, self)])) }
    var effects: [Effect] = [.ticket(linked)]
    if !conversation.tickets.contains(ticket.id) {
      var changed = conversation
      changed.tickets.append(ticket.id)
      effects.insert(.conversation(changed), at: 0)
    }
    let total = MessageChoice.count(chosen)
    effects.append(
      try event(ticket.reference, "linked", rule: "C10", [conversation.reference.text, total.en]))
    try transaction.apply(effects)
    let change = try self.change(transaction.get(ticket.id), "linked")
    return Output(
      .changed(
        schema: "ticket",
        [
          Output.Change(
            id: change.id, line: "\(change.line): \(total(language))", record: change.record)
        ]))
  }
}
