import DeskCore
import DeskTestSupport
import Testing

/// What waits to leave tells what was written: it is seen by who sees the conversation.
struct OutboxSightTests {
  @Test func `C1 what goes to another agent's customer is not in the outbox's list`() throws {
    let desk = try TestDesk.sample()
    #expect(
      desk.run(
        "agent", "add", "caio", "--name", "Caio", "--role", "atendente", "--teams", "suporte"
      )
      .status == 0)
    Customer(desk, phone: "5511987654321").says("oi")
    func seen(by agent: String) -> String { desk.run("outbox", "list", "-q", "--as", agent).output }
    #expect(seen(by: "caio") == "1\n" && seen(by: "bruno") == "")
    #expect(desk.run("conversation", "say", "1", "Bom dia!", "--as", "ana").status == 0)
    #expect(seen(by: "ana") == "1\n2\n" && seen(by: "bia") == "1\n2\n")
    #expect(seen(by: "caio") == "" && seen(by: "bruno") == "")
    #expect(desk.run("outbox", "show", "2", "--as", "caio").status == 3)
  }

  @Test func `C1 what goes to an agent is seen by that agent`() throws {
    let desk = try TestDesk.sample()
    desk.run("agent", "set", "ana", "--notify-email", "ana@horizonte.example")
    desk.run(
      "schedule", "add", "--contact", "6", "--agent", "ana", "--at", "+1m", "--action", "notify",
      "--comment", "ligar")
    desk.now = desk.now + 60
    #expect(desk.run("tick").status == 0)
    #expect(desk.run("outbox", "list", "-q", "--as", "ana").output == "1\n")
    #expect(desk.run("outbox", "list", "-q", "--as", "bruno").output == "")
  }
}
