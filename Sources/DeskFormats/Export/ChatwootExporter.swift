import DeskCore
import JSON

/// Requests of Chatwoot's application API: contacts, conversations, messages.
///
/// Source: https://developers.chatwoot.com/api-reference/contacts/create-contact,
/// …/conversations/create-new-conversation, …/conversations/toggle-status and
/// …/messages/create-new-message. `{account}` and `{inbox}` are the operator's own. Times cannot be given; a contact of a conversation is named by
/// the `source_id` that the answer to its request has.
struct ChatwootExporter: TicketExporter {
  private let writing: ExportWriting
  private var requests = ExportRequests()
  private var people = ExportedPeople(batch: Int.max)

  init(_ writing: ExportWriting) { self.writing = writing }

  let fates: [ExportedField: Fate] = [
    .openedAt: .asTag, .closedAt: .asTag, .messageTimes: .inText, .authors: .inText,
    .deliveryStates: .inText, .privateComments: .kept, .states: .kept, .teams: .asTag,
    .assignees: .asTag, .categories: .asTag, .ticketTypes: .asTag, .priorities: .asTag,
    .origins: .asTag, .requestersWithoutEmail: .kept, .names: .kept, .phones: .kept,
    .longTitles: .kept, .attachments: .kept,
    .missingFiles: .lost,
  ]

  private static let account = "POST /api/v1/accounts/{account}"

  mutating func begin(
    _ ticket: ExportedTicket, first: ExportedEntry?, _ output: inout ExportOutput
  ) {
    let requester =
      ticket.requester ?? ExportedPerson(.desk, ticket.reference + "/nobody", name: "-")
    if people.add(requester) != nil { add(requester, &output) }
    let body: JSONObject = [
      "source_id": JSONValue("{\(requester.reference)}"), "inbox_id": "{inbox}",
      // An incoming message would open a resolved one again: that comes last.
      "status": "open",
      "custom_attributes": .object(attributes(of: ticket)),
    ]
    requests.add(
      "\(Self.account)/conversations", for: ticket.reference, saves: ticket.reference, body,
      &output)
    if let first { add(first, to: ticket, &output) }
  }

  private mutating func add(_ person: ExportedPerson, _ output: inout ExportOutput) {
    var body: JSONObject = [
      "inbox_id": "{inbox}", "name": JSONValue(person.name),
      "identifier": JSONValue(person.reference),
    ]
    if let email = person.email { body["email"] = JSONValue(email) }
    if let phone = person.phone { body["phone_number"] = JSONValue(phone) }
    requests.add(
      "\(Self.account)/contacts", for: person.reference, saves: person.reference, body, &output)
  }

  private func attributes(of ticket: ExportedTicket) -> JSONObject {
    let values: [(String, String?)] = [
      ("deskctl_id", ticket.reference), ("title", ticket.title), ("origin", ticket.origin),
      ("opened_at", ticket.openedAt.rfc3339), ("closed_at", ticket.closedAt?.rfc3339),
      ("team", ticket.team?.name), ("assignee", ticket.assignee?.name),
      ("category", ticket.category?.name), ("ticket_type", ticket.ticketType?.name),
      ("priority", ticket.priority?.name),
    ]
    return JSONObject(
      uniqueMembers: values.compactMap { key, value in value.map { (key, JSONValue($0)) } })
  }

  mutating func add(
    _ entry: ExportedEntry, to ticket: ExportedTicket, _ output: inout ExportOutput
  ) {
    let text = writing.text(of: entry, with: fates.inText)
    requests.add(
      "\(Self.account)/conversations/{\(ticket.reference)}/messages", for: entry.reference,
      [
        "content": JSONValue(text),
        "message_type": JSONValue(entry.isInbound ? "incoming" : "outgoing"),
        "private": JSONValue(!entry.isPublic),
      ], files: entry.files, &output)
  }

  mutating func end(_ ticket: ExportedTicket, _ output: inout ExportOutput) {
    guard ticket.isClosed else { return }
    requests.add(
      "\(Self.account)/conversations/{\(ticket.reference)}/toggle_status", for: ticket.reference,
      ["status": "resolved"], &output)
  }

  mutating func finish(_ output: inout ExportOutput) { requests.finish(&output) }
}
