package import DeskCore
import JSON

extension StoreReading {
  /// D4: those of some provider's message ids that came in before.
  package func received(_ messages: Set<String>) throws -> [String: Conversation.ID] {
    try numbers(.inbound, keys: messages).compactMapValues {
      $0.first.map { Conversation.ID($0) }
    }
  }

  /// D3: every status that came for some messages, in the order in which they came.
  package func statuses(of messages: Set<String>) throws -> [String: [StatusLine]] {
    var found: [String: [StatusLine]] = [:]
    for (path, messages) in Dictionary(grouping: messages, by: Layout.statuses(of:)) {
      let starts = messages.map(Self.start)
      for (place, line) in try files.lines(path).enumerated() {
        guard starts.contains(where: line.starts) else {
          try requireWhole(line, path: path, number: place + 1)
          continue
        }
        let status: StatusLine = try decodeLine(line, path: path, number: place + 1)
        found[status.message, default: []].append(status)
      }
    }
    return found
  }

  package func statuses(of message: String) throws -> [StatusLine] {
    try statuses(of: [message])[message] ?? []
  }

  /// Every body that a webhook brought, oldest first.
  package func forEachBody(_ body: (InboxBody) throws -> Void) throws {
    for day in try inboxDays() {
      for one in try bodies(day: day) { try body(one) }
    }
  }

  /// The days on which a webhook brought something, oldest first, as `2026-12-05`.
  package func inboxDays() throws -> [String] {
    try ownNames(in: "inbox").map { String($0.dropLast(6)) }
  }

  package func bodies(day: String) throws -> [InboxBody] {
    let path = "inbox/\(day).jsonl"
    return try files.lines(path).enumerated().map { place, line in
      try decodeLine(line, path: path, number: place + 1)
    }
  }

  /// What the lines on a message begin with.
  private static func start(_ message: String) -> [UInt8] {
    var line: [UInt8] = []
    JSONValue.object(["message": .string(message)]).write(into: &line)
    return line.dropLast()
  }
}
