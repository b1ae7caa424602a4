import DeskCore

/// What a file of the store is, by its path.
enum StoredContent: Hashable {
  /// Locks, journal, reserve, `format.json`.
  case fixed
  case presence
  case linkKey
  case block(RecordKind, number: Int)
  case messages(conversation: Int)
  /// An hour of the agenda, by what its path has after `agenda/` or `agenda/done/`.
  case hour(String, isDone: Bool)
  case shard
  case log
  /// What providers sent on a day.
  case inbox
  case statuses
  case attachment(sha256: String)
  /// Something that was put aside.
  case kept

  /// Nil for a path that the store would not make.
  init?(path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    switch (parts.first ?? "", parts.count) {
    case (_, 1):
      switch path {
      case Layout.presence: self = .presence
      case Layout.linkKey: self = .linkKey
      case Layout.reserve: self = .fixed
      default:
        guard Layout.fixedFiles.contains(path) else { return nil }
        self = .fixed
      }
    case ("agenda", 3): self = .hour(String(parts[1] + "/" + parts[2]), isDone: false)
    case ("agenda", 4) where parts[1] == "done":
      self = .hour(String(parts[2] + "/" + parts[3]), isDone: true)
    case ("index", 3), ("index", 4):
      guard Layout.isShard(path) else { return nil }
      self = .shard
    case ("log", 2): self = .log
    case ("inbox", 2): self = .inbox
    case ("statuses", 2): self = .statuses
    case ("files", 3): self = .attachment(sha256: String(parts[1] + parts[2]))
    case ("quarantine", 2): self = .kept
    case ("conversations", 3):
      guard let block = Int(parts[1]), let place = Int(parts[2].dropLast(6)) else { return nil }
      self = .messages(conversation: block * Layout.blockSize + place)
    case (let folder, 2):
      guard let kind = RecordKind.allCases.first(where: { Layout.folder($0) == folder }),
        let number = Layout.blockNumber(path)
      else { return nil }
      self = .block(kind, number: number)
    default: return nil
    }
    guard hasItsPath(path) else { return nil }
  }

  /// Whether the path is the one that the store would write it at.
  private func hasItsPath(_ path: String) -> Bool {
    switch self {
    case .fixed, .presence, .linkKey, .shard, .kept: true
    case .block(let kind, let number): Layout.block(kind, number: number) == path
    case .messages(let conversation): Layout.messages(of: Conversation.ID(conversation)) == path
    case .hour(let hour, let isDone):
      Instant(rfc3339: hour.prefix(7) + "-" + hour.dropFirst(8).prefix(5) + ":00:00Z").map {
        Layout.agenda($0, done: isDone) == path
      } ?? false
    case .log: hasItsDay(path, Layout.log)
    case .inbox: hasItsDay(path, Layout.inbox)
    case .statuses:
      Int(path.dropFirst(9).dropLast(6), radix: 16).map { Layout.statuses($0) == path } ?? false
    case .attachment(let sha256):
      sha256.utf8.count == 64 && sha256.isHexadecimal && Layout.file(sha256: sha256) == path
    }
  }
}

extension StoredContent {
  /// Whether the day in a name is one, and the name is its own.
  private func hasItsDay(_ path: String, _ name: (Instant) -> String) -> Bool {
    let day = path.drop { $0 != "/" }.dropFirst().prefix(10)
    return Instant(rfc3339: day + "T00:00:00Z").map { name($0) == path } ?? false
  }
}

extension StringProtocol {
  /// Digits and small letters of hexadecimal numbers alone.
  fileprivate var isHexadecimal: Bool {
    utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x61 && $0 <= 0x66 }
  }
}

extension Layout {
  /// The files that every store has.
  static let fixedFiles = [format, lock, tickLock, deliverLock, journal]

  static func isShard(_ path: String) -> Bool {
    Index.all.contains { index in
      let folder = "index/\(index.name)/"
      guard path.hasPrefix(folder), path.hasSuffix(".jsonl"),
        let number = Int(path.dropFirst(folder.count).dropLast(6), radix: 16)
      else { return false }
      return shard(index.name, number) == path
    }
  }

  /// Whether the store would make a folder of that name.
  static func isFolder(_ path: String) -> Bool {
    if folders.contains(path) || path == outgoing { return true }
    let parts = path.split(separator: "/")
    switch (parts.first ?? "", parts.count) {
    case ("conversations", 2): return Int(parts[1]).map { padded($0, 4) == parts[1] } ?? false
    case ("files", 2): return parts[1].utf8.count == 2 && parts[1].isHexadecimal
    case ("agenda", 2), ("agenda", 3):
      return Instant(rfc3339: (parts.last ?? "") + "-01T00:00:00Z") != nil
    default: return false
    }
  }
}
