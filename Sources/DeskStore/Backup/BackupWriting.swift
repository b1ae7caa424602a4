package import DeskCore
package import DeskSystem

/// Writes a desk as one tar: `config/…`, `data/…` and, last, the list of all files with the hash of
/// each. Whoever calls holds Config's lock and the store's, shared, from the first byte to the last:
/// then it is the state of one instant, whatever others wait to write.
package struct BackupWriting {
  private let config: Folder
  private let store: Folder
  private let sink: ([UInt8]) throws -> Void
  private var manifest = BackupManifest()
  /// What lies in the store and is none of its files.
  package private(set) var leftOut: [String] = []

  package init(
    config: Folder, store: Folder, at now: Instant, version: String,
    to sink: @escaping ([UInt8]) throws -> Void
  ) {
    self.config = config
    self.store = store
    self.sink = sink
    manifest.head.madeAt = now
    manifest.head.version = version
  }

  package var files: Int { manifest.head.files }
  package var bytes: Int { manifest.head.bytes }

  /// How much of a file is in memory at once.
  private static let step = 1 << 20

  package mutating func write() throws {
    // What the store says of itself comes first: it decides whose the other files will be.
    try add(.data(Layout.format), store, Layout.format)
    try walk(config, ".") { .config($0) }
    try walk(store, ".") { .data($0) }
    let list = manifest.encoded
    try begin(.manifest, size: list.count)
    try sink(list)
    // Two empty blocks end a tar; GNU tar fills up to 10,240 bytes, which nobody needs.
    try sink(
      [UInt8](
        repeating: 0, count: TarHeader.padding(after: list.count) + 2 * TarHeader.blockSize))
  }

  private mutating func walk(
    _ folder: Folder, _ path: String, _ name: (String) -> BackupName
  ) throws {
    for below in try folder.names(in: path) ?? [] where !below.hasPrefix(Folder.temporaryPrefix) {
      let whole = path == "." ? below : "\(path)/\(below)"
      guard try folder.facts(whole)?.kind == "folder" else {
        if name(whole) != .data(Layout.format) { try add(name(whole), folder, whole) }
        continue
      }
      if isHere(name(whole)) { try walk(folder, whole, name) }
    }
  }

  /// Whether a folder's content belongs to the desk. What other programs take from `outgoing` is
  /// theirs: sent again by a restored desk, it would go out twice.
  private mutating func isHere(_ name: BackupName) -> Bool {
    switch name {
    case .config(let path): return BackupName.isOfConfig(path)
    case .data(let path):
      if path == Layout.outgoing { return false }
      if !Layout.isFolder(path) { leftOut.append(path) }
      return Layout.isFolder(path)
    case .manifest: return false
    }
  }

  private mutating func add(_ name: BackupName, _ folder: Folder, _ path: String) throws {
    guard BackupName(name.text) == name else {
      if case .data = name, !Layout.fixedFiles.contains(path), path != Layout.reserve {
        leftOut.append(path)
      }
      return
    }
    guard let file = try folder.open(path) else { return }
    let size = try folder.facts(of: file, path).size
    try begin(name, size: size)
    var hash = SHA256()
    for start in stride(from: 0, to: size, by: Self.step) {
      let count = min(Self.step, size - start)
      let bytes = try folder.read(file, path, from: start, count: count)
      // Nobody of ours cuts a file while the lock is held.
      guard bytes.count == count else {
        throw StoreError.changedByOthers(paths: [path], keptIn: path)
      }
      hash.update(bytes)
      try sink(bytes)
    }
    try sink([UInt8](repeating: 0, count: TarHeader.padding(after: size)))
    manifest.add(.init(name.text, size: size, sha256: hash.finalize().hexadecimal))
  }

  private func begin(_ name: BackupName, size: Int) throws {
    let header = TarHeader(name: name.text, size: size)
    try sink(header.encoded(modified: manifest.head.madeAt.secondsSinceEpoch))
  }
}
