import DeskCore
import DeskStore
import DeskTestSupport
import Foundation
import JSON
import Testing

/// `contact erase`: afterwards no byte of the person is found in the whole data folder.
struct EraseTests {
  private static let phone = "5511987654321"
  static let texts = [
    "Cadê a minha nota fiscal?", "obrigada pela atenção", "carteira perdida",
  ]

  /// A desk on which Carla Dias, contact 1, did whatever leaves a trace.
  static func desk() throws -> TestDesk {
    let desk = try TestDesk.sample()
    func run(_ words: String..., input: String = "") {
      let answer = desk.run(words, input: input)
      #expect(answer.status == 0, "\(words): \(answer.error)")
    }
    run("contact", "set", "1", "--name", "Carla Dias Müller")
    run(
      "config", "set", "outbox.mail.transport=file",
      "desk.passwordLink=https://desk.example/{token}")
    run("agent", "set", "ana", "--notify-email", "ana@horizonte.example")
    for (place, text) in texts.enumerated() {
      run("whatsapp", "receive", "-", input: body("wamid.\(place)", text))
    }
    // Somebody else gives Carla's e-mail.
    run("whatsapp", "receive", "-", input: body("wamid.x", "oi", from: "5511911112222"))
    run(
      "whatsapp", "receive", "-",
      input: body("wamid.y", "carla@loja.com.br", from: "5511911112222"))
    try desk.write("nota.txt", "recibo de Carla Dias Müller\n")
    run(
      "conversation", "say", "1", "Segue, Carla Dias Müller.", "--as", "ana", "--file", "nota.txt")
    run("outbox", "deliver")
    run("conversation", "say", "1", "Chegou?", "--as", "ana")
    run("conversation", "forward", "1", "vendas", "--comment", "a Carla Dias Müller quer desconto")
    run("ticket", "note", "1", "ligar para 11 98765-4321")
    run("ticket", "add", "--contact", "1", "--title", "Carla", "--team", "vendas", "--agent", "bia")
    run(
      "ticket", "add", "--contact", "2", "--title", "Indicado por Carla Dias Müller", "--team",
      "vendas", "--agent", "bia")
    run("ticket", "note", "4", "falar com carla@loja.com.br ou +55 11 98765-4321")
    for time in ["10:30", "12:00"] {
      run(
        "schedule", "add", "--contact", "1", "--agent", "ana", "--at", "2026-12-04T\(time)", "-m",
        "Oi, {contact.name}!", "--comment", "visita à Carla", "--action",
        "openTicketAndNotify")
    }
    desk.now = TestDesk.start + 900
    run("tick")
    run("contact", "set", "1", "--phones", "(11) 98765-4321,(21) 3333-4444")
    try leave(desk)
    return desk
  }

  /// What crashes and hands leave.
  private static func leave(_ desk: TestDesk) throws {
    try desk.write("data/quarantine/1796390400-0-log_2026-12-04.jsonl", "x \(phone) y\n")
    try desk.write("data/quarantine/1796390401-0-conversations_0000_01.jsonl", "{\"id\":1\n")
    try desk.write("data/.deskctl-new-presence.json", "Carla Dias Müller")
    let store = try Store(desk.root + "/data", now: desk.now)
    _ = try store.write(patience: 1) { transaction in
      var status = StatusLine()
      status.message = "000001.json"
      status.status = "read"
      try transaction.apply([
        .status(status),
        .event(
          Event(
            at: desk.now, actor: "ana", record: Reference(.contact, 1), what: "noted",
            detail: ["Carla Müller", "+\(phone)"])),
        .event(
          Event(
            at: desk.now, actor: "ana", record: Reference(.contact, 2), what: "noted",
            detail: ["veio com Carla Dias Müller"])),
      ])
    }
  }

  private static func body(_ id: String, _ text: String, from: String = phone) -> String {
    let name = from == phone ? #"Carla M\u00fcller"# : "Davi"
    return #"{"entry":[{"changes":[{"field":"messages","value":{"contacts":[{"wa_id":"\#(from)","#
      + #""profile":{"name":"\#(name)"}}],"messages":[{"id":"\#(id)","from":"\#(from)","#
      + #""timestamp":"1796390000","type":"text","text":{"body":"\#(text)"}}]}}]}]}"#
  }

  /// All by which Carla is known.
  private static let needles =
    [
      "Carla", "carla", "Müller", "5511987654321", "551187654321", "11987654321", "1187654321",
      "98765-4321", "8765-4321", "987654321", "2133334444", "3333-4444", "carla@", "wamid.0",
      "wamid.1", "wamid.2", "recibo de", "Chegou?", "visita à", "desconto",
    ] + texts

