import DeskCore
import DeskSystem

extension Examination {
  /// Goes through the whole folder: what is there, what it is, whose, and who may read it.
  mutating func checkFolders() throws {
    for path in Layout.folders where try folder.facts(path) == nil { add(path, .missing) }
    for path in Layout.fixedFiles where try folder.facts(path) == nil { add(path, .missing) }
    try checkReserve()
    try walk(".")
  }

  private mutating func checkReserve() throws {
    let facts = try folder.facts(Layout.reserve)
    if !Store.isReserve(facts), facts?.kind ?? "file" == "file",
      try folder.space().bytes > Store.roomForReserve
    {
      add(Layout.reserve, .noReserve)
    }
  }

  private mutating func walk(_ path: String) throws {
    for name in try folder.names(in: path) ?? [] {
      let below = path == "." ? name : "\(path)/\(name)"
      guard let facts = try folder.facts(below) else {
        // A name that is no text, or one that is gone again.
        add(below, .unknown)
        continue
      }
      if name.hasPrefix(Folder.temporaryPrefix) {
        add(below, .leftover)
      } else if facts.kind == "folder" {
        try checkFolder(below, facts)
      } else {
        checkFile(below, facts)
      }
    }
  }

  private mutating func checkFolder(_ path: String, _ facts: FileFacts) throws {
    guard Layout.isFolder(path) else {
      add(path, StoredContent(path: path) == nil ? .unknown : .foreign(found: facts.kind))
      return
    }
    checkAccess(path, facts, mode: folder.ownership.folderMode)
    // What other programs take from it, and put there, is theirs.
    if path != Layout.outgoing { try walk(path) }
  }

  private mutating func checkFile(_ path: String, _ facts: FileFacts) {
    guard let content = StoredContent(path: path) else {
      add(path, Layout.isFolder(path) ? .foreign(found: facts.kind) : .unknown)
      return
    }
    guard facts.kind == "file", facts.links == 1 else {
      add(path, .foreign(found: facts.kind == "file" ? "hard link" : facts.kind))
      return
    }
    checkAccess(path, facts, mode: folder.ownership.fileMode)
    note(path, content)
  }

  private mutating func checkAccess(_ path: String, _ facts: FileFacts, mode: UInt32) {
    if facts.permissions != mode { add(path, .mode(found: facts.permissions, expected: mode)) }
    // Those who share a store own what they made; its group reads it all the same.
    let isShared = folder.ownership.fileMode & 0o060 == 0o060
    if !isShared, let owner = folder.ownership.owner, facts.owner != owner {
      add(path, .owner(found: facts.owner, expected: owner))
    }
    if isShared, let group = folder.ownership.group, facts.group != group {
      add(path, .owner(found: facts.group, expected: group))
    }
  }
}
