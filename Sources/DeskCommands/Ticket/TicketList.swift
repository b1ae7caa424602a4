import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var ticketList: CommandSpec {
    CommandSpec(
      name: "list",
      summary: Text(
        en: "Open tickets; all with --all.", pt: "Os chamados abertos; todos com --all."),
      options: [
        .all, .state(TicketState.self), .team, .agent, .contact, .from, .to, .sort, .limit,
      ],
      action: .read(nil, run))
  }

  private static func run(_ desk: Desk, _ store: StoreReader, _ words: ParsedWords) throws -> Output
  {
    let state = try words.choice(.state(TicketState.self), TicketState.self)
    let team = try words.value(.team).map { try desk.id(Team.self, $0) }
    let agent = try words.value(.agent).map { try desk.id(Agent.self, $0) }
    let contact = try words.value(.contact).map { try desk.contact($0, in: store).id }
    let from = try words.value(.from).map { try desk.time(.from, $0, purpose: .moment) }
    let to = try words.value(.to).map { try desk.time(.to, $0, purpose: .moment) }
    func isWanted(_ ticket: Ticket) -> Bool {
      (state.map { $0 == ticket.state } ?? (words.has(.all) || ticket.state == .open))
        && (team.map { $0 == ticket.team } ?? true)
        && (agent.map { $0 == ticket.assignee } ?? true)
        && (contact.map { $0 == ticket.contact } ?? true)
        && (from.map { ticket.openedAt >= $0 } ?? true)
        && (to.map { ticket.openedAt <= $0 } ?? true)
        && desk.actor.sees(ticket)
    }
    let list = try RecordList<Ticket>("ticket", columns, desk, words) { ticket in
      try cells(of: ticket, desk, store)
    }
    if let contact, words.has(.all) || state == .closed {
      let numbers = try store.numbers(.ticket, of: contact)
      for ticket in try store.records(numbers.reversed().map(Ticket.ID.init)) where isWanted(ticket)
      {
        try list.add(ticket)
      }
    } else if words.has(.all) || state == .closed {
      try store.forEach(Ticket.self) { if isWanted($0) { try list.add($0) } }
    } else {
      try store.forEachOpen(Ticket.self) { if isWanted($0) { try list.add($0) } }
    }
    return try list.output()
  }

  private static func cells(
    of ticket: Ticket, _ desk: Desk, _ store: StoreReader
  ) throws -> [String] {
    let contact = try ticket.contact.flatMap { try store.find($0) }
    return [
      String(ticket.id.number), ticket.title, contact?.displayName ?? "-",
      ticket.team?.text ?? "-", ticket.assignee?.text ?? "-", ticket.state.rawValue,
      try desk.times().compact(ticket.openedAt),
    ]
  }

  private static var columns: [Table.Column] {
    [
      Table.Column(Text(en: "number", pt: "número"), key: "number"),
      Table.Column(Text(en: "title", pt: "título"), key: "title", shrinks: true),
      Table.Column(Text(en: "contact", pt: "contato"), key: "contact", shrinks: true),
      Table.Column(Text(en: "team", pt: "equipe"), key: "team"),
      Table.Column(Text(en: "assignee", pt: "responsável"), key: "assignee"),
      Table.Column(Text(en: "state", pt: "situação"), key: "state"),
      Table.Column(Text(en: "opened", pt: "aberto em"), key: "openedAt"),
    ]
  }
}

extension Actor {
  /// C1 for tickets: their team's, their own, and all for who sees all.
  func sees(_ ticket: Ticket) -> Bool { sees(team: ticket.team, assignee: ticket.assignee) }
}

extension Desk {
  /// A ticket that this actor sees; what they do not see is as if it were not there.
  func ticket(_ word: String, in store: some StoreReading) throws -> Ticket {
    let ticket = try record(Ticket.self, word, in: store)
    guard actor.sees(ticket) else { throw Failure.noSuchRecord("ticket", word) }
    return ticket
  }
}
