package import DeskCore

/// Where everything lies in the data folder. Paths are relative to it.
package enum Layout {
  package static let format = "format.json"
  package static let lock = "lock"
  package static let tickLock = "tick.lock"
  package static let deliverLock = "deliver.lock"
  package static let journal = "journal"
  package static let reserve = "reserve"
  /// Who is online; not there until somebody was.
  package static let presence = "presence.json"
  /// The desk's key; not there until it was needed.
  package static let linkKey = "link.key"
  package static let quarantine = "quarantine"
  /// Where messages are written for other programs to take, unless Config names a folder.
  package static let outgoing = "outgoing"

  /// So many ids share a file.
  package static let blockSize = 100

  /// The folders that every store has, in the order in which they are made.
  static let folders: [String] =
    RecordKind.allCases.map(folder) + [
      "agenda", "agenda/done", "index", "index/open", "index/contact",
    ]
    + Index.all.map { "index/\($0.name)" } + ["statuses", "inbox", "log", "files", quarantine]

  /// The folder that holds the records of a kind.
  package static func folder(_ kind: RecordKind) -> String {
    switch kind {
    case .contact: "contacts"
    case .ticket: "tickets"
    case .conversation: "conversations"
    case .schedule: "schedules"
    case .outbox: "outbox"
    case .notification: "notifications"
    }
  }

  /// The file that holds a record: ticket 1234 is a line of `tickets/0012.jsonl`.
  package static func block(_ kind: RecordKind, holding id: Int) -> String {
    block(kind, number: id / blockSize)
  }

  package static func block(_ kind: RecordKind, number: Int) -> String {
    "\(folder(kind))/\(padded(number, 4)).jsonl"
  }

  /// The number of the block at a path: 12 for `tickets/0012.jsonl`.
  static func blockNumber(_ path: String) -> Int? {
    guard let name = path.split(separator: "/").last, name.hasSuffix(".jsonl") else { return nil }
    return Int(name.dropLast(6))
  }

  /// The messages of one conversation: `conversations/0000/31.jsonl`.
  package static func messages(of conversation: Conversation.ID) -> String {
    let block = conversation.number / blockSize
    return "conversations/\(padded(block, 4))/\(padded(conversation.number % blockSize, 2)).jsonl"
  }

  /// What is due in the hour of an instant, in UTC: `agenda/2026-12/05T10.jsonl`.
  package static func agenda(_ instant: Instant, done: Bool = false) -> String {
    let local = CivilDateTime(utc: instant)
    let month = local.date.isoText.prefix(7)
    let hour = "\(padded(local.date.day, 2))T\(padded(local.hour, 2)).jsonl"
    return (done ? "agenda/done/" : "agenda/") + month + "/" + hour
  }

  /// Where the file of an hour goes when nothing in it is pending.
  static func done(agenda path: String) -> String { "agenda/done/" + path.dropFirst(7) }

  /// What was done on a day, in UTC: `log/2026-12-05.jsonl`.
  package static func log(_ instant: Instant) -> String {
    "log/\(instant.rfc3339.prefix(10)).jsonl"
  }

  /// What providers sent on a day, in UTC: `inbox/2026-12-05.jsonl`.
  package static func inbox(_ instant: Instant) -> String {
    "inbox/\(instant.rfc3339.prefix(10)).jsonl"
  }

  /// The statuses of a message, with those of others: `statuses/3f.jsonl`.
  package static func statuses(of message: String) -> String {
    statuses(Int(truncatingIfNeeded: XXH64.hash(Array(message.utf8))))
  }

  static func statuses(_ number: Int) -> String { "statuses/\(shardName(number)).jsonl" }

  /// A shard of an index, chosen by a hash of the key.
  package static func shard(_ index: String, _ number: Int) -> String {
    "index/\(index)/\(shardName(number)).jsonl"
  }

  /// Two digits of 256.
  private static func shardName(_ number: Int) -> String {
    let digits = String(number & 0xFF, radix: 16)
    return (digits.utf8.count < 2 ? "0" : "") + digits
  }

  /// An attachment, by the hash of its content: `files/ab/cdef…`.
  package static func file(sha256: String) -> String {
    "files/\(sha256.prefix(2))/\(sha256.dropFirst(2))"
  }

  static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
