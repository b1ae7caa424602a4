import DeskCore
import JSON

/// Files of Jira's import from JSON: users, and issues with their comments, at most 1,500 issues a
/// file as it recommends.
///
/// Source: https://support.atlassian.com/jira-cloud-administration/docs/import-data-from-json/ and
/// https://confluence.atlassian.com/adminjiraserver/importing-data-from-json-938847609.html. Users
/// come last in a file, so that none has to be held before it is known.
struct JiraExporter: TicketExporter {
  private static let batch = 1500
  private let writing: ExportWriting
  private var tickets = 0
  private var users: [ExportedPerson] = []
  private var known: Set<String> = []
  private var hasComment = false

  init(_ writing: ExportWriting) { self.writing = writing }

  let fates: [ExportedField: Fate] = [
    .openedAt: .kept, .closedAt: .kept, .messageTimes: .kept, .authors: .kept,
    .deliveryStates: .inText, .privateComments: .inText, .states: .kept, .teams: .asTag,
    .assignees: .kept, .categories: .asTag, .ticketTypes: .asTag, .priorities: .asTag,
    .origins: .asTag, .requestersWithoutEmail: .kept, .names: .kept, .phones: .inText,
    .longTitles: .inText, .attachments: .lost,
    .missingFiles: .lost,
  ]

  private var file: String { exportFileName("issues", (tickets - 1) / Self.batch + 1, "json") }

  mutating func begin(
    _ ticket: ExportedTicket, first: ExportedEntry?, _ output: inout ExportOutput
  ) {
    tickets += 1
    let opening = #"{"projects":[{"name":"deskctl","key":"DESK","issues":["# + "\n"
    output.write(tickets % Self.batch == 1 ? opening : ",\n", to: file)
    var issue: JSONObject = [
      "externalId": JSONValue(ticket.reference), "summary": JSONValue(Self.line(ticket.shortTitle)),
      "issueType": "Task", "status": JSONValue(ticket.isClosed ? "Done" : "To Do"),
      "created": JSONValue(Self.time(ticket.openedAt)),
      "labels": .array(ExportWriting.tags(of: ticket).map { JSONValue($0) }),
      "description": JSONValue(writing.head(of: ticket, with: fates.inText)),
    ]
    if let closedAt = ticket.closedAt {
      issue["updated"] = JSONValue(Self.time(closedAt))
      issue["resolution"] = "Done"
    }
    if let requester = ticket.requester { issue["reporter"] = id(of: requester) }
    if let assignee = ticket.assignee { issue["assignee"] = id(of: assignee) }
    output.write(to: file) { bytes in
      JSONValue.object(issue).write(into: &bytes)
      bytes.removeLast()
      bytes += ",\"comments\":[".utf8
    }
    hasComment = false
    if let first { add(first, to: ticket, &output) }
  }

  mutating func add(
    _ entry: ExportedEntry, to ticket: ExportedTicket, _ output: inout ExportOutput
  ) {
    var text = writing.text(of: entry, with: fates.inText)
    // An issue's attachments are fetched from addresses: the text says which they are.
    for file in entry.files { text += "\n[^\(file.path)]" }
    if hasComment { output.write(",", to: file) }
    hasComment = true
    output.write(
      [
        "author": id(of: entry.author), "created": JSONValue(Self.time(entry.at)),
        "body": JSONValue(text),
      ], to: file)
  }

  mutating func end(_ ticket: ExportedTicket, _ output: inout ExportOutput) {
    output.write("]}", to: file)
    if tickets % Self.batch == 0 { closeFile(&output) }
  }

  mutating func finish(_ output: inout ExportOutput) {
    if tickets % Self.batch != 0 { closeFile(&output) }
  }

  private mutating func closeFile(_ output: inout ExportOutput) {
    output.write("\n]}],\"users\":[\n", to: file)
    for (place, user) in users.enumerated() {
      var record: JSONObject = [
        "name": JSONValue(user.reference), "fullname": JSONValue(user.name),
      ]
      if let email = user.email { record["email"] = JSONValue(email) }
      output.write(record, to: file, then: place == users.count - 1 ? "" : ",\n")
    }
    output.write("\n]}\n", to: file)
    output.close(file)
    users = []
    known = []
  }

  private mutating func id(of person: ExportedPerson) -> JSONValue {
    if known.insert(person.reference).inserted { users.append(person) }
    return JSONValue(person.reference)
  }

  /// As its example has it: `2012-08-31T17:59:02.161+0100`.
  private static func time(_ instant: Instant) -> String {
    instant.rfc3339.dropLast() + ".000+0000"
  }

  /// A summary is one line; one of more than 255 characters is refused.
  private static func line(_ title: String) -> String {
    title.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
