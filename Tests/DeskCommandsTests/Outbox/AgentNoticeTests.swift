import DeskCore
import DeskTestSupport
import Testing

/// D1: notifications that also leave the desk, to the agents who want that.
struct AgentNoticeTests {
  /// Agent ana's schedule, which only tells her of it, has fired.
  private func fired(_ settings: String...) throws -> TestDesk {
    let desk = try TestDesk.sample()
    for setting in settings {
      let words =
        ["agent", "set", "ana"] + setting.split(separator: "=", maxSplits: 1).map(String.init)
      try #require(desk.run(words).status == 0)
    }
    desk.run(
      "schedule", "add", "--contact", "1", "--agent", "ana", "--at", "+1h", "--action", "notify",
      "--comment", "cobrar a nota")
    desk.now = desk.now + 3600
    try #require(desk.run("tick").status == 0)
    return desk
  }

  @Test func `S13 an agent who set an address is written to, in the same transaction`() throws {
    let desk = try fired("--notify-email=ana@loja.com.br")
    let entry = try desk.entry(OutboxEntry.ID(1))
    #expect(entry.channel == .email && entry.to == "ana@loja.com.br")
    #expect(entry.contact == nil && entry.agent?.text == "ana" && entry.automatic)
    #expect(entry.body.text == (try desk.notifications().first?.text))
    #expect(entry.body.subject?.hasPrefix("[Horizonte Informática] ") == true)
    #expect(entry.body.subject?.contains("\n") == false)
  }

  @Test func `S13 an agent's command is given each notification`() throws {
    let desk = try fired("--notify-command=cat >>told", "--notify-email=ana@loja.com.br")
    desk.run("agent", "set", "ana", "--notify-command", "cat >>\(desk.root)/told")
    #expect(desk.run("outbox", "deliver").status == 0)
    #expect(try desk.read("told").contains("cobrar a nota"))
    #expect(try desk.entry(OutboxEntry.ID(1)).state == .sent)
    #expect(try desk.entry(OutboxEntry.ID(2)).state == .sent)
  }

  @Test func `S13 who set nothing gets nothing, and what fails is told to nobody`() throws {
    let quiet = try fired()
    #expect(quiet.run("outbox", "list", "--all").output.isEmpty)
    let desk = try fired("--notify-command=exit 1")
    desk.run("outbox", "deliver")
    #expect(try desk.entry(OutboxEntry.ID(1)).state == .failed)
    #expect(try desk.notifications().count == 1)
    // One who wants to be told no more leaves what waits without a command.
    let other = try fired("--notify-command=true")
    other.run("agent", "set", "ana", "--unset", "notify.command")
    other.run("outbox", "deliver")
    #expect(try other.entry(OutboxEntry.ID(1)).reason == "no command is set")
  }

  @Test func `S13 a rehearsal makes no entry`() throws {
    let desk = try TestDesk.sample()
    desk.run("agent", "set", "ana", "--notify-email", "ana@loja.com.br")
    desk.run(
      "schedule", "add", "--contact", "1", "--agent", "ana", "--at", "+1h", "--action", "notify",
      "--comment", "c")
    desk.now = desk.now + 3600
    #expect(desk.run("tick", "-n").status == 0)
    #expect(desk.run("outbox", "list", "--all").output.isEmpty)
  }
}
