/// Whether somebody takes a visitor who comes to a chat now.
package enum ChatAvailability: Hashable, Sendable {
  /// A bot or a person would.
  case online
  /// Nobody is there, though it is open.
  case offline
  /// Outside the business hours; nil where they never open again.
  case closed(until: Instant?)

  package var isOnline: Bool { self == .online }

  /// When it opens again.
  package var opensAt: Instant? {
    switch self {
    case .online, .offline: nil
    case .closed(let opening): opening
    }
  }
}
