import DeskTestSupport
import Foundation

/// Many processes over one desk, by a plan, until a time is over. A class, because it owns the desk.
final class SoakRun {
  let desk: BinaryDesk
  var plan: SoakPlan
  var history = SoakHistory()
  private(set) var commands = 0
  private(set) var killed = 0
  private let wrapper: [String]
  private let spacing: Int
  private var time = 0
  private var running: [Running] = []

  /// A process that was started; its kill is due at a time of the system's clock.
  private struct Running {
    let command: SoakCommand
    let process: Binary.Started
    let start: Int
    var killAt: UInt64?
  }

  /// So many at once.
  private static let width = 8

  /// - Parameters:
  ///   - killed: so many of a hundred commands are killed.
  ///   - wrapper: what each process is started by, such as strace.
  init(seed: UInt64, killed: Int = 12, wrapper: [String] = []) throws {
    plan = SoakPlan(seed: seed, killed: killed)
    self.wrapper = wrapper
    desk = try BinaryDesk()
    spacing = [2, 3, 6][plan.below(3)]
    try "nota".write(toFile: desk.root + "/nota.txt", atomically: true, encoding: .utf8)
    try FileManager.default.createDirectory(
      atPath: "\(desk.root)/\(SoakBackups.folder)", withIntermediateDirectories: false)
    let changed = try desk.run("config", "set", "schedules.spacing.minutes=\(spacing)")
    precondition(changed.status == 0, changed.error)
    for command in plan.beginning() { try run(command) }
  }

  /// Starts commands for so many seconds, waits for the last of them, and looks at what is there.
  func run(seconds: Double) throws {
    let end = Date(timeIntervalSinceNow: seconds)
    while Date() < end {
      while running.count < Self.width { try start(plan.next()) }
      try settle()
    }
    while !running.isEmpty { try settle() }
    do {
      try rest()
    } catch {
      history.violations.append("the desk cannot be read: \(error)")
    }
  }

  /// Kills what is to be killed and takes the answers of what has ended.
  private func settle() throws {
    usleep(200)
    let now = DispatchTime.now().uptimeNanoseconds
    for place in running.indices where running[place].killAt.map({ $0 <= now }) ?? false {
      running[place].killAt = nil
      running[place].process.kill()
    }
    let places = running.indices.filter { running[$0].process.hasEnded }
    for place in places.reversed() { try note(running.remove(at: place)) }
  }

  private func start(_ command: SoakCommand) throws {
    if let (name, text) = command.file {
      try text.write(toFile: desk.root + "/" + name, atomically: false, encoding: .utf8)
    }
    desk.environment["DESKCTL_NOW"] = plan.clock.text
    time += 1
    let process = try Binary.start(
      wrapper + [Binary.built.path] + command.words, environment: desk.environment,
      folder: desk.root)
    let killAt = command.killAfter.map {
      DispatchTime.now().uptimeNanoseconds + UInt64($0) * 1000
    }
    running.append(
      Running(command: command, process: process, start: time, killAt: killAt))
  }

  @discardableResult
  private func note(_ running: Running) throws -> Binary.Answer {
    let answer = try running.process.wait()
    time += 1
    let ended = SoakHistory.Ended(
      command: running.command, start: running.start, end: time, answer: answer)
    commands += 1
    if ended.wasKilled { killed += 1 }
    history.note(ended)
    plan.highest.merge(history.highest) { max($0, $1) }
    return answer
  }

  /// Runs one command with nothing beside it, and answers what it said.
  @discardableResult
  func run(_ command: SoakCommand) throws -> Binary.Answer {
    try start(command)
    return try note(running.removeLast())
  }

  /// What is there when nothing runs: everything is listed, and held against what was said.
  private func rest() throws {
    for command in plan.settling() { try run(command) }
    let truth = try SoakTruth { try run($0) }
    history.violations += history.keys.violations
    history.violations += truth.against(history) + truth.spacing(minutes: spacing)
    history.violations += truth.firing + truth.log
    history.violations += try SoakFolder(desk).violations(truth)
    history.violations += try SoakBackups(desk).violations()
  }
}
