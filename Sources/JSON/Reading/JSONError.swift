/// Why a text was refused, and where.
package struct JSONError: Error, Hashable, Sendable {
  /// The first place that is wrong.
  package let position: JSONPosition
  /// What is wrong there.
  package let problem: JSONProblem

  /// A refusal of what stands at that place.
  package init(_ problem: JSONProblem, at position: JSONPosition) {
    self.problem = problem
    self.position = position
  }

  /// The line, from 1.
  package var line: Int { position.line }

  /// The column, from 1, in Unicode scalars.
  package var column: Int { position.column }

  /// The bytes before it.
  package var offset: Int { position.offset }

  /// A short phrase for what would have been right: `"," or "]"`.
  package var expected: String { problem.expected }
}

extension JSONError: CustomStringConvertible {
  /// A sentence with place, problem and what was expected.
  package var description: String {
    "line \(line), column \(column): \(problem.summary), expected \(expected)"
  }
}
