/// C13: WhatsApp's window. Free text may go to somebody only while less than 24 hours have passed
/// since they last wrote to that number, in whatever conversation.
package struct ServiceWindow: Hashable, Sendable {
  /// Seconds.
  package static let length = 24 * 3600

  /// Nil where they never wrote to the number.
  package let lastInbound: Instant?

  package init(lastInbound: Instant?) { self.lastInbound = lastInbound }

  /// The first instant at which it is closed; nil where it never was open.
  package var closing: Instant? { lastInbound.map { $0 + Self.length } }

  package func isOpen(at now: Instant) -> Bool { closing.map { now < $0 } ?? false }
}
