import DeskCore
import DeskTestSupport
import JSON
import Testing

/// D4: the same, in whatever order and however often it comes.
struct ReceiveOrderTests {
  @Test func `D4 every order of five events ends in the same desk`() throws {
    let start = TestDesk.start
    let lia = Customer(try TestDesk(), phone: "5521998765432")
    let first = lia.message(["type": "text", "text": ["body": "oi"]], id: "wamid.1", at: start)
    let second = lia.message(
      ["type": "text", "text": ["body": "alô"]], id: "wamid.2", at: start + 9)
    let events = [
      first, second,
      lia.message(
        ["type": "reaction", "reaction": ["message_id": "wamid.1", "emoji": "👍"]],
        id: "wamid.3", at: start + 5),
      Customer.status("delivered", of: "wamid.own", at: start + 7),
      Customer.status("read", of: "wamid.own", at: start + 8),
    ].map { $0.text() }
    let expected = try outcome(of: events)
    #expect(expected.messages.count == 3 && expected.statuses.count == 2)
    var failures: [[Int]] = []
    let orders = orders(of: [0, 1, 2, 3, 4])
    for order in orders where try outcome(of: order.map { events[$0] }) != expected {
      failures.append(order)
    }
    #expect(failures == [])
    try Exhaustion.count(
      "receive: orders of five events", cases: orders.count, failures: failures.count)
  }

  /// What must not depend on the order.
  struct Outcome: Hashable {
    var messages: Set<String> = []
    var statuses: Set<String> = []
    var tickets: Set<String> = []
    var lastInbound: String?
  }

  /// Each event comes by itself, and then all of them once more.
  private func outcome(of events: [String]) throws -> Outcome {
    let desk = try TestDesk(in: TestDesk.memory)
    #expect(desk.run("init", "--sample").status == 0)
    desk.now = desk.now + 60
    for event in events { desk.run(["whatsapp", "receive", "-"], input: event) }
    let before = try desk.files()
    let again = desk.run(["whatsapp", "receive", "-"], input: events.joined(separator: "\n"))
    #expect(again.status == 0)
    #expect(try desk.files() == before)
    var outcome = Outcome()
    let shown = try desk.json("conversation", "show", "1")
    for message in shown["messages"]?.array ?? [] where message["direction"] == "in" {
      let words = ["provider", "at", "type", "text", "about"].map { message[$0]?.text() ?? "" }
      outcome.messages.insert(words.joined(separator: " "))
    }
    for (path, content) in before where path.hasPrefix("data/statuses/") {
      outcome.statuses.formUnion(
        String(decoding: content, as: UTF8.self).split(separator: "\n").map(String.init))
    }
    for ticket in try desk.json("ticket", "list").array ?? [] {
      let links = ["contact", "conversation"].map { ticket[$0]?.text() ?? "" }
      outcome.tickets.insert(links.joined(separator: " "))
    }
    outcome.lastInbound = try desk.json("contact", "show", "2")["lines"]?.array?.first?[
      "lastInboundAt"]?.string
    return outcome
  }

  private func orders(of items: [Int]) -> [[Int]] {
    guard !items.isEmpty else { return [[]] }
    return items.flatMap { item in
      orders(of: items.filter { $0 != item }).map { [item] + $0 }
    }
  }

  @Test func `D4 within a run messages go by their provider's clock`() throws {
    let desk = try TestDesk.sample()
    let lia = Customer(desk)
    let now = desk.now
    let bodies = [("2", 20), ("oi", 0), ("1", 10)].map { text, later in
      lia.message(["type": "text", "text": ["body": JSONValue(text)]], at: now + later).text()
    }
    desk.now = desk.now + 60
    let answer = desk.run(
      ["whatsapp", "receive", "-", "--explain"], input: bodies.joined(separator: "\n"))
    let lines = answer.output.split(separator: "\n")
    #expect(lines.map { $0.contains("menu") } == [true, false, false])
    #expect(lines[1].contains("ask for an e-mail") && lines[2].contains("ask again"))
  }

  @Test func `D4 two entries of two changes of three messages are twelve`() throws {
    let desk = try TestDesk.sample()
    let body = try ProjectFile.text("Samples/whatsapp/tipos/twelve.json")
    #expect(desk.run(["whatsapp", "receive", "-"], input: body).output.hasPrefix("messages 12,"))
    #expect(desk.run(["whatsapp", "receive", "-"], input: body).output.hasPrefix("messages 0,"))
    #expect(try desk.json("conversation", "show", "1")["messageCount"]?.int ?? 0 > 12)
  }

