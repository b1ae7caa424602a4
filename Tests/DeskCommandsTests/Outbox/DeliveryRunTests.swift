import DeskCore
import DeskStore
import DeskTestSupport
import Testing

/// Runs over the outbox: who waits for whom, for how long, and who is told.
struct DeliveryRunTests {
  /// A desk whose messages a shell script takes; it sees each as `$m`.
  private func desk(_ script: String, _ more: String...) throws -> TestDesk {
    let desk = try TestDesk.sample()
    try set(desk, script)
    if !more.isEmpty { #expect(desk.run(["config", "set"] + more).status == 0) }
    return desk
  }

  private func set(_ desk: TestDesk, _ script: String) throws {
    let command = "m=$(cat); \(script)"
    let set = desk.run(
      "config", "set", "outbox.transport=command", "outbox.command=\(command)",
      "outbox.mail.transport=command", "outbox.mail.command=\(command)")
    try #require(set.status == 0, "\(set.error)")
  }

  private func email(_ entry: inout OutboxEntry) {
    entry.channel = .email
    entry.to = "carla@loja.com.br"
  }

  private func states(_ desk: TestDesk) throws -> [String] {
    try desk.read { store in
      var states: [String] = []
      try store.forEach(OutboxEntry.self) { states.append($0.state.rawValue) }
      return states
    }
  }

  @Test func `D1 a command's exit status says what became of a message`() throws {
    let cases = [
      (#"echo '{"id":"x.1"}'"#, "sent", "x.1"), ("true", "sent", "-"),
      ("echo 'não é JSON'", "sent", "-"),
      ("echo ocupado >&2; exit 75", "queued", "command 75: ocupado"),
      ("echo 'número ruim' >&2; echo mais >&2; exit 1", "failed", "command 1: número ruim"),
      ("exit 3", "failed", "command 3"),
      ("no-such-program", "unknown", "command 127: /bin/sh: 1: no-such-program: not found"),
      ("echo ruim >&2; exit 126", "unknown", "command 126: ruim"),
      ("kill -9 $$", "unknown", "command signal 9"), ("sleep 30", "unknown", "command timeout"),
    ]
    for (script, state, reason) in cases {
      let desk = try desk(script, "outbox.timeout=1")
      let id = try desk.queue()
      desk.run("outbox", "deliver")
      let entry = try desk.entry(id)
      #expect(entry.state.rawValue == state, "\(script)")
      #expect((entry.reason ?? entry.provider ?? "-") == reason, "\(script)")
    }
  }

  @Test(arguments: ["no-such-program", "/no/such/program -v", "/etc/passwd"])
  func `D2 only a program that is not there has certainly sent nothing`(_ line: String) throws {
    for (command, state) in [(line, "queued"), ("true; \(line)", "unknown")] {
      let desk = try TestDesk.sample()
      let set = desk.run(
        "config", "set", "outbox.transport=command", "outbox.command=\(command)")
      try #require(set.status == 0, "\(set.error)")
      let id = try desk.queue()
      desk.run("outbox", "deliver")
      #expect(try desk.entry(id).state.rawValue == state, "\(command)")
    }
  }

  @Test func `D1 a command is given the whole message`() throws {
    let desk = try TestDesk.sample()
    try set(desk, "printf %s \"$m\" > '\(desk.root)/given'")
    let file = try desk.write { try $0.keep([1, 2, 3], named: "a.pdf") }
    try desk.queue {
      $0.body.files = [file]
      $0.body.parameters = [TemplateParameter(key: "1", value: "um")]
    }
    desk.run("outbox", "deliver")
    let path = desk.root + "/data/" + Layout.file(sha256: file.sha256)
    let given = #"""
      {"id":1,"channel":"whatsapp","to":"+5511987654321","number":"207700011122233","kind":"text","subject":null,"text":"Bom dia!","template":null,"language":null,"parameters":{"1":"um"},"files":[{"name":"a.pdf","path":"PATH"}],"contact":1,"conversation":null}
      """#
    #expect(try desk.read("given") == given.replacing("PATH", with: path))
  }

  @Test func `D1 one that waits holds its contact's others and nobody else's`() throws {
    let desk = try desk(#"case $m in *'"contact":1,'*) exit 75;; esac"#)
    try desk.queue()
    try desk.queue()
    try desk.queue { $0.contact = Contact.ID(2) }
    #expect(desk.run("outbox", "deliver").status == 10)
    #expect(try states(desk) == ["queued", "queued", "sent"])
    #expect(try desk.entry(OutboxEntry.ID(2)).attempts == 0)
  }

  @Test func `D1 pauses grow to an hour, and after a day it fails for good`() throws {
    let desk = try desk("exit 75")
    let id = try desk.queue()
    var pauses: [Int] = []
    while try desk.entry(id).state == .queued {
      desk.run("outbox", "deliver")
      let entry = try desk.entry(id)
      guard let retry = entry.retryAt, entry.state == .queued else { break }
      pauses.append(retry - desk.now)
      desk.now = retry - 1
      let attempts = entry.attempts
      desk.run("outbox", "deliver")
      #expect(try desk.entry(id).attempts == attempts)
      desk.now = retry
    }
    #expect(Array(pauses.prefix(8)) == [60, 120, 240, 480, 960, 1920, 3600, 3600])
    #expect(pauses.dropFirst(8).allSatisfy { $0 == 3600 })
    let entry = try desk.entry(id)
    #expect(entry.state == .failed && entry.reason == "undeliverable")
    #expect(desk.now - (entry.firstTriedAt ?? desk.now) >= 86_400)
    #expect(try desk.notifications().map(\.outbox) == [id])
    // A person may have it tried from the beginning.
    #expect(desk.run("outbox", "retry", "1").status == 0)
    desk.run("outbox", "deliver")
    #expect(try desk.entry(id).state == .queued)
  }

  @Test func `D1 who fails is told unless no person wrote it`() throws {
    for (script, state) in [("exit 1", "failed"), ("kill -9 $$", "unknown")] {
      let desk = try desk(script)
      let written = try desk.queue()
      try desk.queue {
        $0.automatic = true
        $0.contact = Contact.ID(2)
      }
      desk.run("outbox", "deliver")
      #expect(try states(desk) == [state, state])
      #expect(try desk.notifications().map(\.outbox) == [written])
      #expect(try desk.notifications().map(\.agent?.text) == ["ana"])
    }
  }

  @Test func `D3 statuses that came before their message was recorded count`() throws {
    let desk = try desk(#"echo '{"id":"x.1"}'"#)
    let id = try desk.queue()
    try desk.write { transaction in
      for (message, status) in [("x.1", "read"), ("x.1", "sent"), ("x.2", "failed")] {
        var line = StatusLine()
        line.message = message
        line.status = status
        line.at = desk.now
        try transaction.apply([.status(line)])
      }
    }
    desk.run("outbox", "deliver")
    #expect(try desk.entry(id).status == .read)
    #expect(try desk.entry(id).state == .sent)
  }

  // MARK: Outages

  @Test func `D1 an outage is told once when it begins and once when it is over`() throws {
    let desk = try desk("true")
    let mail = "outbox.mail.program=\(desk.root)/none"
    desk.run(
      "config", "set", "outbox.mail.transport=sendmail", "outbox.mail.from=a@loja.com.br", mail)
    for _ in 1...3 { try desk.queue(email) }
    func deliver() -> TestDesk.Answer {
      desk.now = desk.now + 3600
      return desk.run("outbox", "deliver")
    }
    let first = deliver()
    #expect(first.error.contains("warning: outage: nothing leaves by email"), "\(first.error)")
    #expect(first.status == 10 && first.output.isEmpty)
    // One try is enough to know that it does not work.
    #expect(try desk.entry(OutboxEntry.ID(2)).attempts == 0)
    #expect(desk.run("status").status == 1)
    #expect(desk.run("status").output.contains("nothing leaves by email"))
    #expect(deliver().error.isEmpty)
    desk.run(
      "config", "set", "outbox.mail.transport=command", "outbox.mail.command=cat >/dev/null")
    let last = deliver()
    #expect(last.error.contains("email works again"), "\(last.error)")
    #expect(
      try Set(states(desk)) == ["queued", "sent"] || states(desk).allSatisfy { $0 == "sent" })
    #expect(!desk.run("status").output.contains("nothing leaves"))
    #expect(deliver().error.isEmpty)
  }

  @Test func `D1 an outage of one channel does not hold the other`() throws {
    let desk = try desk("true")
    desk.run(
      "config", "set", "outbox.mail.transport=sendmail", "outbox.mail.from=a@loja.com.br",
      "outbox.mail.program=/no/such")
    try desk.queue(email)
    try desk.queue()
    desk.run("outbox", "deliver")
    #expect(try states(desk) == ["queued", "sent"])
  }

  // MARK: The window

  @Test func `C13 free text outside the window is not sent, and its agent told`() throws {
    let desk = try desk("true", "whatsapp.window=yes", "whatsapp.numbers=106,107")
    try desk.write { transaction in
      for (id, number, hours) in [(1, "106", 25), (2, "106", 23), (3, "107", 1)] {
        var contact = try transaction.get(Contact.ID(id))
        var line = ContactLine()
        line.number = try PhoneNumberID(text: number)
        line.address = "+5511987654321"
        line.lastInboundAt = desk.now - hours * 3600
        contact.lines = [line]
        try transaction.apply([.contact(contact)])
      }
    }
    for id in 1...3 { try desk.queue { $0.contact = Contact.ID(id) } }
    try desk.queue {
      $0.contact = Contact.ID(3)
      $0.number = try? PhoneNumberID(text: "107")
    }
    try desk.queue {
      $0.contact = Contact.ID(4)
      $0.kind = .template
    }
    try desk.queue { $0.channel = .email }
    #expect(desk.run("outbox", "deliver").status == 0)
    #expect(try states(desk) == ["not_sent", "sent", "not_sent", "sent", "sent", "sent"])
    #expect(try desk.entry(OutboxEntry.ID(1)).reason == "window_closed")
    #expect(try desk.entry(OutboxEntry.ID(1)).attempts == 0)
    #expect(try desk.notifications().map(\.outbox?.number) == [1, 3])
  }

  @Test func `S11 a schedule's free text fails at firing where the window is closed`() throws {
    let desk = try desk("true", "whatsapp.window=yes")
    desk.run(
      "schedule", "add", "--contact", "2", "--agent", "ana", "--at", "+1h", "-m", "Oi", "--comment",
      "c")
    desk.now = desk.now + 3600
    desk.run("tick")
    let schedule = try desk.read { try $0.get(Schedule.ID(1)) }
    #expect(schedule.state == .failed && schedule.reason == .windowClosed)
  }
}
