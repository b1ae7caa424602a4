/// A word that a shell may put where the cursor is.
package struct Candidate: Sendable, Hashable {
  /// The whole word, without quotes.
  package var value: String

  /// Shown beside it by zsh and fish; may be empty.
  package var description: String

  /// More is to follow in the same word (`email.maxAttempts=`), so no space comes after it.
  package var isPartial: Bool

  /// A whole word, unless it is said to be partial.
  package init(_ value: String, _ description: String = "", isPartial: Bool = false) {
    self.value = value
    self.description = description
    self.isPartial = isPartial
  }
}
