import DeskTestSupport
import Foundation
import JSON
import Testing

/// `hold`, beside a command that had begun before it.
struct HoldTests {
  /// A desk with something due, and a message that waits.
  private func due() throws -> BinaryDesk {
    let desk = try BinaryDesk()
    for (contact, time) in [("1", "10:10"), ("2", "11:30")] {
      let added = try desk.run(
        "schedule", "add", "--contact", contact, "--agent", "ana", "--team", "suporte", "--at",
        "2026-12-04T\(time)", "-m", "Oi", "--comment", "c")
      #expect(added.status == 0, "\(added.error)")
    }
    desk.environment["DESKCTL_NOW"] = "2026-12-04T11:00:00-03:00"
    try desk.run("tick")
    desk.environment["DESKCTL_NOW"] = "2026-12-04T12:00:00-03:00"
    return desk
  }

  /// The command stands still before it takes the store's lock to write, and `hold` comes first.
  @Test(arguments: [["tick"], ["outbox", "deliver"]])
  func `S10 nothing goes out once hold has said so, whatever had begun`(_ words: [String]) throws {
    guard let strace = try Needed.program("strace") else { return }
    let desk = try due()
    let trace = desk.root + "/trace"
    // It locks for its own kind, and for reading the store, which it gives back: the fourth call is
    // the first to take the store for writing.
    let held = try Binary.start(
      [
        strace, "-o", trace, "-e", "trace=flock", "-e",
        "inject=flock:delay_enter=2s:when=4", Binary.built.path,
      ] + words, environment: desk.environment, folder: desk.root)
    while try locks(trace) < 3 { usleep(1000) }
    #expect(try desk.run("hold").status == 0)
    #expect(try held.wait().status == 0)
    #expect(try states(desk, "schedule") == ["completed", "pending"])
    #expect(try states(desk, "outbox") == ["queued"])
  }

  private func locks(_ trace: String) throws -> Int {
    guard FileManager.default.fileExists(atPath: trace) else { return 0 }
    return try String(contentsOfFile: trace, encoding: .utf8).components(separatedBy: "= 0").count
      - 1
  }

  private func states(_ desk: BinaryDesk, _ noun: String) throws -> [String?] {
    try desk.run(noun, "list", "--all", "--jsonl").output.split(separator: "\n")
      .map { try JSONValue(parsing: String($0))["state"]?.string }
  }
}
