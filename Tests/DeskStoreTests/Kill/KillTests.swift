import DeskSystem
import DeskTestSupport
import Glibc
import Testing

/// Whatever goes wrong at whichever system call, the store is as before or as after; where the
/// command said that it was done, as after; and the next one goes on from there.
struct KillTests {
  @Test(arguments: Trial.all)
  func `killed at any call, it is as before or as after`(trial: Trial) throws {
    let harness = try KillHarness(trial)
    var faults = (1...harness.calls.count).map { FaultyKernel.Fault.kill(at: $0) }
    for (place, call) in harness.calls.enumerated() where call.kind == .write {
      faults += [1, 20].map { .tornKill(at: place + 1, bytes: $0) }
    }
    try run("killed at a call", harness, faults)
  }

  @Test(arguments: Trial.all)
  func `killed again in the recovery, it is as after`(trial: Trial) throws {
    let harness = try KillHarness(trial)
    let step = max(1, harness.calls.count / 20)
    var cases = 0
    var found: [String] = []
    for place in stride(from: 1, through: harness.calls.count, by: step) {
      let more = try harness.violations(.kill(at: place), every: step)
      cases += more.cases
      found += more.1
    }
    try report("killed again in the recovery", cases, found)
  }

  @Test(arguments: Trial.all)
  func `an error once is told, or the next command completes it`(trial: Trial) throws {
    let harness = try KillHarness(trial)
    let step = max(1, harness.calls.count / 40)
    let places = stride(from: 1, through: harness.calls.count, by: step)
    try run(
      "one error", harness,
      [ENOSPC, EIO, EMFILE, EINTR].flatMap { code in places.map { .error(code, at: $0) } })
  }

  @Test(arguments: Trial.all)
  func `errors from a call on are told, or the next command completes it`(trial: Trial) throws {
    let harness = try KillHarness(trial)
    let step = max(1, harness.calls.count / 30)
    let places = stride(from: 1, through: harness.calls.count, by: step)
    try run(
      "errors from a call on", harness,
      [ENOSPC, EROFS, EMFILE, EINTR].flatMap { code in places.map { .errors(code, from: $0) } })
  }

  @Test(arguments: Trial.all)
  func `reads and writes may be short`(trial: Trial) throws {
    try run("short reads and writes", KillHarness(trial), [1, 7].map { .short(bytes: $0) })
  }

  private func run(_ kind: String, _ harness: KillHarness, _ faults: [FaultyKernel.Fault]) throws {
    let found = try faults.compactMap { try harness.violation($0) }
    try report(kind, faults.count, found)
  }

  private func report(_ kind: String, _ cases: Int, _ found: [String]) throws {
    try Exhaustion.count("store: \(kind)", cases: cases, failures: found.count)
    #expect(found.prefix(3) == [])
  }
}
