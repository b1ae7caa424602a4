import CommandLineKit
import DeskCore
import DeskStore
import JSON

/// S6: an agent who leaves a team leaves schedules behind that will fail when they come due.
enum AgentTeams {
  /// Warns of pending schedules in the teams that an agent is about to leave. The agenda says whose
  /// they are, so no record is read.
  @Sendable static func warnings(
    _ desk: Desk, _ id: Agent.ID, _ old: JSONObject, _ new: JSONObject
  ) throws -> [Notice] {
    let left = teams(old).subtracting(teams(new))
    guard !left.isEmpty else { return [] }
    let failing = try pending(desk).filter { entry in
      entry.agent == id && entry.team.map { left.contains($0.text) } ?? false
    }
    guard let first = failing.first?.schedule else { return [] }
    return [.willFail(id, count: failing.count, first: Reference(.schedule, first))]
  }

  private static func teams(_ agent: JSONObject) -> Set<String> {
    Set((agent["teams"]?.array ?? []).compactMap(\.string))
  }

  private static func pending(_ desk: Desk) throws -> [AgendaEntry] {
    do {
      return try desk.reading { try $0.pendingSchedules() }
    } catch StoreError.noStore {
      // A configuration is made and checked without a store, too.
      return []
    }
  }
}

extension Notice {
  fileprivate static func willFail(_ agent: Agent.ID, count: Int, first: Reference) -> Notice {
    Notice(
      "S6",
      Text(
        en: "pending schedules of \(agent) that will now fail: \(count), \(first) first",
        pt:
          "agendamentos pendentes de \(agent) que agora vão falhar: \(count), a partir de \(first)"),
      hint: Text("deskctl schedule list --agent \(agent)"))
  }
}