  /// Where any of them stands, in a file or in its name.
  private func found(_ desk: TestDesk) throws -> [String] {
    try desk.files().filter { $0.key.hasPrefix("data/") }.flatMap { name, bytes in
      Self.needles.filter { needle in
        name.contains(needle) || bytes.range(of: Data(needle.utf8)) != nil
      }.map { "\(name): \($0)" }
    }.sorted()
  }

  @Test func `no byte of the person is found in the whole data folder`() throws {
    let desk = try Self.desk()
    let before = try found(desk)
    #expect(before.count > 60)
    for folder in [
      "contacts", "conversations", "tickets", "schedules", "outbox", "notifications", "index",
      "inbox", "statuses", "log", "files", "quarantine", "outgoing",
    ] {
      let isThere = try desk.files().keys.contains { $0.hasPrefix("data/\(folder)/") }
      #expect(isThere, "\(folder)")
      if folder != "statuses" {
        #expect(before.contains { $0.hasPrefix("data/\(folder)/") }, "\(folder)")
      }
    }
    let erased = desk.run("contact", "erase", "1", "--yes")
    #expect(erased.status == 0, "\(erased.error)")
    let left = try found(desk)
    #expect(left == [])
    let doctor = desk.run("doctor")
    #expect(doctor.status == 0, "\(doctor.output)")
  }

  @Test func `tickets keep their numbers, others keep what is theirs, the log says it was done`()
    throws
  {
    let desk = try Self.desk()
    let others = try desk.record(of: 2)
    desk.run("contact", "erase", "1", "--yes")
    let tickets = desk.run("ticket", "list", "--all", "--jsonl", "--fields", "number,title,state")
    #expect(
      tickets.output.hasPrefix(
        """
        {"number":1,"title":"(apagado)","state":"closed"}
        {"number":2,"title":"(apagado)","state":"closed"}
        {"number":3,"title":"(apagado)","state":"closed"}
        {"number":4,"title":"Indicado por •••","state":"open"}

        """))
    #expect(try desk.record(of: 2) == others)
    let log = desk.run("log", "--record", "contact/1", "--jsonl").output
    #expect(log.contains(#""what":"erased""#))
    #expect(desk.run("contact", "show", "1").status == 3)
    #expect(!desk.run("outbox", "list", "--jsonl").output.contains(#""contact":1,"#))
    // The next contact is a new one.
    let added = desk.run("contact", "add", "--name", "Carla", "--phones", "(11) 98765-4321")
    #expect(added.status == 0, "\(added.error)")
    #expect(!added.output.hasPrefix("contact/1 "))
  }

  @Test func `a rehearsal and a question that nobody answers change nothing`() throws {
    let desk = try Self.desk()
    let before = try desk.files()
    let asked = desk.run("contact", "erase", "1")
    #expect(asked.status == 2)
    #expect(asked.error.contains("needs_yes"))
    let rehearsed = desk.run("contact", "erase", "carla@loja.com.br", "-n", "--json")
    #expect(rehearsed.status == 0, "\(rehearsed.error)")
    #expect(rehearsed.output.contains(#""dryRun": true"#))
    #expect(try desk.files() == before)
  }

  @Test func `what others share stays, and is named where it cannot go`() throws {
    let desk = try TestDesk.sample()
    desk.run("contact", "add", "--name", "Caio Prado", "--emails", "carla@loja.com.br")
    desk.run(
      "ticket", "add", "--contact", "2", "--title", "x", "--team", "vendas", "--agent", "bia")
    desk.run("ticket", "note", "1", "falar com carla@loja.com.br")
    desk.run("contact", "erase", "1", "--yes")
    #expect(desk.run("ticket", "show", "1").output.contains("falar com carla@loja.com.br"))
    #expect(desk.run("contact", "list", "--match", "Caio").output.contains("carla@loja.com.br"))
    #expect(desk.run("doctor").status == 0)
  }
}

extension TestDesk {
  /// A contact without what is shown beside it.
  fileprivate func record(of contact: Int) throws -> [String: JSONValue] {
    let shown = try json("contact", "show", String(contact)).object
    let others = ["tickets", "conversations"]
    return Dictionary(
      uniqueKeysWithValues: (shown.map(Array.init) ?? []).filter { !others.contains($0.key) })
  }
}
