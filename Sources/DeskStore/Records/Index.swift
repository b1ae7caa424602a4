package import DeskCore
import JSON

/// A way from a key to the records that have it: 256 files of lines, appended to.
///
///     {"key":"+5511987654321","id":42,"sum":"…"}
///     {"key":"+5511987654321","id":42,"gone":true,"sum":"…"}
///
/// The last line on a key and an id is the one that counts. Everything here can be made again from
/// the records.
package struct Index: Hashable, Sendable {
  /// Its folder below `index/`.
  let name: String
  /// Whose numbers it holds.
  let kind: RecordKind

  /// Contacts by the key under which all variants of a phone are one.
  package static let phone = Index(name: "phone", kind: .contact)
  package static let email = Index(name: "email", kind: .contact)
  /// Contacts by their ids at WhatsApp.
  package static let user = Index(name: "user", kind: .contact)
  /// Contacts by the hash of the token that they may create a password with.
  package static let token = Index(name: "token", kind: .contact)
  /// Conversations of the webchat by what agents have to do with them: `offer/bia`, `case/bia`.
  package static let webchat = Index(name: "webchat", kind: .conversation)
  /// Conversations of a page by the hash of their visitor's token.
  package static let visitor = Index(name: "visitor", kind: .conversation)
  /// Conversations by the provider's ids of the messages that came in.
  package static let inbound = Index(name: "inbound", kind: .conversation)
  /// Outbox entries by the provider's ids of what was sent.
  package static let sent = Index(name: "sent", kind: .outbox)
  /// What is open: tickets, conversations and outbox entries by contact, notifications by agent.
  package static func open(_ kind: RecordKind) -> Index {
    Index(name: "open/\(kind.rawValue)", kind: kind)
  }

  /// All that a contact ever had: tickets and conversations, open or closed.
  package static func contact(_ kind: RecordKind) -> Index {
    Index(name: "contact/\(kind.rawValue)", kind: kind)
  }

  /// A list reads all of it: what is over leaves no line behind.
  var isReadWhole: Bool { [.open(.conversation), .open(.ticket)].contains(self) }

  static let all: [Index] = [
    .phone, .email, .user, .token, .visitor, .webchat, .inbound, .sent, .open(.ticket),
    .open(.conversation), .open(.outbox), .open(.notification), .contact(.ticket),
    .contact(.conversation),
  ]

  /// Whose numbers a shard holds.
  static func kind(ofShard path: String) -> RecordKind? {
    all.first { path.hasPrefix("index/\($0.name)/") }?.kind
  }

  func shard(of key: String) -> String {
    Layout.shard(name, Int(truncatingIfNeeded: XXH64.hash(Array(key.utf8))))
  }
}

/// A key that a record has in an index.
struct IndexKey: Hashable, Comparable {
  let index: Index
  let key: String

  static func < (left: Self, right: Self) -> Bool {
    (left.index.name, left.key) < (right.index.name, right.key)
  }
}

/// A line of an index.
struct IndexLine: Record, Hashable {
  var key = ""
  var id = 0
  var gone = false

  init() {}

  init(key: String, id: Int, gone: Bool) {
    self.key = key
    self.id = id
    self.gone = gone
  }

  static let fields: Fields<Self> = [
    Field("key", \.key, required: true, en: "the key", pt: "a chave"),
    Field("id", \.id, required: true, en: "the record's number", pt: "o número do registro"),
    Field("gone", \.gone, en: "whether it has it no more", pt: "se não a tem mais"),
  ]
}

/// The records that a shard leads to, by key: the last line on a key and an id is the one that
/// counts. A line that is not as it was written may have been about any key: it is damage, whichever
/// is asked for.
func foldIndex(
  _ lines: [ArraySlice<UInt8>], path: String, keys wanted: Set<String>? = nil
) throws -> [IndexKeyAndID: Bool] {
  let starts = wanted.map { Set($0.map(IndexLineStart.init(of:))) }
  var live: [IndexKeyAndID: Bool] = [:]
  for (place, bytes) in lines.enumerated() {
    if let starts, !starts.contains(IndexLineStart(bytes)) {
      try requireWhole(bytes, path: path, number: place + 1)
      continue
    }
    let line: IndexLine = try decodeLine(bytes, path: path, number: place + 1)
    if wanted?.contains(line.key) ?? true {
      live[IndexKeyAndID(key: line.key, id: line.id)] = !line.gone
    }
  }
  return live
}

/// A hash of how a line of an index begins, `{"key":"…"`: two lines on one key have the same.
private struct IndexLineStart: Hashable {
  private let hash: UInt64

  private static let keyOffset = 8

  /// Of a line as it was written.
  init(_ line: ArraySlice<UInt8>) {
    hash = line.withUnsafeBytes { bytes in
      var end = Self.keyOffset
      while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
        end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      return XXH64.hash(UnsafeRawBufferPointer(rebasing: bytes[..<min(end, bytes.count)]))
    }
  }

  /// Of the lines that will be written on a key.
  init(of key: String) {
    var start: [UInt8] = []
    JSONValue.object(["key": .string(key)]).write(into: &start)
    self.init(start[...])
  }
}

/// What a line of an index is about.
struct IndexKeyAndID: Hashable {
  let key: String
  let id: Int
}

/// Refuses a line that is not as it was written: it may have been about anything.
func requireWhole(_ bytes: ArraySlice<UInt8>, path: String, number: Int) throws {
  guard StoredLine.isWhole(bytes) else {
    throw StoreError.damaged(path: path, line: number, .notAsWritten)
  }
}

/// A line of a file of the store as a record; what cannot be read is damage, and named.
func decodeLine<Value: Record>(
  _ bytes: ArraySlice<UInt8>, path: String, number: Int
) throws -> Value {
  guard let json = StoredLine.decode(bytes) else {
    throw StoreError.damaged(path: path, line: number, .notAsWritten)
  }
  do {
    return try Value(json: json)
  } catch {
    throw StoreError.damaged(
      path: path, line: number, .noRecord(error))
  }
}
