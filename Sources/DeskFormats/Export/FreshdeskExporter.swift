import JSON

/// Requests of Freshdesk's API, version 2: a ticket, then its notes.
///
/// Source: https://developers.freshdesk.com/api/#create_ticket and #add_note_to_a_ticket. A ticket's
/// requester is found by e-mail, phone or `unique_external_id`, and made where there is none. Times
/// and authors of notes cannot be given; `incoming` says that a note is the requester's.
struct FreshdeskExporter: TicketExporter {
  private let writing: ExportWriting
  private var requests = ExportRequests()

  init(_ writing: ExportWriting) { self.writing = writing }

  let fates: [ExportedField: Fate] = [
    .openedAt: .inText, .closedAt: .inText, .messageTimes: .inText, .authors: .inText,
    .deliveryStates: .inText, .privateComments: .kept, .states: .kept, .teams: .asTag,
    .assignees: .inText, .categories: .asTag, .ticketTypes: .asTag, .priorities: .asTag,
    .origins: .asTag, .requestersWithoutEmail: .kept, .names: .kept, .phones: .kept,
    .longTitles: .inText, .attachments: .kept,
    .missingFiles: .lost,
  ]

  mutating func begin(
    _ ticket: ExportedTicket, first: ExportedEntry?, _ output: inout ExportOutput
  ) {
    let text = writing.opening(of: ticket, first: first, with: fates.inText)
    var body: JSONObject = [
      "subject": JSONValue(ticket.shortTitle), "description": JSONValue(ExportWriting.html(text)),
      // Open and closed; the priority in the middle of their four; by e-mail, phone, chat (7) or
      // the portal (2).
      "status": ticket.isClosed ? 5 : 2, "priority": 2,
      "source": ["whatsapp", "livechat", "webchat"].contains(ticket.origin) ? 7 : 2,
      "tags": .array(ExportWriting.tags(of: ticket).map { JSONValue(String($0.prefix(32))) }),
    ]
    if let requester = ticket.requester {
      Self.name(requester, in: &body)
    } else {
      body["unique_external_id"] = JSONValue(ticket.reference)
      body["name"] = "-"
    }
    requests.add(
      "POST /api/v2/tickets", for: ticket.reference, saves: ticket.reference, body,
      files: first?.files ?? [], &output)
  }

  private static func name(_ requester: ExportedPerson, in body: inout JSONObject) {
    body["name"] = JSONValue(requester.name)
    body["unique_external_id"] = JSONValue(requester.reference)
    if let email = requester.email { body["email"] = JSONValue(email) }
    if let phone = requester.phone { body["phone"] = JSONValue(phone) }
  }

  mutating func add(
    _ entry: ExportedEntry, to ticket: ExportedTicket, _ output: inout ExportOutput
  ) {
    let text = ExportWriting.html(writing.text(of: entry, with: fates.inText))
    requests.add(
      "POST /api/v2/tickets/{\(ticket.reference)}/notes", for: entry.reference,
      [
        "body": JSONValue(text), "private": JSONValue(!entry.isPublic),
        "incoming": JSONValue(entry.isInbound),
      ], files: entry.files, &output)
  }

  mutating func finish(_ output: inout ExportOutput) { requests.finish(&output) }
}
