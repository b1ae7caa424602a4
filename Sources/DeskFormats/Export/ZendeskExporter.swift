import DeskCore
import JSON

/// Bodies of Zendesk's Ticket Import API, a hundred tickets a file, with the users that they name
/// in bodies of their own.
///
/// Source: https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_import/ and, for the
/// users, https://developer.zendesk.com/api-reference/ticketing/users/users/. Both take at most a
/// hundred a request. Zendesk gives users their ids: until then `requester_id`, `assignee_id` and
/// `author_id` hold our own references, and the README says how to put the ids in their place.
struct ZendeskExporter: TicketExporter {
  private static let batch = 100
  private let writing: ExportWriting
  private var tickets = 0
  private var hasComment = false
  private var people = ExportedPeople(batch: batch)

  init(_ writing: ExportWriting) { self.writing = writing }

  let fates: [ExportedField: Fate] = [
    .openedAt: .kept, .closedAt: .kept, .messageTimes: .kept, .authors: .kept,
    .deliveryStates: .inText, .privateComments: .kept, .states: .kept, .teams: .asTag,
    .assignees: .kept, .categories: .asTag, .ticketTypes: .asTag, .priorities: .asTag,
    .origins: .asTag, .requestersWithoutEmail: .kept, .missingFiles: .lost,
  ]

  private var file: String {
    exportFileName("tickets", (tickets - 1) / Self.batch + 1, "json")
  }

  mutating func begin(
    _ ticket: ExportedTicket, first: ExportedEntry?, _ output: inout ExportOutput
  ) {
    tickets += 1
    output.write(tickets % Self.batch == 1 ? "{\"tickets\":[\n" : ",\n", to: file)
    var body: JSONObject = [
      "external_id": JSONValue(ticket.reference), "subject": JSONValue(ticket.title),
      "status": JSONValue(ticket.isClosed ? "closed" : "open"),
      "created_at": JSONValue(ticket.openedAt.rfc3339),
      "tags": .array(ExportWriting.tags(of: ticket).map { JSONValue($0) }),
    ]
    if let requester = ticket.requester {
      body["requester_id"] = JSONValue(id(of: requester, &output))
    }
    if let assignee = ticket.assignee { body["assignee_id"] = JSONValue(id(of: assignee, &output)) }
    if let closedAt = ticket.closedAt { body["solved_at"] = JSONValue(closedAt.rfc3339) }
    output.write(to: file) { bytes in
      JSONValue.object(body).write(into: &bytes)
      bytes.removeLast()
      bytes += ",\"comments\":[".utf8
    }
    hasComment = false
    if let first {
      add(first, to: ticket, &output)
    } else if ticket.requester == nil {
      // Without a comment a ticket says nothing, and is refused.
      output.write(["value": JSONValue(ticket.title), "public": false], to: file)
      hasComment = true
    }
  }

  mutating func add(
    _ entry: ExportedEntry, to ticket: ExportedTicket, _ output: inout ExportOutput
  ) {
    let author = id(of: entry.author, &output)
    let isPlain = entry.delivery == nil && !entry.text.isEmpty
    let text = isPlain ? entry.text : writing.text(of: entry, with: [.deliveryStates])
    let isFirst = !hasComment
    hasComment = true
    // There are more of these than of all else: they are written without a tree.
    output.write(to: file) { bytes in
      bytes += isFirst ? "{\"author_id\":\"".utf8 : ",{\"author_id\":\"".utf8
      bytes += author.utf8
      bytes += "\",\"created_at\":\"".utf8
      bytes += entry.at.rfc3339.utf8
      bytes += "\",\"value\":".utf8
      JSONValue.write(text, into: &bytes)
      bytes += entry.isPublic ? ",\"public\":true".utf8 : ",\"public\":false".utf8
      if !entry.files.isEmpty {
        // What an upload answers with takes the place of each path.
        bytes += ",\"uploads\":".utf8
        JSONValue(entry.files.map { JSONValue($0.path) }).write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  mutating func end(_ ticket: ExportedTicket, _ output: inout ExportOutput) {
    output.write("]}", to: file)
    if tickets % Self.batch == 0 { closeFile(&output) }
  }

  mutating func finish(_ output: inout ExportOutput) {
    if tickets % Self.batch != 0 { closeFile(&output) }
    if let file = people.finish() {
      output.write("\n]}\n", to: file)
      output.close(file)
    }
  }

  private func closeFile(_ output: inout ExportOutput) {
    output.write("\n]}\n", to: file)
    output.close(file)
  }

  /// Our reference to somebody, of slugs and numbers alone, who is written among the users where they were not yet.
  private mutating func id(
    of person: ExportedPerson, _ output: inout ExportOutput
  ) -> String {
    if person.kind != .desk, let place = people.add(person) {
      output.write(place.isFirst ? "{\"users\":[\n" : ",\n", to: place.file)
      var user: JSONObject = [
        "external_id": JSONValue(person.reference), "name": JSONValue(person.name),
        "role": JSONValue(person.kind == .contact ? "end-user" : "agent"),
        "skip_verify_email": true,
      ]
      if let email = person.email { user["email"] = JSONValue(email) }
      if let phone = person.phone { user["phone"] = JSONValue(phone) }
      output.write(user, to: place.file)
      if place.isLast {
        output.write("\n]}\n", to: place.file)
        output.close(place.file)
      }
    }
    return person.reference
  }
}
