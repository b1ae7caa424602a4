import DeskTestSupport
import Foundation
import JSON
import Testing

/// The program, killed on entry to every one of its system calls, by strace.
@Suite(.serialized)
struct KillTests {
  /// What is killed: commands on a desk, and how a desk is made ready for it.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let words: [String]
    let prepare: @Sendable (BinaryDesk) throws -> Void
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "schedule add",
      words: [
        "schedule", "add", "--contact", "1", "--agent", "ana", "--team", "suporte", "--at",
        "2026-12-05T10:00", "-m", "Oi", "--comment", "c",
      ]
    ) { _ in },
    Case(name: "contact import", words: ["contact", "import", "novos.csv"]) { desk in
      let rows = (1...4).map { "Cliente \($0);(11) 97777-\(1000 + $0);c\($0)@loja.com.br" }
      try ("nome;telefone;e-mail\n" + rows.joined(separator: "\n") + "\n").write(
        toFile: desk.root + "/novos.csv", atomically: true, encoding: .utf8)
    },
    Case(name: "tick", words: ["tick"]) { desk in
      for (number, time) in ["10:30", "10:40"].enumerated() {
        let added = try desk.run(
          "schedule", "add", "--contact", String(number + 1), "--agent", "ana", "--team", "suporte",
          "--at", "2026-12-04T\(time)", "-m", "Oi", "--comment", "c", "--action",
          "openTicketAndNotify")
        precondition(added.status == 0, added.error)
      }
      desk.environment["DESKCTL_NOW"] = "2026-12-04T11:00:00-03:00"
    },
  ]

  /// So many are killed side by side.
  private static let atOnce = 4

  @Test(arguments: cases)
  func `S10 killed at any system call it is as before or as after`(_ what: Case) throws {
    guard let strace = try Needed.program("strace") else { return }
    let start = try BinaryDesk()
    try what.prepare(start)
    let before = try start.snapshot()
    let whole = try BinaryDesk(copying: start)
    let calls = try TracedCall.all(strace, what.words, whole)
    let after = try whole.snapshot()
    #expect(before != after)
    #expect(calls.count > 30)
    var failures: [String] = []
    for together in stride(from: 0, to: calls.count, by: Self.atOnce) {
      let batch = calls[together..<min(together + Self.atOnce, calls.count)]
      let killed = try batch.map { call in
        let desk = try BinaryDesk(copying: start)
        return (call, desk, try startKilled(at: call, strace, what.words, desk))
      }
      for (call, desk, process) in killed {
        if let failure = try failure(desk, process.wait(), what.words, before, after) {
          failures.append("\(call.name) \(call.number): \(failure)")
        }
      }
    }
    #expect(failures == [])
    try Exhaustion.count(
      "kills of the program: \(what.name)", cases: calls.count, failures: failures.count)
  }

  /// Starts a run that is killed on entry to a call.
  private func startKilled(
    at call: TracedCall, _ strace: String, _ words: [String], _ desk: BinaryDesk
  ) throws -> Binary.Started {
    try Binary.start(
      [
        strace, "-f", "-o", "/dev/null", "-e", "trace=\(call.name)", "-e",
        "inject=\(call.name):signal=KILL:when=\(call.number)", Binary.built.path,
      ] + words, environment: desk.environment, folder: desk.root)
  }

  /// What is wrong after a kill; nil where nothing is.
  private func failure(
    _ desk: BinaryDesk, _ killed: Binary.Answer, _ words: [String], _ before: String,
    _ after: String
  ) throws -> String? {
    guard killed.status != 0 else { return "it was not killed" }
    let checked = try desk.run("doctor")
    guard checked.status == 0 || checked.status == 1 else {
      return "doctor: \(checked.status) \(checked.output) \(checked.error)"
    }
    let found = try desk.snapshot()
    guard found == before || found == after else { return "neither as before nor as after" }
    if found == before {
      let again = try desk.run(words)
      guard again.status == 0 else { return "again: \(again.status) \(again.error)" }
      guard try desk.snapshot() == after else { return "again it ended otherwise" }
    }
    return nil
  }
}
