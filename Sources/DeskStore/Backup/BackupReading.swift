package import DeskCore
package import DeskSystem

/// Reads a backup from its first byte to its last, compares each file with the list at its end, and
/// puts the store's files where it is told to. What Config holds is small, and stays in memory.
package struct BackupReading {
  /// Config's files, by their paths there.
  package private(set) var config: [ConfigFolder.NewFile] = []
  package private(set) var format = StoreFormat()
  package private(set) var madeAt = Instant(secondsSinceEpoch: 0)
  package private(set) var version = ""
  package var files: Int { found.count }
  package var bytes: Int { found.reduce(0) { $0 + $1.size } }
  private var found: [BackupManifest.Entry] = []
  private var names: Set<String> = []
  private var folder: Folder?
  private var folders: Set<String> = []

  /// `place` is asked once for the folder that takes the store's files, when the tar has said what
  /// store it is; `format.json`, which would make that folder a store, is not put there.
  package init(
    _ more: @escaping () throws -> [UInt8], to place: (StoreFormat) throws -> Folder
  ) throws {
    var tar = TarReading(more)
    var manifest: BackupManifest?
    while let header = try tar.next() {
      guard let name = BackupName(header.name) else { throw BackupError(header.name, .name) }
      guard manifest == nil else { throw BackupError(header.name, .unlisted) }
      guard names.insert(header.name).inserted else { throw BackupError(header.name, .twice) }
      switch name {
      case .manifest: manifest = try BackupManifest(whole(header, &tar))
      case .config(let path): config.append((path, try hashed(header, &tar)))
      case .data(Layout.format):
        format = try StoreFormat.read(hashed(header, &tar))
        folder = try place(format)
      case .data(let path): try unpack(path, header, &tar)
      }
    }
    guard let manifest else { throw BackupError(nil, .noManifest) }
    madeAt = manifest.head.madeAt
    version = manifest.head.version
    try compare(with: manifest.entries)
    guard folder != nil else { throw BackupError(BackupName.data(Layout.format).text, .missing) }
  }

  private func whole(_ header: TarHeader, _ tar: inout TarReading) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try tar.content(header) { bytes += $0 }
    return bytes
  }

  private mutating func hashed(
    _ header: TarHeader, _ tar: inout TarReading
  ) throws -> [UInt8] {
    let bytes = try whole(header, &tar)
    found.append(
      .init(header.name, size: bytes.count, sha256: SHA256.hash(bytes).hexadecimal))
    return bytes
  }

  private mutating func unpack(
    _ path: String, _ header: TarHeader, _ tar: inout TarReading
  ) throws {
    guard let folder else { throw BackupError(BackupName.data(Layout.format).text, .missing) }
    let parent = Folder.parent(of: path)
    if folders.insert(parent).inserted { try folder.makeFolder(parent) }
    let file = try folder.create(path)
    var hash = SHA256()
    var size = 0
    try tar.content(header) { bytes in
      hash.update(bytes)
      try folder.write(bytes, file, path, at: size)
      size += bytes.count
    }
    found.append(.init(header.name, size: size, sha256: hash.finalize().hexadecimal))
  }

  private func compare(with listed: [BackupManifest.Entry]) throws {
    let known = Dictionary(listed.map { ($0.name, $0) }) { first, _ in first }
    for entry in found {
      guard let other = known[entry.name] else { throw BackupError(entry.name, .unlisted) }
      if other != entry { throw BackupError(entry.name, .otherContent) }
    }
    for entry in listed where !names.contains(entry.name) {
      throw BackupError(entry.name, .missing)
    }
  }
}
