/// Who is signed in, and to which channels: what routing knows of presence.
package struct SignedInAgents: Hashable, Sendable {
  private let channels: [Agent.ID: Set<Licence>]

  package init(_ channels: [Agent.ID: Set<Licence>] = [:]) { self.channels = channels }

  /// These, to one channel.
  package init(_ agents: [Agent.ID], to channel: Licence) {
    channels = Dictionary(agents.map { ($0, [channel]) }, uniquingKeysWith: { first, _ in first })
  }

  package init(_ presence: Presence) {
    var channels: [Agent.ID: Set<Licence>] = [:]
    for online in presence.online {
      guard let agent = online.agent else { continue }
      channels[agent, default: []].insert(online.channel)
    }
    self.init(channels)
  }

  package func isSignedIn(_ agent: Agent.ID, to channel: Licence) -> Bool {
    channels[agent]?.contains(channel) ?? false
  }

  /// To any channel at all.
  package func isSignedIn(_ agent: Agent.ID) -> Bool { !(channels[agent] ?? []).isEmpty }

  /// R5, R6: whether an agent may be offered a team's visitors, and take one; nil is nobody's team.
  package func standing(
    of id: Agent.ID, _ agent: Agent, in team: Team.ID?
  ) -> AgentStanding.Standing {
    guard let team, agent.teams.contains(team) else { return .otherTeam }
    if !agent.licences.contains(.webchat) { return .unlicensed }
    if isSignedIn(id, to: .webchat) { return .there }
    return isSignedIn(id) ? .otherChannel : .notSignedIn
  }
}
