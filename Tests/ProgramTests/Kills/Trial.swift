import DeskTestSupport
import Foundation
import JSON
import Synchronization

/// One changing command with its desk, as it was before it and as it is after it: what a run that
/// something happened to is judged by.
struct Trial {
  let command: ChangingCommand
  let tracer = Tracer()
  let before: String
  let after: String
  /// Every call that it makes once it looks at the desk.
  let calls: [Tracer.Call]
  private let start: BinaryDesk

  init(_ command: ChangingCommand, in folder: String = TestDesk.memory) throws {
    self.command = command
    start = try command.ground.desk(in: folder)
    before = try start.snapshot()
    let traced = try BinaryDesk(copying: start.original)
    calls = try tracer.calls(of: command.words, on: traced)
    let whole = try BinaryDesk(copying: start.original)
    let answer = try whole.run(command.words)
    guard answer.status == 0 else { throw Unprepared(command: command.line, said: answer.error) }
    after = try whole.snapshot()
  }

  /// The command does not do what its case is about.
  struct Unprepared: Error {
    let command: String
    let said: String
  }

  /// What copies are made from, on any thread.
  var original: BinaryDesk.Place { start.original }
}

/// What is wrong with a desk after something happened to a command on it.
struct Verdict: Sendable {
  let command: ChangingCommand
  let before: String
  let after: String

  init(_ trial: Trial) {
    command = trial.command
    before = trial.before
    after = trial.after
  }

  /// nil where nothing is wrong. `isDone`: whether the run said that it was done, or that nothing
  /// was; nil where it could say nothing.
  func fault(_ desk: BinaryDesk, isDone: Bool? = nil) throws -> String? {
    // Completes what was committed; a desk that was damaged, or none, stays so.
    let fault = try doctor(desk)
    if command.ground.isSound, let fault { return fault }
    let found = try desk.snapshot()
    switch command.extent {
    case .whole:
      guard found == before || found == after else { return "neither as before nor as after" }
      if let isDone, before != after, isDone != (found == after) {
        return isDone ? "0, and not done" : "done, and not 0"
      }
      return try again(desk, wasDone: found == after)
    case .steps:
      if isDone == true, found != after { return "0, and not done" }
      return try again(desk, wasDone: found == after)
    case .sending:
      if isDone == true, found != after { return "0, and not done" }
      return try sendAgain(desk)
    }
  }

  /// The same command, typed again.
  private func again(_ desk: BinaryDesk, wasDone: Bool) throws -> String? {
    var expected: Int32 = 0
    switch (command.again, wasDone) {
    case (.another, true): return nil
    case (.refused(let status), true): expected = status
    case (.same, _), (_, false): break
    }
    let answer = try desk.run(command.words)
    let mayEnd = answer.status == expected || command.mayEnd.contains(answer.status)
    guard mayEnd else { return "again: \(answer.status) \(answer.error)" }
    guard try desk.snapshot() == after else { return "again it ended otherwise" }
    return try doctor(desk)
  }

  private func doctor(_ desk: BinaryDesk) throws -> String? {
    let checked = try desk.run("doctor")
    return checked.status == 0 || checked.status == 1
      ? nil : "doctor: \(checked.status) \(checked.output) \(checked.error)"
  }

  // MARK: Sending

  /// D2: what was being sent is sent or unknown after the next run, never sent twice, and what is
  /// sent lies where the transport puts it. What was not taken waits a minute before that run.
  private func sendAgain(_ desk: BinaryDesk) throws -> String? {
    desk.environment["DESKCTL_NOW"] = "2026-12-04T10:37:00-03:00"
    let answer = try desk.run(command.words)
    guard answer.status == 0 || answer.status == 10 else {
      return "again: \(answer.status) \(answer.error)"
    }
    let entries = try desk.run("outbox", "list", "--all", "--jsonl").output.split(separator: "\n")
      .map { try JSONValue(parsing: String($0)) }
    guard entries.count == 2 else { return "\(entries.count) entries" }
    for entry in entries {
      let file = String(format: "%06d.json", entry["id"]?.int ?? 0)
      let isThere = FileManager.default.fileExists(atPath: "\(desk.root)/data/outgoing/\(file)")
      switch entry["state"]?.string {
      case "sent" where isThere && entry["attempts"]?.int ?? 0 <= 2: break
      case "unknown" where entry["attempts"]?.int == 1: break
      default: return "outbox: \(entry.text()) \(isThere)"
      }
    }
    return try doctor(desk)
  }
}

extension Ground {
  /// Whether the doctor has nothing against it.
  var isSound: Bool { self != .damaged && hasDesk }

  var hasDesk: Bool { self != .nothing && self != .saved }
}

/// Tries cases four at a time, and answers what was wrong with those that failed.
func failures<Case: Sendable>(
  of cases: [Case], _ fault: @Sendable (Case) throws -> String?
) -> [String] {
  let next = Mutex(0)
  let failures = Mutex<[String]>([])
  DispatchQueue.concurrentPerform(iterations: 4) { _ in
    while true {
      let place = next.withLock { place in
        defer { place += 1 }
        return place
      }
      guard place < cases.count else { return }
      do {
        guard let fault = try fault(cases[place]) else { continue }
        failures.withLock { $0.append("\(cases[place]): \(fault)") }
      } catch {
        failures.withLock { $0.append("\(cases[place]): \(error)") }
      }
    }
  }
  return failures.withLock { $0 }
}
