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

extension WebchatSetting {
  /// R4, R5: a visitor may pick any subject. It is online where one of them leads to somebody, and
  /// closed where hours alone keep everybody away: the first queue to open is the one to wait for.
  package var availability: ChatAvailability {
    let subjects = [nil] + routing.subjects.ids.map { Optional($0) }
    let routes = subjects.map { route($0) }
    if routes.contains(where: { $0.outcome.isTaken }) { return .online }
    let closed = routes.filter { $0.outcome.reason == .queueClosed }
    let isOpen = routes.contains { $0.outcome.reason == .noAgent }
    if closed.isEmpty || isOpen { return .offline }
    return .closed(until: closed.compactMap(\.change).min())
  }
}

extension RouteOutcome {
  fileprivate var isTaken: Bool {
    switch self {
    case .bot, .offer: true
    case .chooseSubject, .form, .defaultText: false
    }
  }
}
