import DeskCore
import DeskTestSupport
import Testing

struct RoutingTests {
  /// An outcome and the rules of its steps, as the table has them.
  private func line(_ route: Route) -> String {
    var words = [route.outcome.word]
    if let reason = route.outcome.reason { words.append(reason.rawValue) }
    if case .offer(let agents) = route.outcome { words += agents.map(\.text) }
    return words.joined(separator: " ") + ": " + route.steps.map(\.rule).joined(separator: " ")
  }

  @Test func `R1 each situation stands in one row of the table, and none is left out`() {
    for situation in RoutingSamples.all {
      #expect(RoutingTable.rows.count { $0.covers(situation) } == 1, "\(situation)")
    }
    for row in RoutingTable.rows {
      #expect(row.words.count == 7 && RoutingSamples.all.contains(where: row.covers))
    }
  }

  @Test func `R1 each situation has the outcome, the reason and the steps of its row`() throws {
    var failures = 0
    for situation in RoutingSamples.all {
      let route = try situation.route()
      let found = line(route)
      let expected = RoutingTable.rows.first { $0.covers(situation) }?.outcome
      // The step that decides is of the rule of its reason.
      let isWrong =
        found != expected
        || route.outcome.reason.map { $0.rule != route.steps.last?.rule } ?? false
      guard isWrong else { continue }
      failures += 1
      Issue.record("\(situation): \(found), and the table has \(expected ?? "-")")
    }
    try Exhaustion.count(
      "webchat: situations of a visitor", cases: RoutingSamples.all.count, failures: failures)
  }

  @Test func `R5 each agent is told with the first thing that stands against them`() throws {
    func standings(_ agents: RoutingSamples.Agents) throws -> [String] {
      let situation = RoutingSamples.Situation(
        webchat: .on, bot: .none, chosen: .sales, line: .staffed, hours: .open, form: .none,
        agents: agents)
      return try situation.route().steps.flatMap { step -> [String] in
        guard case .agents(let standings) = step else { return [] }
        return standings.map { "\($0.agent) \($0.standing.rawValue)" }
      }
    }
    let nobody = ["ana not_signed_in", "bia not_signed_in", "caio unlicensed"]
    #expect(try standings(.none) == nobody)
    #expect(try standings(.signedOut) == nobody)
    #expect(try standings(.otherTeam) == nobody + ["davi other_team"])
    #expect(
      try standings(.otherChannel)
        == ["ana other_channel", "bia not_signed_in", "caio unlicensed"])
    #expect(
      try standings(.one)
        == ["ana not_signed_in", "bia there", "caio unlicensed", "davi other_team"])
  }

  @Test func `R4 an open or closed queue says until when`() throws {
    func until(_ hours: RoutingSamples.Hours) throws -> [Instant?] {
      let situation = RoutingSamples.Situation(
        webchat: .on, bot: .none, chosen: .sales, line: .staffed, hours: hours, form: .none,
        agents: .none)
      return try situation.route().steps.compactMap { step in
        switch step {
        case .open(_, _, let until), .closed(_, _, let until): until
        default: nil
        }
      }
    }
    #expect(try until(.open) == [try instant("2026-12-04T12:00:00Z")])
    #expect(try until(.closed) == [try instant("2026-12-04T11:00:00Z")])
    #expect(try until(.none) == [])
  }
}
