import CommandLineKit
import DeskCore
import JSON

/// A setting as a person reads it; nil is one without a value.
struct SettingRow {
  let key: SettingKey
  let value: JSONValue?
  let origin: String
}

/// Settings below each other: the key, where its value comes from, and the value, of a text the
/// first line unless all of it is wanted.
struct SettingSheet {
  let rows: [SettingRow]
  let isFull: Bool

  init(_ rows: [SettingRow], isFull: Bool) {
    self.rows = rows
    self.isFull = isFull
  }

  func text(_ language: Language) -> String {
    let keys = rows.map(\.key.text.count).max() ?? 0
    let origins = rows.map { $0.origin.count }.max() ?? 0
    let margin = String(repeating: " ", count: keys + origins + 4)
    return rows.map { row in
      let lines = shownLines(row, language).enumerated().map { place, line in
        place == 0 || line.isEmpty ? line : margin + line
      }
      let head = padded(row.key.text, keys) + "  " + padded(row.origin, origins) + "  "
      return head + lines.joined(separator: "\n") + "\n"
    }.joined()
  }

  private func shownLines(_ row: SettingRow, _ language: Language) -> [String] {
    guard let value = row.value else { return ["-"] }
    let whole = Shown(row.key.word(value)).paragraph
    if whole.isEmpty { return [Text(en: "(empty)", pt: "(vazio)")(language)] }
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return isFull || lines.count == 1 ? lines : [lines[0] + " …"]
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: width - text.count)
  }
}
