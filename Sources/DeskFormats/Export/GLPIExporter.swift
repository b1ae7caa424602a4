import DeskCore
import JSON

/// Requests of GLPI's REST API: a Ticket, then its ITILFollowups.
///
/// Source: https://github.com/glpi-project/glpi/blob/main/apirest.md (Add items, Update items) and the fields of
/// the tables `glpi_tickets` and `glpi_itilfollowups`, in
/// https://github.com/glpi-project/glpi/blob/main/install/mysql/glpi-empty.sql. Times are local
/// there, without an offset; texts are HTML.
struct GLPIExporter: TicketExporter {
  private let writing: ExportWriting
  private var requests = ExportRequests()

  init(_ writing: ExportWriting) { self.writing = writing }

  let fates: [ExportedField: Fate] = [
    .openedAt: .kept, .closedAt: .kept, .messageTimes: .kept, .authors: .inText,
    .deliveryStates: .inText, .privateComments: .kept, .states: .kept, .teams: .inText,
    .assignees: .inText, .categories: .inText, .ticketTypes: .inText, .priorities: .inText,
    .origins: .inText, .requestersWithoutEmail: .inText, .names: .inText, .phones: .inText,
    .longTitles: .inText, .attachments: .kept,
    .missingFiles: .lost,
  ]

  mutating func begin(
    _ ticket: ExportedTicket, first: ExportedEntry?, _ output: inout ExportOutput
  ) {
    let text = writing.opening(of: ticket, first: first, with: fates.inText)
    var input: JSONObject = [
      "name": JSONValue(ticket.shortTitle), "content": JSONValue(ExportWriting.html(text)),
      "date": JSONValue(time(ticket.openedAt)), "externalid": JSONValue(ticket.reference),
      // Processing (assigned).
      "status": 2,
    ]
    if let email = ticket.requester?.email {
      input["_users_id_requester"] = 0
      input["_users_id_requester_notif"] = [
        "use_notification": [0], "alternative_email": [JSONValue(email)],
      ]
    }
    requests.add(
      "POST /apirest.php/Ticket", for: ticket.reference, saves: ticket.reference,
      ["input": .object(input)], files: first?.files ?? [], &output)
  }

  mutating func add(
    _ entry: ExportedEntry, to ticket: ExportedTicket, _ output: inout ExportOutput
  ) {
    let text = ExportWriting.html(writing.text(of: entry, with: fates.inText))
    requests.add(
      "POST /apirest.php/ITILFollowup", for: entry.reference,
      [
        "input": [
          "itemtype": "Ticket", "items_id": JSONValue("{\(ticket.reference)}"),
          "content": JSONValue(text), "date": JSONValue(time(entry.at)),
          "is_private": entry.isPublic ? 0 : 1,
        ]
      ], files: entry.files, &output)
  }

  /// Whoever creates or makes a ticket closed closes it now: its times are put right once it is.
  mutating func end(_ ticket: ExportedTicket, _ output: inout ExportOutput) {
    guard ticket.isClosed else { return }
    update(ticket, ["status": 6], &output)
    guard let closedAt = ticket.closedAt.map({ JSONValue(time($0)) }) else { return }
    update(ticket, ["solvedate": closedAt, "closedate": closedAt], &output)
  }

  private mutating func update(
    _ ticket: ExportedTicket, _ input: JSONObject, _ output: inout ExportOutput
  ) {
    requests.add(
      "PUT /apirest.php/Ticket/{\(ticket.reference)}", for: ticket.reference,
      ["input": .object(input)], &output)
  }

  mutating func finish(_ output: inout ExportOutput) { requests.finish(&output) }

  /// By the desk's clocks: `2026-12-05 10:00:00`.
  private func time(_ instant: Instant) -> String {
    let local = instant + writing.times.zone.offset(at: instant)
    return String(local.rfc3339.dropLast()).replacing("T", with: " ")
  }
}
