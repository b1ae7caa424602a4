/// Rows of text under titles; cells come as they are in the data and each rendering makes them fit.
package struct Table: Sendable {
  /// The side of its column at which a cell stands.
  package enum Alignment: Sendable {
    case left
    case right
  }

  /// A column: its title for people, its key for programs.
  package struct Column: Sendable {
    /// Heads the column for people, in capitals.
    package var title: Text

    /// What heads the column in TSV and CSV, whatever the language; the title where it is nil.
    package var key: String?

    /// Of the title and the cells.
    package var alignment: Alignment

    /// The column may lose the ends of its cells where the table is too wide.
    package var shrinks: Bool

    /// A column at the left that keeps its width, unless told.
    package init(
      _ title: Text, key: String? = nil, alignment: Alignment = .left, shrinks: Bool = false
    ) {
      self.title = title
      self.key = key
      self.alignment = alignment
      self.shrinks = shrinks
    }
  }

  /// In their order from the left.
  package var columns: [Column]

  /// The cells as they are in the data.
  package private(set) var rows: [[String]] = []

  /// - Precondition: each row has a cell for each column.
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
