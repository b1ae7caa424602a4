extension Table {
  /// The table for a terminal: titles in capitals, two spaces between columns, no spaces at the
  /// ends of lines. Without rows it is empty: there is nothing to head.
  /// - Parameter width: of the terminal, in columns. Those that may shrink are shortened with `…`,
  ///   the widest first and none below four; where that is not enough the table stays too wide. Nil
  ///   shortens nothing.
  package func table(_ language: Language, width: Int? = nil, style: Style = .plain) -> String {
    if rows.isEmpty { return "" }
    let titles = columns.map { Shown($0.title(language)).line.uppercased() }
    let cells = rows.map { $0.map { Shown($0).line } }
    let widths = fitted(naturalWidths([titles] + cells), to: width)
    let lines = [style.bold(line(titles, widths))] + cells.map { line($0, widths) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func naturalWidths(_ lines: [[String]]) -> [Int] {
    columns.indices.map { column in
      lines.reduce(0) { max($0, $1[column].displayWidth) }
    }
  }

  private func fitted(_ natural: [Int], to width: Int?) -> [Int] {
    guard let width else { return natural }
    var widths = natural
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - width
    while excess > 0 {
      let shrinkable = widths.indices.filter { columns[$0].shrinks && widths[$0] > 4 }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      let shortened = cell.shortened(to: widths[index])
      let padding = String(repeating: " ", count: widths[index] - shortened.displayWidth)
      if index > 0 { line += "  " }
      switch columns[index].alignment {
      case .left: line += shortened + padding
      case .right: line += padding + shortened
      }
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
