import CommandLineKit
import DeskCore
import DeskFormats
import DeskStore
import DeskSystem
import JSON

extension Desk {
  /// Puts the contacts of `Samples/contatos.csv` into the store, in one transaction.
  func addSampleContacts() throws {
    let rows = try SampleContacts.rows()
    try transaction { transaction in
      for row in rows {
        var contact = Contact()
        contact.id = Contact.ID(try transaction.nextNumber(.contact))
        contact.createdAt = try now()
        contact.changedAt = try now()
        contact = contact.completed(by: try entry(of: row)).contact
        try transaction.apply([.contact(contact), try event(contact.reference, "imported")])
      }
    }
  }

  private func entry(of row: ContactRow) throws -> ContactEntry {
    let row = ImportRow(row, country: .brazil)
    let names = GroupNames(try groups)
    var entry = row.entry
    let problems = row.problems + row.groups.flatMap { names.read($0, into: &entry) }
    if let problem = problems.first { throw problem.failure(SampleContacts.path, row.line) }
    return entry
  }
}

/// The spreadsheet of the sample desk.
enum SampleContacts {
  static let path = "Samples/contatos.csv"

  static func rows() throws -> [ContactRow] {
    let file = EmbeddedFile.all.first { $0.path == path }
    var reader = CSVReader(file?.bytes ?? [])
    guard let header = try reader.next() else { return [] }
    let sheet = try ContactSheet(header: header.fields)
    var rows: [ContactRow] = []
    while let record = try reader.next() {
      if let row = sheet.row(record) { rows.append(row) }
    }
    return rows
  }
}
