import DeskCore
import DeskStore
import JSON

/// Everything about one person as JSON Lines, each an object with the kind of what it holds for its
/// only key. The lock is given back between conversations, files and days: others write meanwhile.
struct PersonLines {
  private let desk: Desk
  private let traces: PersonTraces
  /// The hashes of the attachments that have a line already.
  private var written: Set<String> = []

  init(_ desk: Desk, _ traces: PersonTraces) {
    self.desk = desk
    self.traces = traces
  }

  mutating func write(into spool: inout Spool) throws {
    for one in traces.contacts {
      try add("contact", one.json, one.lines.flatMap(\.waiting).flatMap(\.files), &spool)
    }
    for conversation in traces.conversations {
      try add("conversation", conversation.json, [], &spool)
      let messages = try desk.reading { try $0.messages(of: conversation.id) }
      for message in messages {
        try add("message", message.json, message.files, &spool)
      }
    }
    for one in traces.tickets { try add("ticket", one.json, [], &spool) }
    for one in traces.schedules { try add("schedule", one.json, one.files, &spool) }
    for one in traces.outbox { try add("outbox", one.masked.json, one.body.files, &spool) }
    let statuses = try desk.reading { try $0.statuses(of: traces.providers) }
    for (_, lines) in statuses.sorted(by: { $0.key < $1.key }) {
      for one in lines { try add("status", one.json, [], &spool) }
    }
    for one in traces.notifications { try add("notification", one.json, [], &spool) }
    try traces.eachEvent(of: desk) { try add("event", $0.json, [], &spool) }
    for day in try desk.reading({ try $0.inboxDays() }) {
      for body in try desk.reading({ try $0.bodies(day: day) }) {
        guard let theirs = traces.theirs(in: body) else { continue }
        let record: JSONValue = ["at": JSONValue(body.at.rfc3339), "body": theirs.json]
        try add("received", record, [], &spool)
      }
    }
  }

  /// A line, and one for each of its attachments that has none yet; null for what the store lost.
  private mutating func add(
    _ key: String, _ json: JSONValue, _ files: [Attachment], _ spool: inout Spool
  ) throws {
    try Self.add(key, json, &spool)
    for file in files where written.insert(file.sha256).inserted {
      let content = try desk.reading { try $0.content(of: file) }.map {
        JSONValue(Base64.encode($0))
      }
      try Self.add(
        "file", ["sha256": JSONValue(file.sha256), "content": content ?? .null], &spool)
    }
  }

  private static func add(_ key: String, _ json: JSONValue, _ spool: inout Spool) throws {
    try spool.add { $0 += (JSONValue.object([key: json]).text() + "\n").utf8 }
  }
}
