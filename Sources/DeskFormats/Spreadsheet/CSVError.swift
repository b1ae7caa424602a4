/// Why a text is no CSV, with a line, from 1: of a quote its own, else the one on which the record
/// begins.
package enum CSVError: Error, Hashable, Sendable {
  /// A quote opened on this line is never closed.
  case unterminatedQuote(line: Int)
  /// Something other than a delimiter follows a closing quote.
  case textAfterQuote(line: Int)
  /// The record that begins on this line is longer than `CSVReader.recordLimit` bytes: most likely
  /// a quote that was never closed, or no text at all.
  case recordTooLong(line: Int)
  /// A NUL, which no text holds: the file is of another kind, such as `.xlsx`, or UTF-16 without
  /// its mark.
  case nul(line: Int)
  /// Half a character in UTF-16.
  case brokenUTF16(line: Int)
}

extension CSVError {
  /// The line, from 1.
  package var line: Int {
    switch self {
    case .unterminatedQuote(let line), .textAfterQuote(let line), .recordTooLong(let line),
      .nul(let line), .brokenUTF16(let line):
      line
    }
  }
}
