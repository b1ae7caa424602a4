/// One record of a CSV file.
package struct CSVRecord: Hashable, Sendable {
  /// The line of the file, from 1, on which it begins.
  package let line: Int

  /// Its fields, quotes taken off.
  package let fields: [String]

  /// How many fields the first record of the file has.
  package let expectedCount: Int

  /// In what its bytes were written.
  package let encoding: CSVEncoding

  /// Whether it has more or fewer fields than the first record.
  package var isRagged: Bool { fields.count != expectedCount }
}

/// In what a record was written.
package enum CSVEncoding: Hashable, Sendable {
  case utf8
  /// What spreadsheets on Windows save as CSV; taken for every record that is not UTF-8.
  case windows1252
  /// What Excel saves as "Unicode text"; told by its mark.
  case utf16
}
