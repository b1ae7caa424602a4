/// Two settings that cannot stand together.
package enum Contradiction: Hashable, Sendable {
  /// W1: tickets open by themselves, and a key that they need is unset.
  case openingWithout(key: String)
  /// W2: attempts are counted where an e-mail is required.
  case attemptsWhileRequired
  /// D1: a transport is chosen, and a key that it needs is unset.
  case transportWithout(String, key: String)

  /// L1: the desk has livechat, and a key that it needs is unset.
  case livechatWithout(key: String)

  /// The rule that they break.
  package var rule: String {
    switch self {
    case .openingWithout: "W1"
    case .attemptsWhileRequired: "W2"
    case .transportWithout: "D1"
    case .livechatWithout: "L1"
    }
  }
}
