/// Breaks text into lines of at most `width` columns, between words; a word that is longer than a
/// line stands alone and whole.
package struct TextWrap: Sendable {
  /// Of a whole line, in columns.
  package let width: Int

  /// Columns before the first line.
  package let indent: Int

  /// Columns before each line but the first.
  package let hanging: Int

  /// `hanging` is as `indent`, unless told.
  package init(width: Int, indent: Int = 0, hanging: Int? = nil) {
    self.width = width
    self.indent = indent
    self.hanging = hanging ?? indent
  }

  /// Spaces and line ends part the words.
  package func lines(_ prose: String) -> [String] {
    flow(prose.split { $0 == " " || $0.isNewline }.map(String.init))
  }

  /// Pieces that must not be broken, though they may hold spaces: `[--at TIME]`.
  package func flow(_ pieces: [String]) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = 0
    for piece in pieces {
      let added = piece.displayWidth
      if line.isEmpty || columns + 1 + added > width {
        if !line.isEmpty { lines.append(line) }
        let margin = lines.isEmpty ? indent : hanging
        line = String(repeating: " ", count: margin) + piece
        columns = margin + added
      } else {
        line += " " + piece
        columns += 1 + added
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
