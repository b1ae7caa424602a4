import DeskTestSupport
import Foundation
import Glibc
import Testing

/// A crash of the program runs no program that lies about under the name that Swift's runtime has
/// for the one that prints backtraces.
struct CrashTests {
  static let signals = [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGQUIT]

  /// How it is started: by its path, by PATH, and where the folder it is in comes first there.
  enum Start: String, CaseIterable, Sendable {
    case path
    case search
    case here
  }

  @Test(arguments: Start.allCases)
  func `a crash runs nothing that lies in the folder`(_ start: Start) throws {
    guard let flock = try Needed.program("flock") else { return }
    let desk = try BinaryDesk()
    try plant(desk)
    let holder = try Binary.start([flock, "-F", desk.root + "/data/lock", "sleep", "60"])
    defer { holder.kill() }
    try waitUntil { try isHeld(flock, desk) }
    var failures: [String] = []
    for signal in Self.signals {
      let waiting = try run(start, desk)
      try waitUntil { isWaiting(waiting.process) }
      Glibc.kill(waiting.process, signal)
      let answer = try waiting.wait()
      let isMarked = FileManager.default.fileExists(atPath: desk.root + "/marker")
      if answer.status != 128 + signal || isMarked {
        failures.append("signal \(signal): \(answer.status), marked: \(isMarked)")
      }
    }
    #expect(failures == [])
    try Exhaustion.count(
      "program: crashes beside a swift-backtrace", cases: Self.signals.count,
      failures: failures.count)
  }

  /// The program, and beside it and in the working folder one that leaves a mark.
  private func plant(_ desk: BinaryDesk) throws {
    // By another process: one that this one starts meanwhile would hold the copy open for writing.
    try Binary.run(["/bin/cp", Binary.built.path, desk.root + "/deskctl"])
    let script = desk.root + "/swift-backtrace"
    try "#!/bin/sh\necho \"$@\" >\(desk.root)/marker\n".write(
      toFile: script, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
  }

  private func run(_ start: Start, _ desk: BinaryDesk) throws -> Binary.Started {
    var environment = desk.environment
    environment["SWIFT_BACKTRACE"] = "enable=yes,sanitize=no"
    environment["SWIFT_ROOT"] = desk.root
    let program =
      switch start {
      case .path: desk.root + "/deskctl"
      case .search, .here: "deskctl"
      }
    environment["PATH"] = (start == .here ? ".:" : "\(desk.root):") + "/usr/bin:/bin"
    return try Binary.start(
      [program, "contact", "list", "--wait", "50"], environment: environment, folder: desk.root)
  }

  private func isHeld(_ flock: String, _ desk: BinaryDesk) throws -> Bool {
    try Binary.run([flock, "-n", desk.root + "/data/lock", "true"]).status == 1
  }

  /// Whether a process is the program, and asleep: it has taken its signals and waits for the lock.
  private func isWaiting(_ process: pid_t) -> Bool {
    let status = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    let call = (try? String(contentsOfFile: "/proc/\(process)/syscall", encoding: .utf8)) ?? ""
    // 35 and 230: nanosleep and clock_nanosleep on x86-64; 101 and 115 on arm64.
    return status.contains("(deskctl)")
      && ["35 ", "230 ", "101 ", "115 "].contains { call.hasPrefix($0) }
  }

  private func waitUntil(_ isTrue: () throws -> Bool) throws {
    for _ in 0..<2000 {
      if try isTrue() { return }
      usleep(5000)
    }
    Issue.record("it did not come to pass in ten seconds")
  }
}
