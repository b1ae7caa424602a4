/// A text as a cell of CSV (RFC 4180): quoted where it must be, and never a formula.
///
/// A cell that begins, after spaces, with `=`, `+`, `-`, `@`, their full-width forms, a tab or a
/// carriage return is what spreadsheets may run (OWASP, "CSV Injection"): it gets an apostrophe in
/// front. A phone or a number stays as it is: a sign, then digits, spaces and what parts them.
struct CSVCell {
  private let text: String
  private let delimiter: Character

  /// Without zero bytes: no table has a use for them, and a reader in C takes one for the end.
  init(_ text: String, delimiter: Character = ",") {
    self.delimiter = delimiter
    self.text = text.utf8.contains(0) ? String(text.filter { $0 != "\0" }) : text
  }

  func write(into bytes: inout [UInt8]) {
    let guarded = looksLikeFormula ? "'" + text : text
    guard needsQuotes(guarded) else {
      bytes += guarded.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in guarded.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func needsQuotes(_ text: String) -> Bool {
    // By bytes: a comma with an accent on it is a comma to who reads the table.
    let delimiter = delimiter.utf8.first
    return text.utf8.contains { byte in
      byte == delimiter || byte == UInt8(ascii: "\"") || byte < 0x20
    } || text.first == " " || text.last == " "
  }

  private var looksLikeFormula: Bool {
    let scalars = text.unicodeScalars.drop { $0 == " " }
    switch scalars.first {
    case "=", "@", "\t", "\r", "\u{FF1D}", "\u{FF20}", "\u{FF0B}", "\u{FF0D}": return true
    case "+", "-":
      return !scalars.dropFirst().allSatisfy { "0123456789 .,()-".unicodeScalars.contains($0) }
    default: return false
    }
  }
}
