import DeskCore
import DeskTestSupport
import Testing

struct IntakeTableTests {
  /// `situation / input`.
  private static let pairs = IntakeSamples.situations.flatMap { situation in
    IntakeSamples.inputs.map { "\(situation.name) / \($0.name)" }
  }

  @Test func `no pair of state and input is missing or stands there twice`() {
    let rows = IntakeTable.rows.map { "\($0.situation) / \($0.input)" }
    #expect(Set(rows) == Set(Self.pairs))
    #expect(rows.count == Self.pairs.count)
  }

  @Test func `the situations have every state, and none, and an end`() {
    let states = IntakeSamples.situations.map(\.turn.conversation?.intake?.state)
    for state in IntakeState.allCases { #expect(states.contains(state), "\(state)") }
    let unasked = IntakeSamples.situations.compactMap(\.turn.conversation)
    #expect(unasked.contains { $0.intake == nil })
    #expect(unasked.contains { $0.state == .closed })
    #expect(states.contains(nil))
  }

  @Test func `each pair does what the table says`() throws {
    var failures = 0
    for situation in IntakeSamples.situations {
      for input in IntakeSamples.inputs {
        let line = IntakeSamples.line(IntakeSamples.turn(situation, input).plan())
        let row = IntakeTable.rows.first {
          $0.situation == situation.name && $0.input == input.name
        }
        if line != row?.outcome { failures += 1 }
        #expect(line == row?.outcome, "\(situation.name) / \(input.name)")
      }
    }
    try Exhaustion.count("intake: states and inputs", cases: Self.pairs.count, failures: failures)
  }

  @Test func `every step names a rule, and a new state follows from every step but a skip`() {
    for situation in IntakeSamples.situations {
      for input in IntakeSamples.inputs {
        let plan = IntakeSamples.turn(situation, input).plan()
        #expect(!plan.steps.isEmpty)
        let skipsAll = plan.steps.allSatisfy { if case .skip = $0.act { true } else { false } }
        if !skipsAll { #expect(plan.intake?.actedOn == input.at) }
      }
    }
  }
}
