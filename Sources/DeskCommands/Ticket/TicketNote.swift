import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var ticketNote: CommandSpec {
    CommandSpec(
      name: "note",
      summary: Text(
        en: "Add an internal comment; it is never sent.",
        pt: "Acrescenta um comentário interno; nunca é enviado."),
      examples: [
        Example(
          "deskctl ticket note 7 'ligar depois das 14h'", Text(en: "a line", pt: "uma linha")),
        Example("deskctl ticket note 7 @nota.txt", Text(en: "from a file", pt: "de um arquivo")),
      ],
      arguments: [
        .record(.ticket),
        ArgumentSpec("TEXT", Text(en: "the comment, or @FILE", pt: "o comentário, ou @ARQUIVO")),
      ],
      options: [.ifRevision], action: .write(.editTickets, run))
  }

  private static func run(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    var ticket = try desk.ticket(words.arguments[0], in: transaction)
    let text = try desk.text(words.arguments[1])
    guard !text.trimmed.isEmpty else { throw Failure.missing("TEXT", "'ligar depois das 14h'") }
    ticket.comments.append(
      TicketComment(at: try desk.now(), author: desk.actor.name, text: text))
    return try desk.save(ticket, "noted", transaction)
  }
}
