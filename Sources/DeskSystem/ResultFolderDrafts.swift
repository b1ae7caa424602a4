import Glibc

/// Where a result is written until it is whole: `.deskctl-new-NAME-PROCESS.ATTEMPT`, beside its place.
extension Folder {
  /// Whether a folder may be moved there: nothing is, or an empty folder of the same file system.
  func hasRoom(for name: String) throws -> Bool {
    guard let found = try facts(name) else { return true }
    guard found.kind == "folder", try found.device == facts(".")?.device else { return false }
    return try names(in: name)?.isEmpty ?? true
  }

  /// Takes away what dead processes left of a result; whether a living one is at it.
  func clearDrafts(of name: String) throws -> Bool {
    var isAnyAlive = false
    for draft in try drafts(of: name) {
      guard let content = try? openDraft(draft) else { continue }
      switch content.lockDraft(".") {
      case .taken: isAnyAlive = true
      case .unknown: break
      // What cannot be taken away is in nobody's way.
      case .ours(let lock): withExtendedLifetime(lock) { try? removeTree(draft) }
      }
    }
    return isAnyAlive
  }

  /// Whatever is written for a result, by the living and the dead.
  func drafts(of name: String) throws -> [String] {
    let prefix = Folder.temporary(for: name) + "-"
    return try names(in: ".") { found in
      // `out-5` is another result than `out`: what follows is a process alone.
      found.hasPrefix(prefix)
        && found.dropFirst(prefix.count).allSatisfy { "0123456789.".contains($0) }
    } ?? []
  }

  /// A new folder beside the result's place, and its lock, where the file system has locks.
  func makeDraft(of name: String) throws -> (String, Folder, FileLock?) {
    for attempt in 1...100 {
      let draft = "\(Folder.temporary(for: name))-\(ProcessFacts.number).\(attempt)"
      let made = try kernel.make(.makeFolder, draft, allowing: EEXIST) {
        mkdirat(number, draft, ownership.folderMode)
      }
      // Until it is locked another takes it for a dead one's.
      guard made != nil, let content = try openDraft(draft) else { continue }
      try content.settleItself()
      let state = content.lockDraft(".")
      guard try facts(draft)?.inode == content.facts(".")?.inode else { continue }
      switch state {
      case .taken: continue
      case .unknown: return (draft, content, nil)
      case .ours(let lock): return (draft, content, lock)
      }
    }
    throw ResultFolder.Refusal.underWay
  }

  /// Nil where it is gone again.
  private func openDraft(_ draft: String) throws -> Folder? {
    guard try facts(draft)?.kind == "folder" else { return nil }
    do {
      return try Folder(absolute(draft), kernel: kernel, ownership: ownership)
    } catch let error as SystemError where error.isMissing {
      return nil
    }
  }

  enum DraftLock {
    case ours(FileLock)
    case taken
    /// Some network file systems have none for folders.
    case unknown
  }

  /// Tries the lock of a draft, by its path from here.
  func lockDraft(_ path: String) -> DraftLock {
    do {
      return try FileLock.take(path, in: self, .exclusive, patience: 0).map { .ours($0) } ?? .taken
    } catch {
      return .unknown
    }
  }

  /// Takes a folder away with all that is in it.
  func removeTree(_ path: String) throws {
    for name in try names(in: path) ?? [] {
      let inside = "\(path)/\(name)"
      if try facts(inside)?.kind == "folder" {
        try removeTree(inside)
      } else {
        try remove(inside)
      }
    }
    try removeFolder(path)
  }
}
