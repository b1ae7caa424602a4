import DeskTestSupport
import Foundation
import Testing

/// D1: transports are started by a delivery alone.
struct StartedTests {
  /// Every command that changes something and delivers nothing.
  static let others = ChangingCommand.all.filter { command in
    // An editor is found by PATH, and is no transport.
    !["init", "config edit desk"].contains(command.line) && command.ground.hasDesk
      && !command.words.contains("--deliver") && command.words.prefix(2) != ["outbox", "deliver"]
  }

  /// Sends by a command that leaves a mark, with something in the outbox for it.
  private func desk(_ ground: Ground) throws -> BinaryDesk {
    let desk = try ground.desk()
    let mark = "echo started >>'\(desk.root)/mark'"
    let wanted = [
      "config set outbox.transport=command outbox.mail.transport=command",
      "agent set ana --notify-email ana@horizonte.example",
    ]
    let set = try desk.run(
      wanted[0].split(separator: " ").map(String.init) + [
        "outbox.command=\(mark)", "outbox.mail.command=\(mark)",
      ])
    try #require(set.status == 0, "\(set.error)")
    let told = try desk.run(
      wanted[1].split(separator: " ").map(String.init) + ["--notify-command", mark])
    try #require(told.status == 0, "\(told.error)")
    try desk.queueMail()
    return desk
  }

  @Test func `D1 no other command starts a transport, and none needs a PATH`() throws {
    let places = Exhaustion.some(Self.others, atMost: 24)
    let failures = failures(of: places) { command in
      let desk = try desk(command.ground)
      desk.environment["PATH"] = ""
      let answer = try desk.run(command.words)
      let mark = desk.root + "/mark"
      if FileManager.default.fileExists(atPath: mark) { return "it started one" }
      if answer.status != 0, !command.mayEnd.contains(answer.status) {
        return "\(answer.status) \(answer.error)"
      }
      // The mark is what a delivery leaves: that there is none says something.
      let delivered = try desk.run("outbox", "deliver")
      let isStarted = FileManager.default.fileExists(atPath: mark)
      return delivered.status != 5 && !isStarted ? "a delivery leaves no mark" : nil
    }
    #expect(failures == [])
    try Exhaustion.count(
      "program: started nothing", cases: places.count, failures: failures.count)
  }
}
