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
  /// A ticket with more comments is refused: it goes on in another one, and each says so.
  private static let longest = 5000
  private var part = 1
  private var comments = 0
  /// What would be the last comment that fits, until it is known whether more come.
  private var held: ExportedEntry?
  private var users = ZendeskUsers(batch: batch)

  init(_ writing: ExportWriting) { self.writing = writing }

  let fates: [ExportedField: Fate] = [
    .openedAt: .kept, .closedAt: .kept, .messageTimes: .kept, .authors: .kept,
    .deliveryStates: .inText, .privateComments: .kept, .states: .kept, .teams: .asTag,
    .assignees: .kept, .categories: .asTag, .ticketTypes: .asTag, .priorities: .asTag,
    .origins: .asTag, .requestersWithoutEmail: .kept, .names: .kept, .phones: .kept,
    .longTitles: .kept, .attachments: .kept,
    .missingFiles: .lost,
  ]

  /// The file of the ticket that is being written.
  private var file = ""

  mutating func begin(
    _ ticket: ExportedTicket, first: ExportedEntry?, _ output: inout ExportOutput
  ) {
    part = 1
    open(ticket, &output)
    if let first { add(first, to: ticket, &output) }
  }

  /// A ticket, or its next part, as far as its comments.
  private mutating func open(_ ticket: ExportedTicket, _ output: inout ExportOutput) {
    tickets += 1
    comments = 0
    file = exportFileName("tickets", (tickets - 1) / Self.batch + 1, "json")
    output.write(tickets % Self.batch == 1 ? "{\"tickets\":[\n" : ",\n", to: file)
    var body: JSONObject = [
      "external_id": JSONValue(name(of: ticket, part: part)),
      "subject": JSONValue(ticket.title + (part == 1 ? "" : " (\(part))")),
      "status": JSONValue(ticket.isClosed ? "closed" : "open"),
      "created_at": JSONValue(ticket.openedAt.rfc3339),
      "tags": .array(ExportWriting.tags(of: ticket).map { JSONValue($0) }),
    ]
    if let requester = ticket.requester {
      body["requester_id"] = JSONValue(users.id(of: requester, &output))
    }
    if let assignee = ticket.assignee {
      body["assignee_id"] = JSONValue(users.id(of: assignee, &output))
    }
    if let closedAt = ticket.closedAt { body["solved_at"] = JSONValue(closedAt.rfc3339) }
    output.write(to: file) { bytes in
      JSONValue.object(body).write(into: &bytes)
      bytes.removeLast()
      bytes += ",\"comments\":[".utf8
    }
  }

  mutating func add(
    _ entry: ExportedEntry, to ticket: ExportedTicket, _ output: inout ExportOutput
  ) {
    if let earlier = held {
      goOn(ticket, at: earlier.at, &output)
      held = nil
      write(earlier, &output)
    }
    if comments == Self.longest - 1 { held = entry } else { write(entry, &output) }
  }

  /// Ends a part that is full and begins the next; the two name each other.
  private mutating func goOn(
    _ ticket: ExportedTicket, at instant: Instant, _ output: inout ExportOutput
  ) {
    let (this, next) = (name(of: ticket, part: part), name(of: ticket, part: part + 1))
    note(writing.goesOn(in: next), at: instant, &output)
    close(&output)
    part += 1
    open(ticket, &output)
    note(writing.beginsIn(this), at: instant, &output)
  }

  private func name(of ticket: ExportedTicket, part: Int) -> String {
    ticket.reference + (part == 1 ? "" : "/\(part)")
  }

  /// A comment of nobody's, which agents alone see.
  private mutating func note(_ text: String, at instant: Instant, _ output: inout ExportOutput) {
    let body: JSONObject = [
      "created_at": JSONValue(instant.rfc3339), "value": JSONValue(text), "public": false,
    ]
    if comments > 0 { output.write(",", to: file) }
    comments += 1
    output.write(body, to: file)
  }

  private mutating func write(_ entry: ExportedEntry, _ output: inout ExportOutput) {
    let author = users.id(of: entry.author, &output)
    let isPlain = entry.delivery == nil && !entry.text.isEmpty
    let text = isPlain ? entry.text : writing.text(of: entry, with: [.deliveryStates])
    let isFirst = comments == 0
    comments += 1
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
    if let last = held { write(last, &output) }
    held = nil
    if comments == 0 {
      // Without a comment a ticket says nothing, and is refused.
      output.write(["value": JSONValue(ticket.title), "public": false], to: file)
    }
    close(&output)
  }

  private func close(_ output: inout ExportOutput) {
    output.write("]}", to: file)
    if tickets % Self.batch == 0 { closeFile(&output) }
  }

  mutating func finish(_ output: inout ExportOutput) {
    if tickets % Self.batch != 0 { closeFile(&output) }
    users.finish(&output)
  }

  private func closeFile(_ output: inout ExportOutput) {
    output.write("\n]}\n", to: file)
    output.close(file)
  }
}
