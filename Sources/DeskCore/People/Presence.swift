/// Who has switched themselves on, for which channel, and since when: `presence.json` in the store.
package struct Presence: Record, Hashable {
  /// In the order of names and channels.
  package private(set) var online: [OnlineAgent] = []

  package init() {}

  package static let fields: Fields<Self> = [
    Field("online", \.online, required: true, en: "who is online", pt: "quem está online")
  ]

  /// Whether an agent is switched on, and since when; nil where they are not.
  package func since(_ agent: Agent.ID, on channel: Licence) -> Instant? {
    online.first { $0.agent == agent && $0.channel == channel }?.since
  }

  /// Those who are switched on for a channel.
  package func agents(on channel: Licence) -> [Agent.ID] {
    online.filter { $0.channel == channel }.compactMap(\.agent)
  }

  /// Switches an agent on, or off; who is on already stays so since then.
  package mutating func set(
    _ agent: Agent.ID, on channel: Licence, isOnline: Bool, at now: Instant
  ) {
    if isOnline {
      guard since(agent, on: channel) == nil else { return }
      online.append(OnlineAgent(agent: agent, channel: channel, since: now))
      online.sort { ($0.agent?.text ?? "", $0.channel) < ($1.agent?.text ?? "", $1.channel) }
    } else {
      online.removeAll { $0.agent == agent && $0.channel == channel }
    }
  }
}

/// An agent who is switched on for a channel.
package struct OnlineAgent: Record, Hashable {
  package var agent: Agent.ID?
  package var channel = Licence.livechat
  package var since = Instant(secondsSinceEpoch: 0)

  package init() {}

  init(agent: Agent.ID, channel: Licence, since: Instant) {
    self.agent = agent
    self.channel = channel
    self.since = since
  }

  package static let fields: Fields<Self> = [
    Field("agent", \.agent, required: true, en: "who", pt: "quem"),
    Field("channel", \.channel, required: true, en: "for which channel", pt: "em que canal"),
    Field("since", \.since, required: true, en: "since when", pt: "desde quando"),
  ]
}

extension Licence: Comparable {
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
