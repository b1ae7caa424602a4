import CommandLineKit
import DeskCore
import DeskStore

/// The options that say what a ticket is.
enum TicketOptions {
  static let title = OptionSpec.value(
    "title", "TEXT", Text(en: "what it is about", pt: "do que se trata"))
  static let category = OptionSpec.value(
    "category", "CATEGORY", Text(en: "its category", pt: "a categoria"),
    completion: .dynamic("category"))
  static let ticketType = OptionSpec.value(
    "ticket-type", "TYPE", Text(en: "its type", pt: "o tipo"), completion: .dynamic("ticket-type"))
  static let priority = OptionSpec.value(
    "priority", "PRIORITY", Text(en: "its priority", pt: "a prioridade"),
    completion: .dynamic("priority"))
  static let comment = OptionSpec.value(
    "comment", "TEXT", Text(en: "an internal note", pt: "um comentário interno"))
}

extension CommandSpec<Action> {
  static var ticketAdd: CommandSpec {
    CommandSpec(
      name: "add", summary: Text(en: "Open a ticket by hand.", pt: "Abre um chamado manualmente."),
      examples: [
        Example(
          "deskctl ticket add --contact carla@loja.com.br --team suporte --title 'Nota não saiu'",
          Text(en: "in the team's new ones", pt: "entre os novos da equipe"))
      ],
      options: [
        .contact, TicketOptions.title, .team, .agent, TicketOptions.category,
        TicketOptions.ticketType, TicketOptions.priority, TicketOptions.comment,
      ],
      action: .write(.editTickets, run))
  }

  private static func run(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    guard let title = try words.value(TicketOptions.title).map({ try desk.text($0) }),
      !title.trimmed.isEmpty
    else { throw Failure.missing("--title", "'Nota não saiu'") }
    guard let team = words.value(.team) else { throw Failure.missing("--team", "suporte") }
    var ticket = Ticket()
    ticket.id = Ticket.ID(try transaction.nextNumber(.ticket))
    ticket.title = title
    ticket.contact = try words.value(.contact).map { try desk.contact($0, in: transaction).id }
    ticket.team = try desk.id(Team.self, team)
    ticket.assignee = try words.value(.agent).map { try desk.id(Agent.self, $0) }
    ticket.category = try words.value(TicketOptions.category).map {
      try desk.id(DeskCore.Category.self, $0)
    }
    ticket.ticketType = try words.value(TicketOptions.ticketType).map {
      try desk.id(TicketType.self, $0)
    }
    ticket.priority = try words.value(TicketOptions.priority).map { try desk.id(Priority.self, $0) }
    ticket.openedAt = try desk.now()
    if let comment = words.value(TicketOptions.comment) {
      ticket.comments = [
        TicketComment(at: try desk.now(), author: desk.actor.name, text: try desk.text(comment))
      ]
    }
    try desk.checkAssignee(of: ticket)
    return try desk.save(ticket, "opened", transaction)
  }
}

extension Desk {
  /// An assignee is a member of the ticket's team.
  func checkAssignee(of ticket: Ticket) throws {
    guard let agent = ticket.assignee, let team = ticket.team else { return }
    guard try agents[agent]?.teams.contains(team) ?? false else {
      let members = try agents.entries.filter { $0.value.teams.contains(team) }.map(\.id)
      throw ScheduleRefusal.agentNotInTeam(agent: agent, team: team, members: members)
    }
  }

  /// Stores a ticket and says what became of it.
  func save(
    _ ticket: Ticket, _ what: String, _ transaction: Transaction, _ detail: [String] = []
  ) throws -> Output {
    Output(.changed(schema: "ticket", [try saved(ticket, what, transaction, detail)]))
  }

  func saved(
    _ ticket: Ticket, _ what: String, _ transaction: Transaction, _ detail: [String] = []
  ) throws -> Output.Change {
    try transaction.apply([
      .ticket(ticket), try event(ticket.reference, what, detail),
    ])
    return try change(transaction.get(ticket.id), what)
  }
}
