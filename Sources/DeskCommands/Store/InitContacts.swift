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
        let contact = try sampleContact(row, Contact.ID(transaction.nextNumber(.contact)))
        try transaction.apply([.contact(contact), try event(contact.reference, "imported")])
      }
    }
  }

  private func sampleContact(_ row: ContactRow, _ id: Contact.ID) throws -> Contact {
    var contact = Contact()
    contact.id = id
    contact.name = row.name
    contact.phones = try row.phones.map { try PhoneNumber($0, country: .brazil) }
    contact.emails = try row.emails.map { try EmailAddress($0) }
    contact.groups = try groups.entries.filter { $0.value.name.folded == row.group?.folded }
      .map(\.id)
    contact.registered = true
    contact.createdAt = try now()
    contact.changedAt = try now()
    return contact
  }
}

/// The spreadsheet of the sample desk.
enum SampleContacts {
  static func rows() throws -> [ContactRow] {
    let file = EmbeddedFile.all.first { $0.path == "Samples/contatos.csv" }
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
