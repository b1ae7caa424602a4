import DeskCore
import DeskSystem

/// What an erasure leaves that no longer belongs to anybody: lines of indexes that lead nowhere, and
/// attachments that nothing names. It needs not to know whose they were.
struct Sweep {
  let folder: Folder

  func run() throws {
    try sweepIndexes()
    try sweepAttachments()
  }

  private func sweepIndexes() throws {
    for index in Index.all {
      let place = "index/\(index.name)"
      for name in try folder.names(in: place) ?? [] where name.hasSuffix(".jsonl") {
        try sweep("\(place)/\(name)")
      }
    }
  }

  /// Leaves the lines that count alone.
  private func sweep(_ path: String) throws {
    guard let bytes = try folder.read(path) else { return }
    let lines = splitLines(bytes)
    let live = try foldIndex(lines, path: path).filter(\.value).keys.sorted {
      ($0.id, $0.key) < ($1.id, $1.key)
    }
    if live.count == lines.count { return }
    if live.isEmpty {
      try folder.remove(path)
      return try folder.syncFolder(Folder.parent(of: path))
    }
    try folder.replace(
      path,
      with: live.flatMap {
        StoredLine.encode(IndexLine(key: $0.key, id: $0.id, gone: false).json) + [newline]
      })
  }

  private func sweepAttachments() throws {
    let named = try self.named()
    for part in try folder.names(in: "files") ?? [] {
      for name in try folder.names(in: "files/\(part)") ?? [] where !named.contains(part + name) {
        try folder.remove("files/\(part)/\(name)")
      }
      if try !folder.removeFolder("files/\(part)") { try folder.syncFolder("files/\(part)") }
    }
    if try folder.facts("files") != nil { try folder.syncFolder("files") }
  }

  /// The hashes of all attachments that a record or a message has, but for records that are to go.
  func named(besides gone: Set<Reference> = []) throws -> Set<String> {
    let store = StoreReader(files: WorkingSet(folder: folder))
    var named: Set<String> = []
    func note(_ record: Reference, _ files: [Attachment]) {
      if !gone.contains(record) { named.formUnion(files.map(\.sha256)) }
    }
    try store.forEach(Contact.self) {
      note($0.reference, $0.lines.flatMap(\.waiting).flatMap(\.files))
    }
    try store.forEach(Schedule.self) { note($0.reference, $0.files) }
    try store.forEach(OutboxEntry.self) { note($0.reference, $0.body.files) }
    try store.forEach(Conversation.self) { one in
      for message in try store.messages(of: one.id) { note(one.reference, message.files) }
    }
    return named
  }
}
