import DeskTestSupport
import Testing

/// What a power cut leaves, of which a kill shows nothing: writes that had not reached the disk are
/// lost, in every order that a file system allows.
struct ModelTests {
  /// So many states of each point.
  private static let limit = Exhaustion.isWhole ? 512 : 5

  @Test(arguments: Trial.all)
  func `a power cut at any point leaves it as before or as after`(trial: Trial) throws {
    let results = try ModelHarness(trial).run(limit: Self.limit)
    let rows = ["orders in which writes reach the disk", "orders of two transactions"]
    for (row, result) in zip(rows, results) {
      try Exhaustion.count(
        "model: \(row)", cases: result.cases, failures: result.violations.count)
      #expect(result.cases > 0)
      #expect(result.violations.prefix(3) == [])
    }
  }

  @Test(arguments: Trial.all)
  func `a power cut in the recovery changes nothing of where it ends`(trial: Trial) throws {
    let (states, limit) = Exhaustion.isWhole ? (20, 32) : (3, 4)
    let result = try ModelHarness(trial).runRecoveries(from: states, limit: limit)
    try Exhaustion.count(
      "model: power cuts in the recovery", cases: result.cases, failures: result.violations.count)
    #expect(result.cases > 0)
    #expect(result.violations.prefix(3) == [])
  }
}
