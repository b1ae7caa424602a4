/// W8: somebody comes with the token that they were sent to create a password with. It works once,
/// and for its time.
package struct Redemption: Sendable {
  /// Why it does not work.
  package enum Refusal: Error, Hashable, Sendable {
    /// Nobody has it: a wrong one, or one that was used; which of them is not told.
    case noSuchToken
    /// Whoever has it was sent it once, so this can be told.
    case expired(at: Instant)
  }

  /// Under what a token is kept and found again: SHA-256, in lower-case hexadecimal.
  package static func key(of token: String) -> String {
    SHA256.hash(Array(token.utf8)).hexadecimal
  }

  /// What using it does. `key` is that of the token that somebody came with.
  package static func plan(
    _ contact: Contact?, key: String, actor: String, now: Instant
  ) throws(Refusal) -> [Effect] {
    guard var contact, let token = contact.passwordToken, token.sha256 == key, token.usedAt == nil
    else { throw .noSuchToken }
    guard now < token.expiresAt else { throw .expired(at: token.expiresAt) }
    contact.passwordToken?.usedAt = now
    contact.changedAt = now
    return [
      .contact(contact),
      .event(
        Event(at: now, actor: actor, record: contact.reference, what: "redeemed", rule: "W8")),
    ]
  }
}
