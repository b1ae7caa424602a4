/// A word that is no option, by its place on the line.
package struct ArgumentSpec: Sendable, Hashable {
  /// In capitals, as help shows it: `RECORD`.
  package var name: String

  /// One sentence.
  package var summary: Text

  /// It may be left out; so no required one comes after it.
  package var isOptional: Bool

  /// It takes all the words that remain; so it comes last.
  package var repeats: Bool

  /// What a shell offers in its place.
  package var completion: CompletionKind

  /// An argument that is required and stands once, unless told.
  package init(
    _ name: String, _ summary: Text, isOptional: Bool = false, repeats: Bool = false,
    completion: CompletionKind = .none
  ) {
    self.name = name
    self.summary = summary
    self.isOptional = isOptional
    self.repeats = repeats
    self.completion = completion
  }
}
