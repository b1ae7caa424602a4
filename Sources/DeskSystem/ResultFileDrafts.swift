import Glibc

/// A file beside a result's place, under a name of this process alone, until it is whole. It is locked
/// for as long as somebody writes it, where the file system has locks.
struct FileDraft {
  let name: String
  let open: Descriptor
  let lock: FileLock?
}

extension Folder {
  /// Takes away what dead processes left of a file. What cannot be taken away is in nobody's way.
  func clearFileDrafts(of name: String) {
    for draft in (try? drafts(of: name)) ?? [] where (try? facts(draft)?.kind) == "file" {
      guard case .ours(let lock) = lockDraft(draft) else { continue }
      withExtendedLifetime(lock) { try? remove(draft) }
    }
  }

  /// A new file beside the result's place, and its lock.
  func makeFileDraft(of name: String) throws -> FileDraft {
    for attempt in 1...100 {
      let draft = "\(Folder.temporary(for: name))-\(ProcessFacts.number).\(attempt)"
      // Another process may have this number, on another machine or in another container.
      if try facts(draft) != nil { continue }
      let file = try create(draft)
      let state = lockDraft(draft)
      // Until it is locked another takes it for a dead one's.
      guard try facts(draft)?.inode == facts(of: file, draft).inode else { continue }
      switch state {
      case .taken: continue
      case .unknown: return FileDraft(name: draft, open: file, lock: nil)
      case .ours(let lock): return FileDraft(name: draft, open: file, lock: lock)
      }
    }
    throw SystemError(.open, name, EEXIST)
  }
}
