import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var ticketAssign: CommandSpec {
    CommandSpec(
      name: "assign",
      summary: Text(
        en: "Give a ticket to an agent, to a team, or to nobody.",
        pt: "Passa um chamado para um atendente, uma equipe ou ninguém."),
      examples: [
        Example(
          "deskctl ticket assign 7 --agent ana",
          Text(en: "of the ticket's team", pt: "da equipe do chamado")),
        Example(
          "deskctl ticket assign 7 --team financeiro",
          Text(
            en: "moves it; nobody there has it yet", pt: "muda de equipe; ninguém de lá o tem ainda"
          )),
      ],
      arguments: [.record(.ticket)], options: [.agent, .team, nobody, .ifRevision],
      action: .write(.editTickets, run))
  }

  private static var nobody: OptionSpec {
    .flag("nobody", Text(en: "takes it from whoever has it", pt: "tira de quem o tem"))
  }

  private static func run(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    let old = try desk.ticket(words.arguments[0], in: transaction)
    var ticket = old
    if let typed = words.value(.team) {
      let team = try desk.id(Team.self, typed)
      if team != ticket.team { ticket.assignee = nil }
      ticket.team = team
    }
    if words.has(nobody) { ticket.assignee = nil }
    if let typed = words.value(.agent) { ticket.assignee = try desk.id(Agent.self, typed) }
    guard words.has(nobody) || words.value(.team) != nil || words.value(.agent) != nil else {
      throw Failure.missing("--agent", "ana")
    }
    if ticket == old { return Output(.changed(schema: "ticket", [.unchanged(old, desk)])) }
    try desk.checkAssignee(of: ticket)
    let detail = ["team \(ticket.team?.text ?? "-")", "assignee \(ticket.assignee?.text ?? "-")"]
    return try desk.save(ticket, "assigned", transaction, detail)
  }
}
