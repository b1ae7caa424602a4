import DeskSystem

/// Everything in a folder, held in memory: to compare two states of it, and to make it again.
package struct FolderImage: Hashable, Sendable {
  /// A file, or a folder where `bytes` is nil.
  package struct Entry: Hashable, Sendable {
    package var bytes: [UInt8]?
    package var mode: UInt32
  }

  package private(set) var entries: [String: Entry] = [:]

  /// Reads a folder.
  package init(of path: String) throws {
    let folder = try Folder(path)
    try read(folder, ".")
  }

  private mutating func read(_ folder: Folder, _ path: String) throws {
    for name in try folder.names(in: path) ?? [] {
      let below = path == "." ? name : "\(path)/\(name)"
      guard let facts = try folder.facts(below) else { continue }
      let isFolder = facts.kind == "folder"
      let bytes = isFolder ? nil : try folder.read(below)
      entries[below] = Entry(bytes: bytes, mode: facts.permissions)
      if isFolder { try read(folder, below) }
    }
  }

  /// Makes it again, in a folder that is there and empty.
  package func write(to path: String) throws {
    let folder = try Folder(path)
    for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
      folder.ownership = Ownership(fileMode: entry.mode, folderMode: entry.mode)
      guard let bytes = entry.bytes else {
        try folder.makeFolder(name)
        continue
      }
      let file = try folder.create(name)
      try folder.write(bytes, file, name, at: 0)
    }
  }

  /// The files, without those that say nothing of what is stored: the room that is kept, what was
  /// put aside, and temporaries.
  package var content: [String: [UInt8]] {
    entries.compactMapValues(\.bytes).filter { path, _ in
      path != "reserve" && !path.hasPrefix("quarantine/")
        && !path.contains(Folder.temporaryPrefix)
    }
  }
}
