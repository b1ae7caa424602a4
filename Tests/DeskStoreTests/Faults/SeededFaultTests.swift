import DeskCore
import DeskSystem
import DeskTestSupport
import Testing

@testable import DeskStore

/// The tests of the store, tested: each is run on a program that does one thing wrong, and has to
/// see it.
struct SeededFaultTests {
  /// A fault, and who has to see it.
  struct Seeded: Sendable, CustomTestStringConvertible {
    let fault: SeededFault
    let seenBy: Check
    let trial: Trial
    var testDescription: String { fault.name }

    init(_ fault: SeededFault, seenBy: Check, _ trial: Trial) {
      self.fault = fault
      self.seenBy = seenBy
      self.trial = trial
    }
  }

  /// What looks for something wrong.
  enum Check {
    case kills
    case model
    case together
    case reading
  }

  static let all = [
    Seeded(.noLock, seenBy: .together, .add),
    Seeded(.noSyncOfJournal, seenBy: .model, .add),
    Seeded(.noDurableClear, seenBy: .model, .add),
    Seeded(.noSyncOfBatch, seenBy: .model, .fired),
    Seeded(.noLastSyncOfBatch, seenBy: .model, .fired),
    Seeded(.noSyncOfFiles, seenBy: .model, .close),
    Seeded(.noSyncOfAppends, seenBy: .model, .add),
    Seeded(.noSyncOfFolders, seenBy: .model, .close),
    Seeded(.inPlace, seenBy: .model, .close),
    Seeded(.inPlace, seenBy: .kills, .close),
    Seeded(.noTailRepair, seenBy: .kills, .torn),
    Seeded(.failedListingIsEmpty, seenBy: .reading, .add),
  ]

  @Test(arguments: all)
  func `a program that does it wrong is caught`(seeded: Seeded) throws {
    let found = try violation(seeded)
    try Exhaustion.count("seeded faults: caught", cases: 1, failures: found == nil ? 1 : 0)
    #expect(found != nil)
  }

  private func violation(_ seeded: Seeded) throws -> String? {
    switch seeded.seenBy {
    case .kills:
      let harness = try KillHarness(seeded.trial, fault: seeded.fault)
      for place in 1...harness.calls.count {
        if let found = try harness.violation(.kill(at: place)) { return found }
      }
      return nil
    case .model:
      return try ModelHarness(seeded.trial, fault: seeded.fault).firstViolation(limit: 16)
    case .together:
      return try TogetherHarness(seeded.trial, fault: seeded.fault).violations().found.first
    case .reading: return try ReadingHarness(fault: seeded.fault).violations().found.first
    }
  }
}
