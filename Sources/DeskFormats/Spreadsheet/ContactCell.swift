/// A cell that may hold several values, parted by semicolons, slashes, commas or new lines.
enum ContactCell {
  static func values(in cell: String) -> [String] {
    if isPlain(cell) { return text(cell[...]).map { [$0] } ?? [] }
    return parts(of: cell)
  }

  private static func parts(of cell: String) -> [String] {
    cell.split { ";/,".contains($0) || $0.isNewline }.compactMap { text($0) }
  }

  /// Whether it surely holds one value, as nearly every cell does: nothing in it parts two.
  private static func isPlain(_ cell: String) -> Bool {
    cell.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: ","): false
      case 0x20..<0x80: true
      default: false
      }
    }
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
    if isPlain(cell), !cell.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
      return ([], values(in: cell))
    }
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
