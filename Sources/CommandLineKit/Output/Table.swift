/// Rows of text under titles; cells come as they are in the data and each rendering makes them fit.
package struct Table: Sendable {
  package enum Alignment: Sendable {
    case left
    case right
  }

  /// A column: its title for people, its key for programs.
  package struct Column: Sendable {
    package var title: Text

    /// What heads the column in TSV and CSV, whatever the language; the title where it is nil.
    package var key: String?
    package var alignment: Alignment

    /// The column may lose the ends of its cells where the table is too wide.
    package var shrinks: Bool

    package init(
      _ title: Text, key: String? = nil, alignment: Alignment = .left, shrinks: Bool = false
    ) {
      self.title = title
      self.key = key
      self.alignment = alignment
      self.shrinks = shrinks
    }
  }

  package var columns: [Column]
  package private(set) var rows: [[String]] = []

  package init(_ columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    for row in rows { add(row) }
  }

  /// - Precondition: a cell for each column.
  package mutating func add(_ row: [String]) {
    precondition(row.count == columns.count, "a row has a cell for each column")
    rows.append(row)
  }

  func keys(_ language: Language) -> [String] {
    columns.map { $0.key ?? $0.title(language) }
  }
}