  @Test func `D4 each sample of a body is kept, twice is once, and the doctor is content`() throws {
    let desk = try TestDesk.sample()
    for body in try ProjectFile.all(in: "Samples/whatsapp/tipos") {
      #expect(desk.run(["whatsapp", "receive", "-"], input: body).status == 0)
    }
    let before = try desk.files().filter { !$0.key.contains("inbox") }
    for body in try ProjectFile.all(in: "Samples/whatsapp/tipos") {
      #expect(desk.run(["whatsapp", "receive", "-"], input: body).status == 0)
    }
    let changed = try desk.files().filter { before[$0.key] != $0.value }.keys.sorted()
    // A fault names no message: it is told each time it comes.
    #expect(changed.allSatisfy { $0.contains("/inbox/") || $0.contains("/log/") }, "\(changed)")
    #expect(desk.run("doctor").status == 0)
  }

  @Test func `D4 a user id alone is enough to know somebody by`() throws {
    let desk = try TestDesk.sample()
    var lia = Customer(desk, phone: nil)
    lia.userID = "BR.5528094417736620"
    lia.says("oi")
    desk.now = desk.now + 60
    // Later WhatsApp shows the phone too.
    lia.phone = "5511955554444"
    lia.says("1")
    #expect(try desk.json("contact", "list").array?.count == 8)
    #expect(try desk.json("outbox", "show", "1")["to"] == "BR.5528094417736620")
    #expect(try desk.json("outbox", "show", "2")["to"] == "+5511955554444")
  }

  @Test func `D4 a number that changed leads to the same contact`() throws {
    let desk = try TestDesk.sample()
    Customer(desk, phone: "5521998765432").says("oi")
    let notice: JSONObject = [
      "type": "system",
      "system": ["type": "user_changed_number", "body": "mudou", "wa_id": "5521977776666"],
    ]
    desk.now = desk.now + 60
    Customer(desk, phone: "5521998765432").sends(notice)
    desk.now = desk.now + 60
    Customer(desk, phone: "5521977776666").says("sou eu")
    #expect(try desk.json("conversation", "show", "1")["messageCount"] == 4)
    #expect(try desk.json("contact", "list").array?.count == 7)
  }

  @Test func `D4 a number that changed to somebody else's stays with them`() throws {
    let desk = try TestDesk.sample()
    let jonas = Customer(desk, phone: "5521998765432")
    jonas.says("oi")
    desk.now = desk.now + 60
    jonas.sends([
      "type": "system",
      "system": ["type": "user_changed_number", "body": "mudou", "wa_id": "5511987654321"],
    ])
    #expect(try desk.json("contact", "show", "2")["phones"] == ["+5521998765432"])
    #expect(try desk.json("contact", "show", "1")["phones"] == ["+5511987654321"])
  }

  @Test func `D4 a user id that comes with a known phone is that contact's, and no other's`() throws
  {
    let desk = try TestDesk.sample()
    var lia = Customer(desk, phone: nil)
    lia.userID = "BR.999"
    lia.says("oi")
    var carla = Customer(desk, phone: "5511987654321")
    carla.userID = "BR.999"
    desk.now = desk.now + 60
    carla.says("sou a Carla", id: "wamid.c1")
    #expect(try desk.json("contact", "show", "1")["userIds"] == ["BR.999"])
    #expect(try desk.json("contact", "show", "8")["userIds"] == [])
    carla.phone = nil
    desk.now = desk.now + 60
    carla.says("ainda a Carla", id: "wamid.c2")
    #expect(try desk.json("conversation", "show", "2")["messageCount"] == 3)
    #expect(desk.run("doctor").status == 0)
  }

  @Test func `D4 a message from the future is one of now`() throws {
    let desk = try TestDesk.sample()
    let carla = Customer(desk, phone: "5511987654321")
    let far = Instant(secondsSinceEpoch: desk.now.secondsSinceEpoch * 100)
    carla.says("oi", id: "wamid.far", at: far)
    #expect(try desk.json("contact", "show", "1")["lastInboundAt"]?.string == desk.now.rfc3339)
    desk.now = desk.now + 60
    let line = carla.says("e agora?")
    #expect(line.contains("joins the conversation"), "\(line)")
  }
}
