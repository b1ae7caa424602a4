import DeskCore
import DeskSystem

/// What goes in and out in bulk.
struct BulkContests {
  let scratch: Scratch

  func contacts() throws -> Contest {
    let (ours, theirs) = (100_000, 10_000)
    let rows = (0..<ours).map { row in
      "Pessoa Número \(row),+55119\(80_000_000 + row),pessoa\(row)@example.com\n"
    }
    try scratch.write("contacts.csv", "nome,telefone,email\n" + rows.joined())
    let tasks = (0..<theirs).map { row in
      #"{"description":"Pessoa Número \#(row)","project":"vendas","entry":"20261204T102000Z"}"#
    }
    try scratch.write("tasks.json", "[" + tasks.joined(separator: ",\n") + "]\n")
    return Contest(
      title: "Import of contacts, the time of one row compared", runs: 3,
      first: Contender(running: "deskctl contact import FILE  (100,000 rows)", units: ours) { run in
        _ = try BenchDesk("import\(run)", in: scratch)
      } program: { run in
        let folder = scratch.path("import\(run)")
        return scratch.program(
          scratch.deskctl,
          [
            "--config", folder + "/config", "--data", folder + "/data", "--now", BenchDesk.start,
            "contact", "import", scratch.path("contacts.csv"),
          ])
      },
      peers: [(taskwarrior(theirs), .atLeast(5))])
  }

  private func taskwarrior(_ count: Int) -> Contender {
    Contender(running: "task import FILE  (10,000 rows)", units: count) { run in
      try scratch.run("mkdir", [scratch.path("tasks\(run)")])
    } program: { run in
      scratch.program(
        "task",
        [
          "rc:/dev/null", "rc.confirmation=no", "rc.data.location=\(scratch.path("tasks\(run)"))",
          "import", scratch.path("tasks.json"),
        ])
    }
  }

  func tickets() throws -> Contest {
    let count = 10_000
    let desk = try BenchDesk("tickets", in: scratch)
    try desk.fillContacts(1000)
    try desk.fill(1...count, at: BenchDesk.instant) { number, _ in .ticket(Self.ticket(number)) }
    let database = try scratch.makeDatabase("tickets.db", Self.table(count))
    return Contest(
      title: "A list of 10,000 records as JSON", runs: 15,
      first: Contender(running: "deskctl ticket list --all --jsonl >/dev/null") { _ in
        scratch.unread(scratch.deskctl, desk.words("ticket", "list", "--all", "--jsonl"))
      },
      peers: [
        (
          Contender(running: "sqlite3 -json FILE 'select * from tickets' >/dev/null") { _ in
            scratch.unread("sqlite3", ["-json", database, "select * from tickets"])
          }, .atMost(2)
        )
      ])
  }

  private static func ticket(_ number: Int) -> Ticket {
    var ticket = Ticket()
    ticket.id = Ticket.ID(number)
    ticket.title = "Segunda via do boleto \(number)"
    ticket.contact = Contact.ID(1 + number % 1000)
    ticket.team = try? Team.ID(text: "vendas")
    ticket.assignee = try? Agent.ID(text: "ana")
    ticket.openedAt = BenchDesk.instant + 60 * number
    if number % 2 == 0 {
      ticket.state = .closed
      ticket.closedAt = ticket.openedAt + 3600
    }
    return ticket
  }

  /// The same records, every field a column.
  private static func table(_ count: Int) -> String {
    """
    create table tickets (number integer primary key, rev, title, state, origin, contact,
      conversation, team, assignee, category, ticketType, priority, openedAt, closedAt, schedule,
      comments);
    with recursive n(i) as (select 1 union all select i + 1 from n where i < \(count))
    insert into tickets select i, 1, 'Segunda via do boleto ' || i, iif(i % 2, 'open', 'closed'),
      'manual', 1 + i % 1000, null, 'vendas', 'ana', null, null, null,
      strftime('%Y-%m-%dT%H:%M:%SZ', 1782866400 + 60 * i),
      iif(i % 2, null, strftime('%Y-%m-%dT%H:%M:%SZ', 1782870000 + 60 * i)), null, '[]' from n;
    """
  }
}
