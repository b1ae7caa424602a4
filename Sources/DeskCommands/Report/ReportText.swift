import CommandLineKit
import DeskFormats

/// A report for the terminal: each figure with bars, or with shades where it is the hours of the week.
struct ReportText {
  private let figures: ReportFigures
  private let style: Style
  private let columns: Int

  /// So many columns has the longest bar at most.
  private static let longestBar = 40
  private static let pieces = ["█", "▒", "░"]
  private static let shades = ["·", "░", "▒", "▓", "█"]

  init(_ figures: ReportFigures, _ desk: Desk) throws {
    self.figures = figures
    style = try desk.rendering().style
    columns =
      desk.surroundings["COLUMNS"].flatMap { Int($0) } ?? desk.surroundings.console.columns ?? 80
  }

  var text: String {
    get throws {
      let head = style.bold(try figures.title) + "\n" + (try figures.subtitle) + "\n"
      return try head + figures.all.map(text).joined()
    }
  }

  private func text(_ figure: ReportFigure) -> String {
    let head = "\n" + style.bold(figure.title) + "  " + style.dim(figure.note) + "\n"
    if figure.rows.isEmpty { return head }
    switch figure.picture {
    case .bars: return head + legend(figure) + bars(figure)
    case .heat: return head + heat(figure)
    }
  }

  /// `█ whatsapp  ▒ livechat  ░ webchat`
  private func legend(_ figure: ReportFigure) -> String {
    guard figure.columns.count > 2 else { return "" }
    return zip(Self.pieces, figure.columns.dropFirst()).map { "\($0) \($1)" }
      .joined(separator: "  ") + "\n"
  }

  private func bars(_ figure: ReportFigure) -> String {
    let labels = figure.rows.map { $0.label.shortened(to: 40) }
    let said = figure.rows.map {
      $0.cells.count == 1 ? $0.cells[0] : String($0.amounts.reduce(0, +))
    }
    let widths = [labels, said].map { $0.map(\.displayWidth).max() ?? 0 }
    let room = min(Self.longestBar, max(8, columns - widths[0] - widths[1] - 4))
    return figure.rows.enumerated().map { place, row in
      let line =
        padded(labels[place], widths[0]) + "  "
        + spaces(widths[1] - said[place].displayWidth) + said[place] + "  "
        + bar(row, most: figure.most, room: room)
      return line.withoutSpacesAtEnd + "\n"
    }.joined()
  }

  /// A piece for each amount; what there is, however little, has a column.
  private func bar(_ row: ReportFigure.Row, most: Int, room: Int) -> String {
    row.amounts.enumerated().map { place, amount in
      let length = amount == 0 ? 0 : max(1, amount * room / most)
      return String(repeating: Self.pieces[place % Self.pieces.count], count: length)
    }.joined()
  }

  private func heat(_ figure: ReportFigure) -> String {
    let width = figure.rows.map(\.label.displayWidth).max() ?? 0
    let hours = stride(from: 0, to: 24, by: 3).map { padded(String($0), 6) }.joined()
    let lines = figure.rows.map { row in
      let cells = row.amounts.map { amount in
        let shade = amount == 0 ? 0 : 1 + (amount * 4 - 1) / figure.most
        return String(repeating: Self.shades[shade], count: 2)
      }
      return padded(row.label, width) + "  " + cells.joined() + "\n"
    }
    return spaces(width + 2) + hours.withoutSpacesAtEnd + "\n" + lines.joined()
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + spaces(width - text.displayWidth)
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

extension String {
  fileprivate var withoutSpacesAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
