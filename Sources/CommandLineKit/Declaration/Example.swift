/// A line to paste and what it does.
package struct Example: Sendable, Hashable {
  /// The whole line with the program's name, since it may hold a pipe.
  package var line: String

  /// What the line does.
  package var summary: Text

  /// A line with the program's name, and what it does.
  package init(_ line: String, _ summary: Text) {
    self.line = line
    self.summary = summary
  }
}
