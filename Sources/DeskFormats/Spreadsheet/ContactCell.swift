/// A cell that may hold several values, parted by semicolons, slashes, commas or new lines.
enum ContactCell {
  static func values(in cell: String) -> [String] {
    cell.split { ";/,".contains($0) || $0.isNewline }.compactMap { text($0) }
  }

  /// A cell's text without white space at its ends; nil where nothing is left.
  static func text(_ cell: Substring) -> String? {
    let start = cell.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return nil }
    return String(start[...last])
  }

  /// The phones of a cell, those apart of which a spreadsheet has left a rounded number. These may
  /// hold a comma, and are looked for before commas part values.
  static func phones(in cell: String) -> (damaged: [String], whole: [String]) {
    var damaged: [String] = []
    var whole: [String] = []
    for part in cell.split(whereSeparator: { ";/".contains($0) || $0.isNewline }) {
      if let value = text(part), isScientific(value) {
        damaged.append(value)
      } else {
        whole += values(in: String(part))
      }
    }
    return (damaged, whole)
  }

  /// A number as `5,51199E+12` or `5.5e12`.
  private static func isScientific(_ value: String) -> Bool {
    let parts = value.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, let mantissa = parts.first, let exponent = parts.last else {
      return false
    }
    let digits = exponent.first == "+" ? exponent.dropFirst() : exponent
    return !digits.isEmpty && digits.allSatisfy(\.isWholeNumber)
      && mantissa.first?.isWholeNumber == true
      && mantissa.allSatisfy { $0.isWholeNumber || $0 == "," || $0 == "." }
  }
}
