import DeskCore
import DeskSystem
import JSON

/// Takes a person out of the files that hold others, too: lines that are theirs go, what names them in
/// others' is masked. Each file is replaced in one rename, under the exclusive lock, and each of them
/// leaves a sound store; done again it changes nothing. A class, for it notes what it touches on its way.
final class Scrubbing {
  let folder: Folder
  let traces: PersonTraces
  /// Files that would be, or were, written anew or removed.
  private(set) var touched: [String] = []
  /// Files that still name them, and cannot be changed without harm to others.
  private(set) var left: [String] = []
  /// What others' records are searched for, with the lines of these that name it.
  private(set) var sought: [SoughtName]
  /// Whether nothing is written.
  let isRehearsal: Bool
  private let references: Set<Reference>
  /// What shows that bytes which were put aside are about them.
  let anything: Needles
  /// Bodies tell what they were called before: those are taken last, so that a kill leaves what the
  /// next run needs to know.
  private var bodies: [String] = []
  /// All attachments. They never change, and are looked through when nobody waits any more.
  private(set) var attachments: [String] = []

  init(
    _ folder: Folder, _ traces: PersonTraces, asked: [SoughtName], isRehearsal: Bool
  ) {
    sought = asked + traces.fullNames.map { SoughtName($0, isAsked: false) }
    self.folder = folder
    self.traces = traces
    self.isRehearsal = isRehearsal
    references = traces.references
    let long = traces.texts.filter { $0.utf8.count >= Self.shortestOwnText }
    anything = Needles(long.union(traces.identity.texts).union(traces.providers))
  }

  /// Bytes of a text that is nobody else's: others write `bom dia` and `obrigada`, too.
  private static let shortestOwnText = 32

  func run() throws {
    try walk(".")
    for path in bodies { try rewrite(path) { partedBody($0) } }
    for path in bodies { try rewrite(path) { othersBody($0) } }
    touched = touched.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func walk(_ path: String) throws {
    for name in try folder.names(in: path) ?? [] {
      let below = path == "." ? name : "\(path)/\(name)"
      if try folder.facts(below)?.kind == "folder" {
        try walk(below)
      } else {
        try scrub(below)
      }
    }
  }

  private func scrub(_ path: String) throws {
    if Folder.name(of: path).hasPrefix(Folder.temporaryPrefix) { return try remove(path) }
    if path.hasPrefix(Layout.outgoing + "/") { return try scrubOutgoing(path) }
    switch StoredContent(path: path) {
    case .log: try rewrite(path) { maskedEvent($0) }
    case .inbox: bodies.append(path)
    case .statuses: try rewrite(path) { isTheirStatus($0) ? nil : Array($0) }
    case .messages(let conversation):
      if references.contains(Reference(.conversation, conversation)) { return }
      try mask(Message.self, path)
    case .block(let kind, _):
      switch kind {
      case .contact: try mask(Contact.self, path)
      case .ticket: try mask(Ticket.self, path)
      case .conversation: try mask(Conversation.self, path)
      case .schedule: try mask(Schedule.self, path)
      case .outbox: try mask(OutboxEntry.self, path)
      case .notification: try mask(Notification.self, path)
      }
    case .kept: if try isTheirs(path) { try remove(path) }
    case .attachment: attachments.append(path)
    case nil: if try holds(path, traces.identity) { left.append(path) }
    case .fixed, .presence, .linkKey, .hour, .shard: break
    }
  }

  // MARK: Lines

  /// Notes by what a line of others names them.
  func count(_ line: ArraySlice<UInt8>) {
    for place in sought.indices where sought[place].needles.isIn(line) { sought[place].lines += 1 }
  }

  /// Replaces a file by what its lines become: nil takes one out, and a file without lines goes.
  private func rewrite(
    _ path: String, _ change: (ArraySlice<UInt8>) throws -> [UInt8]?
  ) throws {
    guard let bytes = try folder.read(path) else { return }
    var after: [UInt8] = []
    after.reserveCapacity(bytes.count)
    for line in splitLines(bytes) {
      guard let kept = try change(line) else { continue }
      after += kept
      after.append(newline)
    }
    if after == bytes { return }
    touched.append(path)
    if isRehearsal { return }
    if after.isEmpty { return try discard(path) }
    try folder.replace(path, with: after)
  }

  private func isTheirStatus(_ line: ArraySlice<UInt8>) -> Bool {
    guard let status: StatusLine = try? decodeLine(line, path: "", number: 1) else { return false }
    return traces.providers.contains(status.message)
  }

  /// What the log says of their records loses every name; what it says of others, what is theirs alone.
  private func maskedEvent(_ line: ArraySlice<UInt8>) -> [UInt8] {
    guard traces.names.isIn(line), let json = StoredLine.decode(line),
      let event = try? Event(json: json)
    else { return Array(line) }
    let isAboutThem =
      event.record.map(references.contains) ?? false
      || event.detail.contains { detail in
        (try? Reference(text: detail)).map(references.contains) ?? false
      }
    let needles = isAboutThem ? traces.names : traces.identity
    var masked = event
    masked.detail = event.detail.map(needles.masked)
    if masked == event { return Array(line) }
    if !isAboutThem { count(line) }
    return StoredLine.encode(masked.json)
  }

  /// Masks what names them in records of others; a record that would be none any more stays.
  private func mask<Value: Record>(_ type: Value.Type, _ path: String) throws {
    guard let bytes = try folder.read(path), traces.identity.isIn(bytes[...]) else { return }
    var isLeft = false
    try rewrite(path) { line in
      guard traces.identity.isIn(line), let json = StoredLine.decode(line) else {
        return Array(line)
      }
      if isTheirs(type, json) { return Array(line) }
      count(line)
      let masked = traces.identity.masked(json)
      guard (try? Value(json: masked)) != nil else {
        isLeft = true
        return Array(line)
      }
      return StoredLine.encode(masked)
    }
    if isLeft { left.append(path) }
  }

  /// Their own records are taken out whole afterwards; they are what tells that there is more to do.
  private func isTheirs<Value: Record>(_ type: Value.Type, _ json: JSONValue) -> Bool {
    guard let kept = type as? any StoredRecord.Type else { return false }
    let number = json["id"]?.int ?? json["number"]?.int ?? 0
    if kept.kind == .contact, traces.claimants.contains(Contact.ID(number)) { return true }
    if kept.kind == .conversation, traces.givenIn.contains(Conversation.ID(number)) { return true }
    return references.contains(Reference(kept.kind, number))
  }

  // MARK: Whole files

  /// What was put aside is theirs where it names them, says what they wrote, or came from their messages.
  private func isTheirs(_ path: String) throws -> Bool {
    let flat = traces.conversations.map { one in
      String(Layout.messages(of: one.id).map { $0 == "/" ? "_" : $0 })
    }
    return try flat.contains(where: path.hasSuffix) || holds(path, anything)
  }

  private func holds(_ path: String, _ needles: Needles) throws -> Bool {
    try folder.read(path).map { needles.isIn($0[...]) } ?? false
  }

  /// Files for other programs, named by the number of what is sent.
  private func scrubOutgoing(_ path: String) throws {
    let number = Int(Folder.name(of: path).prefix { $0.isNumber }) ?? 0
    let isTheirs = traces.outbox.contains { $0.id.number == number }
    if try isTheirs || holds(path, traces.identity) { try remove(path) }
  }

  private func remove(_ path: String) throws {
    touched.append(path)
    if !isRehearsal { try discard(path) }
  }

  private func discard(_ path: String) throws {
    try folder.remove(path)
    try folder.syncFolder(Folder.parent(of: path))
  }
}
