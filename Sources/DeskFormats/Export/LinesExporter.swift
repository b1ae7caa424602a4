import DeskCore
import JSON

/// JSON Lines of our own, a ticket a line with all that it holds: what goes nowhere yet, or into a
/// system that has no exporter here.
struct LinesExporter: TicketExporter {
  private static let file = "tickets.jsonl"
  private var hasEntry = false

  init(_ writing: ExportWriting) {}

  let fates = Dictionary(
    uniqueKeysWithValues: ExportedField.allCases.map {
      ($0, ExportedField.absent.contains($0) ? .lost : Fate.kept)
    })

  mutating func start(_ output: inout ExportOutput) { output.write("", to: Self.file) }

  mutating func begin(
    _ ticket: ExportedTicket, first: ExportedEntry?, _ output: inout ExportOutput
  ) {
    func name(_ name: ExportedName?) -> JSONValue { name.map { JSONValue($0.slug) } ?? .null }
    let head: JSONObject = [
      "ticket": JSONValue(ticket.reference), "title": JSONValue(ticket.title),
      "state": JSONValue(ticket.isClosed ? "closed" : "open"),
      "origin": JSONValue(ticket.origin),
      "requester": ticket.requester.map(Self.json) ?? .null, "team": name(ticket.team),
      "assignee": ticket.assignee.map(Self.json) ?? .null, "category": name(ticket.category),
      "ticketType": name(ticket.ticketType), "priority": name(ticket.priority),
      "openedAt": JSONValue(ticket.openedAt.rfc3339),
      "closedAt": ticket.closedAt.map { JSONValue($0.rfc3339) } ?? .null,
    ]
    output.write(to: Self.file) { bytes in
      JSONValue.object(head).write(into: &bytes)
      bytes.removeLast()
      bytes += ",\"entries\":[".utf8
    }
    hasEntry = false
    if let first { add(first, to: ticket, &output) }
  }

  mutating func add(
    _ entry: ExportedEntry, to ticket: ExportedTicket, _ output: inout ExportOutput
  ) {
    if hasEntry { output.write(",", to: Self.file) }
    hasEntry = true
    var body: JSONObject = [
      "id": JSONValue(entry.reference), "at": JSONValue(entry.at.rfc3339),
      "author": Self.json(entry.author), "public": JSONValue(entry.isPublic),
      "text": JSONValue(entry.text),
    ]
    if let delivery = entry.delivery { body["delivery"] = JSONValue(delivery.slug) }
    if !entry.files.isEmpty {
      body["files"] = .array(
        entry.files.map { ["name": JSONValue($0.name), "path": JSONValue($0.path)] })
    }
    output.write(body, to: Self.file)
  }

  mutating func end(_ ticket: ExportedTicket, _ output: inout ExportOutput) {
    output.write("]}\n", to: Self.file)
  }

  mutating func finish(_ output: inout ExportOutput) { output.close(Self.file) }

  private static func json(_ person: ExportedPerson) -> JSONValue {
    var json: JSONObject = ["id": JSONValue(person.reference), "name": JSONValue(person.name)]
    if let email = person.email { json["email"] = JSONValue(email) }
    if let phone = person.phone { json["phone"] = JSONValue(phone) }
    return .object(json)
  }
}
