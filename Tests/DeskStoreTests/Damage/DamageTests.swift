import DeskCore
import DeskTestSupport
import Testing

@testable import DeskStore

/// No altered byte of a store is taken for an answer.
///
/// What nothing in a store can tell: that the log was cut at the end of a line, with what the log
/// alone knew. All else that a cut takes is known from elsewhere: records from the log, the
/// indexes, the agenda and each other, messages from their conversation, what is derived from the
/// records.
struct DamageTests {
  /// So many alterations of each kind.
  private static let most = 400

  @Test func `any beginning of any file is an answer as before, or named`() throws {
    try run("every prefix", AlteredFile.prefixes) { altered in
      altered.path.hasPrefix("log/") && altered.bytes.last == newline
    }
  }

  @Test func `any altered byte of any file is an answer as before, or named`() throws {
    try run("every flipped byte", AlteredFile.flips) { _ in false }
  }

  private func run(
    _ row: String, _ alterations: (String, [UInt8]) -> [AlteredFile],
    besides cannotBeKnown: (AlteredFile) -> Bool
  ) throws {
    let harness = try DamageHarness()
    let all = harness.files.flatMap { alterations($0.path, $0.bytes) }
    let tried = Exhaustion.some(all.filter { !cannotBeKnown($0) }, atMost: Self.most)
    let found = try tried.compactMap(harness.violation)
    try Exhaustion.count("damage: \(row)", cases: tried.count, failures: found.count)
    #expect(found.prefix(10) == [])
  }
}
