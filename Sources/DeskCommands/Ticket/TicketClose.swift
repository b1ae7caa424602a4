import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var ticketClose: CommandSpec {
    CommandSpec(
      name: "close",
      summary: Text(
        en: "Close tickets; their conversations stay open.",
        pt: "Fecha chamados; as conversas continuam abertas."),
      arguments: [.records(.ticket)], options: [.ifRevision], action: .write(.editTickets, close))
  }

  static var ticketReopen: CommandSpec {
    CommandSpec(
      name: "reopen",
      summary: Text(en: "Open closed tickets again.", pt: "Reabre chamados fechados."),
      arguments: [.records(.ticket)], options: [.ifRevision], action: .write(.editTickets, reopen))
  }

  private static func close(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    try desk.move(words, to: .closed, "closed", transaction)
  }

  private static func reopen(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    try desk.move(words, to: .open, "reopened", transaction)
  }
}

extension Desk {
  /// Puts the tickets that are named into a state; those that are in it already stay as they are.
  fileprivate func move(
    _ words: ParsedWords, to state: TicketState, _ what: String, _ transaction: Transaction
  ) throws -> Output {
    let changes = try self.words(words.arguments).map { word in
      var ticket = try ticket(word, in: transaction)
      if ticket.state == state { return Output.Change.unchanged(ticket, self) }
      ticket.state = state
      ticket.closedAt = state == .closed ? try now() : nil
      return try saved(ticket, what, transaction)
    }
    return Output(.changed(schema: "ticket", changes))
  }
}
