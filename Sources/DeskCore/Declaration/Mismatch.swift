package import JSON

/// A value that is not what a declaration asks for, and where in its document it stands.
package struct Mismatch: Error, Hashable, Sendable {
  /// Why it does not fit; sentences are made of it elsewhere.
  package enum Problem: Hashable, Sendable {
    /// Another kind of value than was expected, or one out of range.
    case unexpected(Expectation)
    /// A key that is not declared, with the declared one that was probably meant.
    case unknownKey(String, suggestion: String?)
    case missing(key: String)
    /// A text that its type does not read, and why.
    case unreadable(TextForm, Unreadable)
    /// It names something that is not configured: `team`, `vendas`.
    case dangling(kind: String, name: String)
    /// Entries inherit from each other in a circle.
    case circle([String])
    /// Two values that cannot stand together.
    case contradiction(Contradiction)
    /// W13: braces that hold nothing which the text may hold.
    case placeholder(UnknownPlaceholder)
    /// The text cannot do without this one.
    case placeholderMissing(Placeholder)
  }

  package var path: JSONPath
  package let problem: Problem

  package init(_ problem: Problem, at path: JSONPath = []) {
    self.problem = problem
    self.path = path
  }

  /// The same, one step further from the document's root.
  package func within(_ step: JSONPathStep) -> Mismatch {
    Mismatch(problem, at: [step] + path)
  }
}
