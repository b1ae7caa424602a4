/// Two settings that cannot stand together.
package enum Contradiction: Hashable, Sendable {
  /// W1: tickets open by themselves, and a key that they need is unset.
  case openingWithout(key: String)
  /// W2: attempts are counted where an e-mail is required.
  case attemptsWhileRequired
  /// D1: a transport is chosen, and a key that it needs is unset.
  case transportWithout(String, key: String)
  /// R1: a visitor could not tell two subjects from each other.
  case subjectsAlike(String)
  /// R4: a form that asks nothing.
  case formWithoutField
  /// R4: a form wants what it does not ask.
  case requiredNotAsked(FormField)
  /// R9: a subject leads nowhere.
  case subjectWithoutQueue
  /// R9: nobody belongs to a queue's team.
  case teamWithoutAgents(Team.ID)
  /// R5: nobody of a queue's team is licensed for webchat.
  case teamWithoutLicence(Team.ID)

  /// L1: the desk has livechat, and a key that it needs is unset.
  case livechatWithout(key: String)

  /// The rule that they break.
  package var rule: String {
    switch self {
    case .openingWithout: "W1"
    case .attemptsWhileRequired: "W2"
    case .transportWithout: "D1"
    case .livechatWithout: "L1"
    case .subjectsAlike: "R1"
    case .formWithoutField, .requiredNotAsked: "R4"
    case .teamWithoutLicence: "R5"
    case .subjectWithoutQueue, .teamWithoutAgents: "R9"
    }
  }
}
