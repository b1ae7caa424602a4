import DeskTestSupport
import Foundation
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
