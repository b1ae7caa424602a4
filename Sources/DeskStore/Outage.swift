package import DeskCore
import JSON

/// A channel whose transport does not work: kept, so that it is told once when it begins and once
/// when it is over.
package struct Outage: Record, Hashable {
  package var channel = OutboxChannel.whatsapp
  package var since = Instant(secondsSinceEpoch: 0)
  package var reason = ""

  package init() {}

  package init(_ channel: OutboxChannel, since: Instant, reason: String) {
    self.channel = channel
    self.since = since
    self.reason = reason
  }

  package static let fields: Fields<Self> = [
    Field("channel", \.channel, required: true, en: "the channel", pt: "o canal"),
    Field("since", \.since, required: true, en: "since when", pt: "desde quando"),
    Field("reason", \.reason, en: "why", pt: "por quê"),
  ]
}
