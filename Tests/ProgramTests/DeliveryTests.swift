import DeskTestSupport
import Foundation
import JSON
import Testing

/// The file transport, killed while it writes.
struct DeliveryTests {
  private func waiting() throws -> BinaryDesk {
    let desk = try BinaryDesk()
    try "nota".write(toFile: desk.root + "/nota.txt", atomically: true, encoding: .utf8)
    let added = try desk.run(
      "schedule", "add", "--contact", "1", "--agent", "ana", "--at", "2026-12-04T10:10", "-m", "Oi",
      "--comment", "c", "--file", "nota.txt")
    #expect(added.status == 0, "\(added.error)")
    desk.environment["DESKCTL_NOW"] = "2026-12-04T11:00:00-03:00"
    try desk.run("tick")
    return desk
  }

  /// The same, whose message a shell script takes.
  private func waiting(for script: String) throws -> BinaryDesk {
    let desk = try waiting()
    try desk.run(
      "config", "set", "outbox.transport=command", "outbox.command=cat >/dev/null; \(script)")
    return desk
  }

  private func shown(_ desk: BinaryDesk) throws -> JSONValue? {
    try JSONValue(parsing: desk.run("outbox", "show", "1", "--json").output)["data"]
  }

  private func temporaries(_ desk: BinaryDesk) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: desk.root)
      .filter { $0.contains(".deskctl-new-") }
  }

  @Test func `D2 the next delivery removes what a killed one had half written`() throws {
    guard let strace = try Needed.program("strace") else { return }
    let start = try waiting()
    var left = 0
    for number in 1...12 {
      let desk = try BinaryDesk(copying: start.original)
      _ = try Binary.run(
        [
          strace, "-o", "/dev/null", "-e", "inject=fsync:signal=KILL:when=\(number)",
          Binary.built.path, "outbox", "deliver",
        ], environment: desk.environment, folder: desk.root)
      left += try temporaries(desk).count
      try desk.run("outbox", "deliver")
      try desk.run("contact", "add", "--name", "Depois")
      #expect(try temporaries(desk) == [])
    }
    #expect(left > 1)
  }

  @Test func `D2 killed between sending and recording it is unknown, and sent once`() throws {
    let desk = try waiting(for: "echo sent >>'taken'; kill -9 $PPID; sleep 0.2")
    #expect(try desk.run("outbox", "deliver").status == 137)
    #expect(try shown(desk)?["state"]?.string == "sending")
    for minute in 1...3 {
      desk.environment["DESKCTL_NOW"] = "2026-12-04T1\(minute):30:00-03:00"
      let again = try desk.run("outbox", "deliver")
      #expect(again.status == (minute == 1 ? 10 : 0), "\(again.error)")
    }
    #expect(try shown(desk)?["state"]?.string == "unknown")
    #expect(try shown(desk)?["reason"]?.string == "interrupted")
    let taken = try String(contentsOfFile: desk.root + "/taken", encoding: .utf8)
    #expect(taken == "sent\n")
    // Each failure told its agent once.
    #expect(try desk.run("notification", "list", "-q").output.split(separator: "\n").count == 1)
  }

  @Test func `D2 what a stopped run left is settled though its transport is gone`() throws {
    let desk = try waiting(for: "kill -9 $PPID")
    try desk.run("outbox", "deliver")
    try desk.run("config", "set", "outbox.transport=file")
    desk.environment["PATH"] = "/nowhere"
    #expect(try desk.run("outbox", "deliver").status == 10)
    #expect(try shown(desk)?["state"]?.string == "unknown")
  }

  @Test func `D1 an outage that was cut short is told by the run that records it`() throws {
    guard let strace = try Needed.program("strace") else { return }
    let start = try waiting()
    try start.run(
      "config", "set", "outbox.transport=cloud-api", "outbox.cloudApi.tokenFile=/no/token",
      "whatsapp.window=no")
    for number in Exhaustion.some(Array(1...12), atMost: 6) {
      let desk = try BinaryDesk(copying: start.original)
      _ = try Binary.run(
        [
          strace, "-o", "/dev/null", "-e", "inject=fdatasync,fsync:signal=KILL:when=\(number)",
          Binary.built.path, "outbox", "deliver",
        ], environment: desk.environment, folder: desk.root)
      #expect([0, 1].contains(try desk.run("doctor").status))
      let isKnown = try desk.run("status", "--json").output.contains("\"outage\"")
      // What is recorded is not told again, what is not recorded is told when it is found again.
      let state = try shown(desk)?["state"]?.string
      desk.environment["DESKCTL_NOW"] = "2026-12-04T12:00:00-03:00"
      let next = try desk.run("outbox", "deliver")
      #expect(next.error.contains("outage") == (!isKnown && state == "queued"), "\(number)")
    }
  }

  @Test func `D1 with the file transport nothing is started`() throws {
    let desk = try waiting()
    desk.environment["PATH"] = ""
    #expect(try desk.run("outbox", "deliver").status == 0)
    #expect(try shown(desk)?["state"]?.string == "sent")
  }

  @Test func `D2 why a file could not be written stands in the entry in words`() throws {
    guard let strace = try Needed.program("strace") else { return }
    let start = try waiting()
    var states: Set<String> = []
    for number in 1...12 {
      let desk = try BinaryDesk(copying: start.original)
      _ = try Binary.run(
        [
          strace, "-o", "/dev/null", "-e", "inject=fsync:error=EIO:when=\(number)",
          Binary.built.path, "outbox", "deliver",
        ], environment: desk.environment, folder: desk.root)
      let entry = try desk.run("outbox", "show", "1", "--json").output
      #expect(!entry.contains("SystemError"), "\(entry)")
      states.formUnion(
        ["unknown", "queued", "sent"].filter { entry.contains("\"state\": \"\($0)\"") })
    }
    #expect(states == ["unknown", "queued", "sent"])
  }
}
