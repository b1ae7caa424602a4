/// L3: who is online for livechat. An agent is who is licensed for it and switched on, inside the
/// channel's business hours where it has any.
package struct LivechatPresence: Sendable {
  /// Whether the channel's business hours are open; true where it has none.
  package let isOpen: Bool
  /// In the order of Config.
  package let online: [Agent.ID]

  package init(_ presence: Presence, _ agents: Catalog<Agent>, isOpen: Bool = true) {
    let switchedOn = Set(presence.agents(on: .livechat))
    self.isOpen = isOpen
    online =
      isOpen
      ? agents.entries.filter {
        $0.value.licences.contains(.livechat) && switchedOn.contains($0.id)
      }
      .map(\.id) : []
  }

  package var isSomebodyOnline: Bool { !online.isEmpty }

  package func isOnline(_ agent: Agent.ID) -> Bool { online.contains(agent) }
}
