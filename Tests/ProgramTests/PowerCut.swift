import DeskTestSupport
import Foundation
import Testing

/// A command whose power is cut, after another that was said to be done, or after none. A class,
/// because the desk that it begins with is removed with it.
final class PowerCutCommand {
  let start: BinaryDesk
  let first: [String]
  let words: [String]
  /// What is stored before and after the command.
  let before: String
  let after: String

  init(_ start: BinaryDesk, first: [String], _ words: [String]) throws {
    self.start = start
    self.first = first
    self.words = words
    let desk = try BinaryDesk(copying: start.original)
    if !first.isEmpty { try #require(desk.run(first).status == 0) }
    before = try desk.snapshot()
    try #require(desk.run(words).status == 0)
    after = try desk.snapshot()
    try #require(before != after)
  }

  /// A cut at each of its calls, and one after it ended; what is lost changes from one to the next.
  func cuts() throws -> [PowerCut] {
    let desk = try BinaryDesk(copying: start.original)
    if !first.isEmpty { try desk.run(first) }
    let calls: [Tracer.Call?] = try Tracer().calls(of: words, on: desk) + [nil]
    return calls.enumerated().map { number, call in
      let losses: [LoopFileSystem.Loss] = [.unsynced, .unsynced, .contents, .nothing]
      return PowerCut(command: self, call: call, loss: losses[number % losses.count])
    }
  }
}

/// One cut: at a call of a command, or after its end.
struct PowerCut: CustomStringConvertible {
  let command: PowerCutCommand
  let call: Tracer.Call?
  let loss: LoopFileSystem.Loss
  /// Calls that are not made, of which the program believes that they were: in a test of this test.
  var leftOut: [String] = []

  var description: String {
    let place = call.map { "\($0.name) \($0.number)" } ?? "its end"
    return "\(command.words.prefix(2).joined(separator: " ")), \(place), losing \(loss)"
  }

  /// What is wrong after it; nil where nothing is.
  func failure(on disk: LoopFileSystem, _ strace: String) throws -> String? {
    let desk = try BinaryDesk(copying: command.start.original, to: disk.root + "/desk")
    try disk.sync()
    if !command.first.isEmpty { try #require(desk.run(command.first).status == 0) }
    let stopped = try stop(desk, strace)
    try disk.cut(loss)
    let status = try stopped.end()
    try disk.restart()
    return try problem(desk, isDone: status == 0)
  }

  private func problem(_ desk: BinaryDesk, isDone: Bool) throws -> String? {
    let checked = try desk.run("doctor")
    guard checked.status == 0 || checked.status == 1 else {
      return "doctor: \(checked.status) \(checked.output) \(checked.error)"
    }
    let found = try desk.snapshot()
    guard found == command.after || found == command.before else {
      return "neither as before nor as after"
    }
    if isDone && found != command.after { return "said to be done, and is not" }
    if found == command.after { return nil }
    let again = try desk.run(command.words)
    guard again.status == 0 else { return "again: \(again.status) \(again.error)" }
    return try desk.snapshot() == command.after ? nil : "again it ended otherwise"
  }

  // MARK: The program, stopped

  /// A run that stands still at a call, or ended.
  private struct Stopped {
    let run: Binary.Started
    let trace: String

    /// Kills what stands still; the status of what had ended before.
    func end() throws -> Int32 {
      defer { unlink(trace) }
      let text = (try? String(contentsOfFile: trace, encoding: .utf8)) ?? ""
      if let process = text.split(separator: " ").first.flatMap({ Int32($0) }),
        text.contains("stopped by SIGSTOP")
      {
        kill(process, SIGKILL)
      }
      return try run.wait().status
    }
  }

  private func stop(_ desk: BinaryDesk, _ strace: String) throws -> Stopped {
    let trace = NSTemporaryDirectory() + "deskctl-trace-" + UUID().uuidString
    let injected = call.map {
      ["-e", "trace=\($0.name)", "-e", "inject=\($0.name):signal=STOP:when=\($0.number)"]
    }
    let pretended = leftOut.flatMap { ["-e", "inject=\($0):retval=0"] }
    let run = try Binary.start(
      [strace, "-f", "-o", trace] + (injected ?? []) + pretended + [Binary.built.path]
        + command.words, environment: desk.environment, folder: desk.root)
    // It stands still, or it is over: the trace says which.
    for _ in 0..<10_000 {
      let text = (try? String(contentsOfFile: trace, encoding: .utf8)) ?? ""
      if text.contains("stopped by SIGSTOP") || text.contains("+++ ") { break }
      usleep(1000)
    }
    return Stopped(run: run, trace: trace)
  }
}
