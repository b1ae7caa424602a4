/// The picture of a figure as SVG: shapes with classes, whose colours the page's style sheet knows. What
/// it shows stands in the table beside it, so it is one image to those who cannot see it.
struct ReportPicture {
  let figure: ReportFigure

  /// In units of the picture: a row's height, where bars begin, how long they may be.
  private static let step = 22
  private static let margin = 190
  private static let length = 400
  private static let width = 680
  private static let cell = 20

  var svg: HTML {
    let shapes =
      switch figure.picture {
      case .bars: figure.rows.enumerated().map { bar($1, at: $0 * Self.step) }
      case .heat: [hours] + figure.rows.enumerated().map { heat($1, at: ($0 + 1) * Self.step) }
      }
    let lines = figure.rows.count + (figure.picture == .heat ? 1 : 0)
    return """
      <svg role="img" aria-label="\(figure.title)" viewBox="0 0 \(number(Self.width)) \
      \(number(lines * Self.step + 4))">
      \(shapes)</svg>

      """
  }

  /// The label, the bar's pieces one after the other, and how much they are.
  private func bar(_ row: ReportFigure.Row, at top: Int) -> HTML {
    var start = 0
    let pieces = row.amounts.enumerated().map { place, amount -> HTML in
      let from = start * Self.length / figure.most
      start += amount
      let to = start * Self.length / figure.most
      // What there is, however little, is seen.
      return rectangle(Self.margin + from, top, amount > 0 ? max(1, to - from) : 0, "s\(place % 4)")
    }
    let end = Self.margin + start * Self.length / figure.most
    let said = row.cells.count == 1 ? row.cells[0] : String(start)
    return """
      \(label(row.label, top))\(pieces)<text x="\(number(end + 6))" y="\(number(top + 15))">\(said)\
      </text>

      """
  }

  private func heat(_ row: ReportFigure.Row, at top: Int) -> HTML {
    let cells = row.amounts.enumerated().map { place, amount in
      rectangle(Self.margin + place * Self.cell, top, Self.cell - 1, "h\(shade(amount))")
    }
    return "\(label(row.label, top))\(cells)\n"
  }

  /// Every third hour, over the cells.
  private var hours: HTML {
    let names = figure.columns.dropFirst().enumerated().map { place, name -> HTML in
      guard place % 3 == 0 else { return "" }
      return "<text x=\"\(number(Self.margin + place * Self.cell))\" y=\"15\">\(name)</text>"
    }
    return "\(names)\n"
  }

  /// 0 for nothing, then 1 to 5.
  private func shade(_ amount: Int) -> Int {
    amount == 0 ? 0 : 1 + (amount * 5 - 1) / figure.most
  }

  private func label(_ text: String, _ top: Int) -> HTML {
    let shown = text.count > 26 ? text.prefix(25) + "…" : text[...]
    return """
      <text class="label" x="\(number(Self.margin - 8))" y="\(number(top + 15))">\(String(shown))\
      </text>
      """
  }

  private func rectangle(_ left: Int, _ top: Int, _ width: Int, _ style: String) -> HTML {
    """
    <rect class="\(style)" x="\(number(left))" y="\(number(top + 2))" width="\(number(width))" \
    height="\(number(Self.step - 4))"/>
    """
  }

  private func number(_ number: Int) -> String { String(number) }
}
