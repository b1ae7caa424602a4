import DeskTestSupport
import Testing

/// The program, killed, and the next command killed while it completes what the first one began.
struct SecondKillTests {
  /// A run killed at one call, and its recovery at another.
  struct Pair: Sendable, CustomStringConvertible {
    let first: Tracer.Call
    let second: Tracer.Call
    /// What recovers: the doctor, or the same command again.
    let recovery: [String]

    var description: String { "\(first), then \(recovery[0]) at \(second)" }
  }

  /// Commands whose changes go through the journal; the others have nothing to recover.
  static let commands = ChangingCommand.all.filter { $0.isInStore && $0.ground.isSound }

  @Test(arguments: commands)
  func `S10 killed again in the recovery it is as before or as after`(
    _ command: ChangingCommand
  ) throws {
    guard try Needed.program("strace") != nil else { return }
    let trial = try Trial(command)
    let (verdict, tracer, place) = (Verdict(trial), trial.tracer, trial.original)
    let pairs = try pairs(trial)
    #expect(!pairs.isEmpty)
    let failures = failures(of: pairs) { pair in
      let desk = try BinaryDesk(copying: place)
      try tracer.kill(command.words, desk, at: pair.first)
      try tracer.kill(pair.recovery, desk, at: pair.second)
      return try verdict.fault(desk)
    }
    #expect(failures == [])
    try Exhaustion.count(
      "program: killed again in the recovery", cases: pairs.count, failures: failures.count)
  }

  /// First kills between commit and the end, each with kills of what recovers from it.
  private func pairs(_ trial: Trial) throws -> [Pair] {
    let changing = trial.calls.filter(\.changesDisk)
    let firsts = Exhaustion.isWhole ? spread(changing, 8) : spread(changing, 4).suffix(3).dropLast()
    return try firsts.enumerated().flatMap { place, first in
      // A command that does the like once more would do it twice.
      let isDoctor = place.isMultiple(of: 2) || trial.command.again == .another
      let recovery = isDoctor ? ["doctor"] : trial.command.words
      let desk = try BinaryDesk(copying: trial.original)
      try trial.tracer.kill(trial.command.words, desk, at: first)
      let calls = try trial.tracer.calls(of: recovery, on: desk)
      // The doctor looks at the whole desk when it has recovered.
      let end = calls.lastIndex(where: \.changesDisk).map { $0 + 1 } ?? 0
      return spread(Array(calls[..<end]), Exhaustion.isWhole ? 24 : 2).map {
        Pair(first: first, second: $0, recovery: recovery)
      }
    }
  }

  private func spread<Element>(_ all: [Element], _ count: Int) -> [Element] {
    guard all.count > count else { return all }
    return (1...count).map { all[$0 * all.count / (count + 1)] }
  }
}

extension Tracer {
  /// Runs a command that is killed on entry to a call.
  func kill(_ words: [String], _ desk: BinaryDesk, at call: Call) throws {
    let killed = try run(words, desk, "\(call.name):signal=KILL:when=\(call.number)")
    if killed.status != 137 { throw Survived(call: call, answer: killed) }
  }

  /// It was to be killed, and was not.
  struct Survived: Error {
    let call: Call
    let answer: Binary.Answer
  }
}
