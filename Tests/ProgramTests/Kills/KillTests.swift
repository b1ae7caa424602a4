import DeskTestSupport
import Testing

/// The program, killed by strace on entry to its system calls: all of them in `make torture`.
struct KillTests {
  @Test(arguments: ChangingCommand.all)
  func `S10 killed at any system call it is as before or as after`(
    _ command: ChangingCommand
  ) throws {
    guard try Needed.program("strace") != nil else { return }
    let trial = try Trial(command)
    #expect(trial.before != trial.after)
    #expect(trial.calls.count > 30)
    let (verdict, tracer, place) = (Verdict(trial), trial.tracer, trial.original)
    let calls = Exhaustion.some(trial.calls, atMost: 3)
    let failures = failures(of: calls) { call in
      let desk = try BinaryDesk(copying: place)
      try tracer.kill(command.words, desk, at: call)
      return try verdict.fault(desk)
    }
    #expect(failures == [])
    try Exhaustion.count(
      "program: killed at a system call", cases: calls.count, failures: failures.count)
  }
}
