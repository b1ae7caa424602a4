import DeskTestSupport
import Foundation
import Testing

/// The program, with system calls that fail: each with every error that it can have in `make
/// torture`.
struct FaultTests {
  @Test(arguments: ChangingCommand.all)
  func `S10 whatever call fails, it says so and nothing was done, or it is done`(
    _ command: ChangingCommand
  ) throws {
    guard try Needed.program("strace") != nil else { return }
    let trial = try Trial(command)
    let (verdict, tracer, place) = (Verdict(trial), trial.tracer, trial.original)
    let faults = Exhaustion.some(Fault.all(of: trial.calls), atMost: 3)
    let failures = failures(of: faults) { fault in
      let desk = try BinaryDesk(copying: place)
      let answer = try tracer.run(command.words + ["--json"], desk, fault.injection)
      return try FaultAnswer(command, answer, desk).fault(verdict)
    }
    #expect(failures == [])
    for (row, faults) in Dictionary(grouping: faults, by: \.row) {
      let failed = faults.filter { fault in failures.contains { $0.hasPrefix("\(fault):") } }
      try Exhaustion.count(row, cases: faults.count, failures: failed.count)
    }
  }
}

/// What a run said in which a system call failed, and the desk that it left.
private struct FaultAnswer {
  let command: ChangingCommand
  let answer: Binary.Answer
  let desk: BinaryDesk

  init(_ command: ChangingCommand, _ answer: Binary.Answer, _ desk: BinaryDesk) {
    self.command = command
    self.answer = answer
    self.desk = desk
  }

  func fault(_ verdict: Verdict) throws -> String? {
    if answer.status == 137 { return "it hung" }
    guard answer.status == 0 || [6, 8].contains(answer.status) || mayEnd else {
      return "\(answer.status) \(answer.error)"
    }
    if let fault = try unfinished() { return fault }
    // Of several steps, some were committed where the answer could not be written.
    let isCommitted =
      answer.error.contains("\"committed\":true") && command.extent == .whole
    let isDone = answer.status == 0 || isCommitted
    // Where standard error fails too, the status is all that can be said.
    let isTold = answer.status == 0 || !answer.error.isEmpty
    return try verdict.fault(desk, isDone: isTold ? isDone : nil).map {
      "\(answer.status), \($0) \(answer.error)"
    }
  }

  private var mayEnd: Bool { command.mayEnd.contains(answer.status) }

  /// Who left a transaction to the next command says so.
  private func unfinished() throws -> String? {
    let journal = FileManager.default.contents(atPath: desk.root + "/data/journal") ?? Data()
    if journal.isEmpty || answer.status != 0 { return nil }
    return answer.error.contains("\"warning\"") ? nil : "0, without a warning"
  }
}
