/// What came back from a transport.
package enum DeliveryAnswer: Hashable, Sendable {
  case sent(Receipt)
  /// It was not taken, and never will be.
  case refused(reason: String)
  /// It was not taken; later it may be. `after` is how many seconds the transport wants to be left
  /// alone.
  case notTaken(reason: String, holding: Held, after: Int? = nil)
  /// Nobody knows whether it was.
  case unknown(reason: String)
  /// The desk itself does not send it, or a person says that it was not sent.
  case notSent(reason: String, rule: String)

  package static func sent(provider: String?) -> DeliveryAnswer { .sent(Receipt(provider)) }

  /// The message's id at the provider, where that is known.
  package var provider: String? {
    if case .sent(let receipt) = self { receipt.provider } else { nil }
  }

  /// Who waits with an entry that was not taken.
  package enum Held: Hashable, Sendable {
    /// What goes to the same contact by the same channel.
    case contact
    /// All that goes by the transport: it has enough for now.
    case everyone
    /// The same, because it does not work at all; a person is told.
    case outage
  }

  /// What a transport says of a message that it took.
  package struct Receipt: Hashable, Sendable {
    /// The message's id there.
    package var provider: String?
    /// The address that it made of the one that was given, where that is another.
    package var reached: String?
    /// D3: what it says of how far the message came.
    package var status: DeliveryStage?
    /// What else it says, for the log.
    package var detail: [String] = []

    package init(_ provider: String? = nil) { self.provider = provider }
  }
}
