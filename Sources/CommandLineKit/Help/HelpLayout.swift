/// Lays the parts of a help page out in lines of a given width.
struct HelpLayout {
  let width: Int
  let style: Style

  /// Where the second column of the page's lists begins.
  private let column: Int

  /// The second column begins at 30 at the latest; a longer term has its line alone.
  init(_ blocks: [HelpBlock], width: Int, style: Style) {
    self.width = width
    self.style = style
    let longest = blocks.reduce(0) { longest, block in
      guard case .list(_, let rows) = block else { return longest }
      return rows.reduce(longest) { max($0, $1.term.displayWidth) }
    }
    column = min(longest + 4, 30)
  }

  func lines(_ block: HelpBlock) -> [String] {
    switch block {
    case .heading(let text): TextWrap(width: width).lines(text).map(style.bold)
    case .usage(let label, let pieces): usage(label, pieces)
    case .prose(let text): prose(text)
    case .list(let heading, let rows): [style.bold(heading + ":")] + list(rows)
    case .examples(let heading, let rows): [style.bold(heading + ":")] + rows.flatMap(example)
    }
  }

  private func usage(_ label: String, _ pieces: [String]) -> [String] {
    let margin = label.displayWidth + 1
    let lines = TextWrap(width: width - margin).flow(pieces)
    return lines.enumerated().map { index, line in
      index == 0 ? "\(style.bold(label)) \(line)" : String(repeating: " ", count: margin) + line
    }
  }

  private func prose(_ text: String) -> [String] {
    let paragraphs = Paragraph.read(text).map { paragraph in
      switch paragraph {
      case .prose(let prose): TextWrap(width: width).lines(prose)
      case .verbatim(let lines): lines
      }
    }
    return Array(paragraphs.joined(separator: [""]))
  }

  private func list(_ rows: [HelpRow]) -> [String] {
    rows.flatMap { row in
      let text = TextWrap(width: width, indent: column).lines(row.text)
      let term = "  " + row.term
      let gap = column - term.displayWidth
      guard gap >= 2, let first = text.first else { return [term] + text }
      return [term + first.dropFirst(term.displayWidth)] + text.dropFirst()
    }
  }

  private func example(_ row: HelpRow) -> [String] {
    ["  " + row.term] + TextWrap(width: width, indent: 6).lines(row.text)
  }
}
