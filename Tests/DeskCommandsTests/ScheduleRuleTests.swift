import DeskCore
import DeskTestSupport
import JSON
import Testing

/// Rules that show only where a command, the settings and the store meet.
struct ScheduleRuleTests {
  let add = ["schedule", "add", "--agent", "ana", "--comment", "x", "--at", "+1h"]

  @Test(arguments: [
    ["--contact", "1", "--every", "day"], ["--contact", "1", "--contact", "2"],
    ["--contact", "1,2"],
  ])
  func `S1 recurrence and lists are refused, with the way that works`(more: [String]) throws {
    let desk = try TestDesk.sample()
    let refused = desk.run(add + more)
    #expect(refused.status == 2)
    #expect(refused.error.contains("S1") && refused.error.contains("schedule clone"))
    #expect(desk.run("schedule", "list", "-q").output.isEmpty)
  }

  @Test func `S7 a role without schedule.manage may not, with it may`() throws {
    let desk = try TestDesk.sample()
    let line = add + ["--contact", "1", "--as", "ana"]
    #expect(desk.run(line).status == 11)
    #expect(desk.run(line).error.contains("S7"))
    #expect(desk.run("role", "set", "atendente", "--allow", "schedule.manage").status == 0)
    #expect(desk.run(line).status == 0)
    #expect(desk.run("role", "set", "atendente", "--deny", "schedule.manage").status == 0)
    #expect(desk.run("schedule", "cancel", "1", "--as", "ana").status == 11)
  }

  @Test func `W12 a message for a blocked contact is made, with a warning`() throws {
    let desk = try TestDesk.sample()
    #expect(desk.run("contact", "block", "1").status == 0)
    let added = desk.run(add + ["--contact", "1", "-m", "Oi"])
    #expect(added.status == 0)
    #expect(added.error.contains("W12"))
  }

  @Test func `C2 the shown name is the registered one, else the phone`() {
    var contact = Contact()
    contact.name = "Carla"
    contact.phones = PhoneNumber(e164: "+5511987654321").map { [$0] } ?? []
    #expect(contact.displayName == "+55 11 98765-4321")
    contact.registered = true
    #expect(contact.displayName == "Carla")
  }

  /// What each outbox entry of a desk has come to, by its number.
  func states(_ desk: TestDesk) throws -> [String?] {
    let listed = desk.run("outbox", "list", "--all", "--json").output
    return try JSONValue(parsing: listed)["data"]?.array?.map { $0["state"]?.string } ?? []
  }

  @Test func `D1 what is decided waits until a delivery, in its contact's order`() throws {
    let desk = try TestDesk.sample()
    try desk.write("a.txt", "a")
    try desk.write("b.txt", "b")
    let files = ["--file", desk.root + "/a.txt", "--file", desk.root + "/b.txt"]
    #expect(desk.run(add + ["--contact", "1", "-m", "Oi"] + files).status == 0)
    desk.now = desk.now + 3660
    #expect(desk.run("tick").status == 0)
    #expect(try states(desk) == ["queued", "queued"])
    #expect(desk.run("outbox", "deliver", "--limit", "1").status == 0)
    #expect(try states(desk) == ["sent", "queued"])
    #expect(desk.run("outbox", "deliver").status == 0)
    #expect(try states(desk) == ["sent", "sent"])
  }

  @Test func `D1 an entry that waits or is unknown holds those behind it`() {
    func entry(_ number: Int, _ contact: Int, _ state: DeliveryState) -> OutboxEntry {
      var entry = OutboxEntry()
      entry.id = OutboxEntry.ID(number)
      entry.contact = Contact.ID(contact)
      entry.state = state
      return entry
    }
    let open = [
      entry(4, 2, .queued), entry(1, 1, .unknown), entry(2, 1, .queued), entry(3, 2, .queued),
    ]
    #expect(DeliveryPlan.next(of: open, now: TestDesk.start).map(\.id.number) == [3])
  }
}
