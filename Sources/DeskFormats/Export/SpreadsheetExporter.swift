import DeskCore

/// Two tables for a spreadsheet: tickets, and what was written in them, as RFC 4180 has CSV. A cell
/// that would be run as a formula is made text (`CSVCell`).
struct SpreadsheetExporter: TicketExporter {
  private static let tickets = "tickets.csv"
  private static let messages = "messages.csv"

  private let writing: ExportWriting

  init(_ writing: ExportWriting) { self.writing = writing }

  let fates = Dictionary(
    uniqueKeysWithValues: ExportedField.allCases.map {
      ($0, ExportedField.absent.contains($0) ? .lost : Fate.kept)
    })

  mutating func start(_ output: inout ExportOutput) {
    if writing.byteOrderMark {
      for file in [Self.tickets, Self.messages] { output.write("\u{FEFF}", to: file) }
    }
    let columns = [
      "ticket", "title", "state", "origin", "requester", "name", "email", "phone", "team",
      "assignee", "category", "ticketType", "priority", "openedAt", "closedAt",
    ]
    line(columns, to: Self.tickets, &output)
    line(
      ["ticket", "id", "at", "author", "name", "public", "text", "delivery", "files"],
      to: Self.messages, &output)
  }

  mutating func begin(
    _ ticket: ExportedTicket, first: ExportedEntry?, _ output: inout ExportOutput
  ) {
    let requester = ticket.requester
    let cells: [String?] = [
      ticket.reference, ticket.title, ticket.isClosed ? "closed" : "open", ticket.origin,
      requester?.reference, requester?.name, requester?.email, requester?.phone,
      ticket.team?.slug, ticket.assignee?.reference, ticket.category?.slug,
      ticket.ticketType?.slug, ticket.priority?.slug, ticket.openedAt.rfc3339,
      ticket.closedAt?.rfc3339,
    ]
    line(cells, to: Self.tickets, &output)
    if let first { add(first, to: ticket, &output) }
  }

  mutating func add(
    _ entry: ExportedEntry, to ticket: ExportedTicket, _ output: inout ExportOutput
  ) {
    let cells: [String?] = [
      ticket.reference, entry.reference, entry.at.rfc3339, entry.author.reference,
      entry.author.name, entry.isPublic ? "yes" : "no", entry.text, entry.delivery?.slug,
      entry.files.map(\.path).joined(separator: " "),
    ]
    line(cells, to: Self.messages, &output)
  }

  mutating func finish(_ output: inout ExportOutput) {
    output.close(Self.tickets)
    output.close(Self.messages)
  }

  private func line(_ cells: [String?], to file: String, _ output: inout ExportOutput) {
    output.write(to: file) { bytes in
      for (place, cell) in cells.enumerated() {
        if place > 0 { bytes += writing.delimiter.utf8 }
        CSVCell(cell ?? "", delimiter: writing.delimiter).write(into: &bytes)
      }
      bytes += "\r\n".utf8
    }
  }
}
