/// What one record of a spreadsheet, or one line of JSON, says about a contact; nothing in it has
/// been checked.
package struct ContactRow: Hashable, Sendable {
  /// The line of the file, from 1.
  package let line: Int

  /// Nil where its cell is blank, or there is none.
  package var name: String?

  /// In the order of columns and, in a cell, of its values.
  package var phones: [String] = []

  /// In the same order.
  package var emails: [String] = []

  /// Each as its cell has it: whether that names one group or several, who knows them says.
  package var groups: [String] = []

  /// What is to be reported about the record; its other values stand.
  package var problems: [Problem] = []

  /// A record in which nothing has been found yet.
  package init(line: Int) { self.line = line }

  /// What is wrong with a record, whatever its values mean.
  package enum Problem: Hashable, Sendable {
    /// It has more or fewer fields than there are titles.
    case fieldCount(expected: Int, found: Int)
    /// A spreadsheet took a phone number for a number and rounded it, as in `5,51199E+12`: its
    /// digits are lost. The column has to be formatted as text, and typed or exported again.
    case scientificNotation(column: String, value: String)
    /// A value of JSON that is neither a text, a number nor a list of them.
    case wrongValue(key: String)
  }
}

extension ContactRow {
  /// Takes a cell in: what its column holds is known. The first name stands.
  mutating func read(_ cell: String, as role: ContactSheet.Role, title: String) {
    switch role {
    case .name: name = name ?? ContactCell.text(cell[...])
    case .group: groups += ContactCell.text(cell[...]).map { [$0] } ?? []
    case .email: emails += ContactCell.values(in: cell)
    case .phone:
      let (damaged, whole) = ContactCell.phones(in: cell)
      phones += whole
      problems += damaged.map { .scientificNotation(column: title, value: $0) }
    }
  }
}
