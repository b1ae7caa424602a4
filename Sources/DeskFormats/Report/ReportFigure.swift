/// Figures of a report as people see them: a picture, and the table that says the same. Texts are in
/// the reader's language already.
package struct ReportFigure: Sendable {
  /// What the picture is.
  package enum Picture: Sendable {
    /// A bar a row, a piece of it for each amount.
    case bars
    /// A cell for each amount, the darker the more.
    case heat
  }

  /// What is counted or timed; what is drawn of it, and how each amount reads.
  package struct Row: Sendable {
    package let label: String
    package let amounts: [Int]
    package let cells: [String]

    package init(_ label: String, _ amounts: [Int], cells: [String]? = nil) {
      self.label = label
      self.amounts = amounts
      self.cells = cells ?? amounts.map { String($0) }
    }
  }

  package let title: String
  /// How it was counted.
  package let note: String
  package let picture: Picture
  /// What heads the labels, and each amount.
  package let columns: [String]
  package let rows: [Row]

  package init(
    _ title: String, note: String, picture: Picture = .bars, columns: [String], rows: [Row]
  ) {
    self.title = title
    self.note = note
    self.picture = picture
    self.columns = columns
    self.rows = rows
  }

  /// The longest bar, or the darkest cell; never nothing, so that it divides.
  package var most: Int {
    let amounts = rows.map { row in
      switch picture {
      case .bars: row.amounts.reduce(0, +)
      case .heat: row.amounts.max() ?? 0
      }
    }
    return max(1, amounts.max() ?? 0)
  }
}
