import DeskCore
import DeskStore
import JSON

/// Everything about one person as JSON Lines, each an object with the kind of what it holds for its
/// only key.
struct PersonLines {
  private let traces: PersonTraces
  private let store: StoreReader
  /// The hashes of the attachments that have a line already.
  private var written: Set<String> = []

  init(_ traces: PersonTraces, _ store: StoreReader) {
    self.traces = traces
    self.store = store
  }

  mutating func write(into spool: inout Spool) throws {
    for one in traces.contacts {
      try add("contact", one.json, one.lines.flatMap(\.waiting).flatMap(\.files), &spool)
    }
    for conversation in traces.conversations {
      try add("conversation", conversation.json, [], &spool)
      for message in try store.messages(of: conversation.id) {
        try add("message", message.json, message.files, &spool)
      }
    }
    for one in traces.tickets { try add("ticket", one.json, [], &spool) }
    for one in traces.schedules { try add("schedule", one.json, one.files, &spool) }
    for one in traces.outbox { try add("outbox", one.masked.json, one.body.files, &spool) }
    for (_, lines) in try store.statuses(of: traces.providers).sorted(by: { $0.key < $1.key }) {
      for one in lines { try add("status", one.json, [], &spool) }
    }
    for one in traces.notifications { try add("notification", one.json, [], &spool) }
    try traces.eachEvent(in: store) { try add("event", $0.json, [], &spool) }
    try store.forEachBody { body in
      guard let theirs = traces.theirs(in: body) else { return }
      let record: JSONValue = ["at": JSONValue(body.at.rfc3339), "body": theirs.json]
      try add("received", record, [], &spool)
    }
  }

  /// A line, and one for each of its attachments that has none yet; null for what the store lost.
  private mutating func add(
    _ key: String, _ json: JSONValue, _ files: [Attachment], _ spool: inout Spool
  ) throws {
    try Self.add(key, json, &spool)
    for file in files where written.insert(file.sha256).inserted {
      let content = try store.content(of: file).map { JSONValue(Base64.encode($0)) }
      try Self.add(
        "file", ["sha256": JSONValue(file.sha256), "content": content ?? .null], &spool)
    }
  }

  private static func add(_ key: String, _ json: JSONValue, _ spool: inout Spool) throws {
    try spool.add { $0 += (JSONValue.object([key: json]).text() + "\n").utf8 }
  }
}
