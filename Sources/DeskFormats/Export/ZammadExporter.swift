import JSON

/// Requests of Zammad's REST API: a ticket with its first article, then its other articles.
///
/// Source: https://docs.zammad.org/en/latest/api/ticket/index.html and
/// https://docs.zammad.org/en/latest/api/ticket/articles.html. `guess:` makes the customer where
/// there is none of that address; one without an address is given one below `.invalid` (RFC 2606).
/// Outside its import mode it puts the API's user into `from`: texts begin with their authors.
struct ZammadExporter: TicketExporter {
  private let writing: ExportWriting
  private var requests = ExportRequests()

  init(_ writing: ExportWriting) { self.writing = writing }

  let fates: [ExportedField: Fate] = [
    .openedAt: .inText, .closedAt: .inText, .messageTimes: .inText, .authors: .inText,
    .deliveryStates: .inText, .privateComments: .kept, .states: .kept, .teams: .kept,
    .assignees: .inText, .categories: .asTag, .ticketTypes: .asTag, .priorities: .asTag,
    .origins: .asTag, .requestersWithoutEmail: .inText, .names: .inText, .phones: .inText,
    .longTitles: .inText, .attachments: .kept,
    .missingFiles: .lost,
  ]

  mutating func begin(
    _ ticket: ExportedTicket, first: ExportedEntry?, _ output: inout ExportOutput
  ) {
    let text = writing.opening(of: ticket, first: first, with: fates.inText)
    let tags = ExportWriting.tags(of: ticket).filter { !$0.hasPrefix("team-") }
    let body: JSONObject = [
      "title": JSONValue(ticket.shortTitle), "group": JSONValue(ticket.team?.name ?? "Users"),
      "customer_id": JSONValue("guess:\(Self.address(of: ticket))"),
      "state": JSONValue(ticket.isClosed ? "closed" : "open"), "priority": "2 normal",
      "tags": JSONValue(tags.joined(separator: ",")),
      "article": .object(article(text, first?.author, isPublic: first != nil)),
    ]
    requests.add(
      "POST /api/v1/tickets", for: ticket.reference, saves: ticket.reference, body,
      files: first?.files ?? [], &output)
  }

  private static func address(of ticket: ExportedTicket) -> String {
    let name = (ticket.requester?.reference ?? "nobody").replacing("/", with: "-")
    return ticket.requester?.email ?? "\(name)@deskctl.invalid"
  }

  private func article(
    _ text: String, _ author: ExportedPerson?, isPublic: Bool
  ) -> JSONObject {
    var article: JSONObject = [
      "body": JSONValue(text), "content_type": "text/plain", "type": "note",
      "internal": JSONValue(!isPublic),
    ]
    if let author {
      article["from"] = JSONValue(author.name)
      article["sender"] = JSONValue(author.kind == .contact ? "Customer" : "Agent")
    }
    return article
  }

  mutating func add(
    _ entry: ExportedEntry, to ticket: ExportedTicket, _ output: inout ExportOutput
  ) {
    let text = writing.text(of: entry, with: fates.inText)
    var body: JSONObject = ["ticket_id": JSONValue("{\(ticket.reference)}")]
    for (key, value) in article(text, entry.author, isPublic: entry.isPublic) {
      body[key] = value
    }
    requests.add(
      "POST /api/v1/ticket_articles", for: entry.reference, body, files: entry.files, &output)
  }

  mutating func finish(_ output: inout ExportOutput) { requests.finish(&output) }
}
