/// How CSV is written.
package struct CSVOptions: Sendable, Hashable {
  /// Between cells; a spreadsheet in Portuguese expects `;`.
  package var delimiter: Character

  /// The first line holds the keys of the columns.
  package var header: Bool

  /// A byte order mark, by which spreadsheets know UTF-8.
  package var byteOrderMark: Bool

  /// Cells that a spreadsheet would run as a formula are made text by an apostrophe.
  package var guardsFormulas: Bool

  /// As RFC 4180 has it, with a header and guarded, unless told.
  package init(
    delimiter: Character = ",", header: Bool = true, byteOrderMark: Bool = false,
    guardsFormulas: Bool = true
  ) {
    self.delimiter = delimiter
    self.header = header
    self.byteOrderMark = byteOrderMark
    self.guardsFormulas = guardsFormulas
  }
}

extension Table {
  /// A line a row, cells between tabs. In a cell a tab, a line end, a carriage return and a
  /// backslash are `\t`, `\n`, `\r` and `\\`; other controls are shown as by `Shown`.
  package func tsv(_ language: Language, header: Bool = false) -> String {
    let lines = (header ? [keys(language)] : []) + rows
    return lines.map { $0.map(tabCell).joined(separator: "\t") + "\n" }.joined()
  }

  /// CSV as RFC 4180 has it: lines end in CR LF, and a cell is quoted where it holds the delimiter,
  /// a quote or a line end, or a space at an end. Controls are shown as by `Shown.paragraph`.
  ///
  /// A cell that begins, after spaces, with `=`, `+`, `-`, `@` or their full-width forms, or with a
  /// tab or a carriage return, is what spreadsheets may take for a formula (OWASP, "CSV
  /// Injection"): it gets an apostrophe in front. A phone or a number is no formula and stays as
  /// it is: a sign, then only digits, spaces, dots, commas, brackets and dashes.
  package func csv(_ language: Language, _ options: CSVOptions = CSVOptions()) -> String {
    let lines = (options.header ? [keys(language)] : []) + rows
    let text = lines.map { line in
      line.map { csvCell($0, options) }.joined(separator: String(options.delimiter)) + "\r\n"
    }
    return (options.byteOrderMark ? "\u{FEFF}" : "") + text.joined()
  }

  private func tabCell(_ cell: String) -> String {
    let escaped = cell.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "\t": text += #"\t"#
      case "\n": text += #"\n"#
      case "\r": text += #"\r"#
      case "\\": text += #"\\"#
      default: text.unicodeScalars.append(scalar)
      }
    }
    return Shown(escaped).line
  }

  private func csvCell(_ cell: String, _ options: CSVOptions) -> String {
    let guarded = options.guardsFormulas && cell.looksLikeFormula ? "'" + cell : cell
    let shown = Shown(guarded).paragraph
    let isQuoted =
      shown.first == " " || shown.last == " "
      || shown.contains { $0 == options.delimiter || $0 == "\"" || $0 == "\n" }
    guard isQuoted else { return shown }
    return "\""
      + shown.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

extension String {
  fileprivate var looksLikeFormula: Bool {
    let scalars = unicodeScalars.drop { $0 == " " }
    guard let first = scalars.first else { return false }
    switch first {
    case "=", "@", "\t", "\r", "\u{FF1D}", "\u{FF20}", "\u{FF0B}", "\u{FF0D}": return true
    case "+", "-":
      return !scalars.dropFirst().allSatisfy { "0123456789 .,()-".unicodeScalars.contains($0) }
    default: return false
    }
  }
}
