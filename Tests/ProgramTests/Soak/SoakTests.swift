import DeskTestSupport
import Foundation
import Testing

/// Many processes of the program over one desk, for a time: adding, changing, firing, delivering,
/// reading, and killed. Whatever they say must be true, and stay true.
@Suite(.serialized)
struct SoakTests {
  private static let environment = ProcessInfo.processInfo.environment

  /// `DESKCTL_SOAK_SECONDS`; else ten minutes in `make torture`, and a third of one in `make test`.
  private static var seconds: Double {
    environment["DESKCTL_SOAK_SECONDS"].flatMap(Double.init) ?? (Exhaustion.isWhole ? 600 : 20)
  }

  /// `DESKCTL_SOAK_SEED` starts as a run before did, as far as the machine's timing allows.
  private static let seed =
    environment["DESKCTL_SOAK_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 1...999_999_999)

  @Test func `S10 everything at once, and killed at random, ends as it was said`() throws {
    print("soak: DESKCTL_SOAK_SEED=\(Self.seed), \(Self.seconds) s")
    var left = Self.seconds
    var number = Self.seed
    var isSound = true
    while left > 0, isSound {
      // A desk is looked at every ten seconds, and given up for a new one after a minute.
      let run = try SoakRun(seed: number)
      for _ in 0..<6 where left > 0 && run.history.violations.isEmpty {
        try run.run(seconds: min(10, left))
        left -= 10
      }
      isSound = try report(run, seed: number)
      number += 1
    }
  }

  /// Adds a desk's numbers to the table; answers whether there was no violation.
  private func report(_ run: SoakRun, seed: UInt64) throws -> Bool {
    let violations = run.history.violations
    #expect(violations.prefix(20) == [], "DESKCTL_SOAK_SEED=\(seed)")
    try Exhaustion.count("soak: commands", cases: run.commands, failures: violations.count)
    try Exhaustion.count("soak: killed", cases: run.killed, failures: violations.count)
    return violations.isEmpty
  }

  @Test func `S3 without its locks the program does not pass the soak`() throws {
    guard let strace = try Needed.program("strace") else { return }
    let withoutLocks = [
      strace, "-o", "/dev/null", "-e", "trace=flock", "-e", "inject=flock:retval=0",
    ]
    let run = try SoakRun(seed: Self.seed, killed: 0, wrapper: withoutLocks)
    for _ in 0..<10 where run.history.violations.isEmpty { try run.run(seconds: 3) }
    let isStatus = { (violation: String) in violation.hasPrefix("undocumented status") }
    #expect(run.history.violations.contains { !isStatus($0) })
  }
}
