import DeskTestSupport
import Foundation
import JSON
import Testing

/// Many processes over one desk at once.
struct TogetherTests {
  func schedules(_ desk: BinaryDesk) throws -> [JSONValue] {
    let listed = try desk.run("schedule", "list", "--all", "--jsonl")
    return try listed.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
  }

  /// Minutes since 1970 of each schedule's time, in order.
  func minutes(_ schedules: [JSONValue]) throws -> [Int] {
    let form = ISO8601DateFormatter()
    return try schedules.map { schedule in
      let date = try #require(form.date(from: schedule["at"]?.string ?? ""))
      return Int(date.timeIntervalSince1970) / 60
    }.sorted()
  }

  @Test func `S3 200 schedules added at once keep their gap and their numbers`() throws {
    let desk = try BinaryDesk()
    let started = try (0..<200).map { number in
      var words = [
        "schedule", "add", "--contact", "1", "--agent", "ana", "--team", "suporte", "--comment",
        "nº \(number)", "--at", "2026-12-05T1\(number % 4):\(10 + number % 50)", "--wait", "120",
      ]
      if number % 2 == 0 { words.append("--next-free") }
      return try desk.start(words)
    }
    let answers = try started.map { try $0.wait() }
    #expect(answers.allSatisfy { $0.status == 0 || $0.status == 5 && $0.error.contains("S2") })
    let kept = try schedules(desk)
    #expect(kept.count == answers.filter { $0.status == 0 }.count)
    #expect(kept.count >= 100)
    #expect(Set(kept.map { $0["id"]?.int }).count == kept.count)
    let times = try minutes(kept)
    #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= 6 })
    #expect(try desk.run("doctor").status == 0)
  }

  @Test func `D4 a body that two processes take at once is taken once`() throws {
    let desk = try BinaryDesk()
    let body =
      #"{"entry":[{"changes":[{"field":"messages","value":{"messages":[{"id":"wamid.1","#
      + #""from":"5511987654321","timestamp":"1796390300","type":"text","text":{"body":"oi"}}]}}]}]}"#
    let path = desk.root + "/body.json"
    try body.write(toFile: path, atomically: true, encoding: .utf8)
    let started = try (0..<20).map { _ in
      try desk.start(["whatsapp", "receive", path, "--wait", "120"])
    }
    #expect(try started.map { try $0.wait().status } == Array(repeating: 0, count: 20))
    let shown = try JSONValue(parsing: desk.run("conversation", "show", "1", "--json").output)
    let inbound = shown["data"]?["messages"]?.array?.filter { $0["direction"] == "in" }
    #expect(inbound?.count == 1)
    #expect(try desk.run("ticket", "list", "-q").output == "1\n")
    #expect(try desk.run("outbox", "list", "-q").output == "1\n")
    #expect(try desk.run("doctor").status == 0)
  }

  /// A desk with schedules for twelve contacts, all due.
  func due() throws -> BinaryDesk {
    let desk = try BinaryDesk()
    for number in 1...12 {
      try desk.run(
        "contact", "add", "--name", "Cliente \(number)", "--phone", "1198888\(1000 + number)")
      let phone = "1198888\(1000 + number)"
      let added = try desk.run(
        "schedule", "add", "--contact", phone, "--agent", "ana", "--team", "suporte", "--at",
        "2026-12-04T1\(number < 6 ? 1 : 2):\(number % 6)0", "--next-free", "-m", "Oi",
        "--comment", "c", "--action", "openTicketAndNotify")
      #expect(added.status == 0, "\(added.error)")
    }
    desk.environment["DESKCTL_NOW"] = "2026-12-04T15:00:00-03:00"
    return desk
  }

  func expectEachOnce(_ desk: BinaryDesk) throws {
    let fired = try schedules(desk)
    #expect(fired.allSatisfy { $0["state"]?.string == "completed" })
    #expect(Set(fired.compactMap { $0["ticket"]?.int }).count == 12)
    for noun in ["ticket", "outbox", "notification"] {
      let listed = try desk.run(noun, "list", "--all", "--jsonl")
      #expect(listed.output.split(separator: "\n").count == 12, "\(noun)")
    }
    #expect(try desk.run("doctor").status == 0)
  }

  @Test func `S10 ticks at once fire each schedule once`() throws {
    let desk = try due()
    let ticks = try (0..<8).map { _ in try desk.start(["tick"]) }
    #expect(try ticks.allSatisfy { try $0.wait().status == 0 })
    try desk.run("tick")
    try expectEachOnce(desk)
  }

  @Test func `S10 ticks killed at random times, then left alone, fire each once`() throws {
    let desk = try due()
    for round in 0..<40 {
      let tick = try desk.start(["tick"])
      usleep(UInt32(round % 20) * 300)
      tick.kill()
      _ = try tick.wait()
    }
    let last = try desk.run("tick")
    #expect(last.status == 0, "\(last.error)")
    try expectEachOnce(desk)
  }

  @Test func `D2 a delivery killed on its way is unknown, and is not sent again`() throws {
    let desk = try due()
    try desk.run("tick")
    for round in 0..<30 {
      let delivery = try desk.start(["outbox", "deliver"])
      usleep(UInt32(round % 10) * 700)
      delivery.kill()
      _ = try delivery.wait()
    }
    try desk.run("outbox", "deliver")
    let entries = try desk.run("outbox", "list", "--all", "--jsonl").output.split(separator: "\n")
      .map { try JSONValue(parsing: String($0)) }
    #expect(entries.count == 12)
    #expect(entries.allSatisfy { ["sent", "unknown"].contains($0["state"]?.string) })
    #expect(entries.allSatisfy { $0["attempts"]?.int == 1 })
    let files = try FileManager.default.contentsOfDirectory(atPath: desk.root + "/data/outgoing")
    let sent = entries.filter { $0["state"]?.string == "sent" }.count
    #expect(files.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.count >= sent)
    #expect(try desk.run("doctor").status != 9)
  }
}
