import DeskCore
import DeskSystem

/// Brings a store to where its last transaction was going, after a crash left its journal behind.
/// The lock is held exclusively.
struct Recovery {
  let folder: Folder
  let now: Instant

  /// Completes what was committed and empties the journal; answers whether there was anything to
  /// complete. Throws `changedByOthers` after that where a file was neither as before nor as after:
  /// theirs stands, ours is in quarantine.
  @discardableResult
  func run() throws -> Bool {
    guard let bytes = try folder.read(Layout.journal) else {
      throw StoreError.damaged(path: Layout.journal, .missing)
    }
    if bytes.isEmpty { return false }
    if let format = Journal.format(of: bytes), format > Journal.format {
      throw StoreError.newerFormat(found: format, known: Journal.format)
    }
    let changes = Journal.decode(bytes)
    if changes == nil, !Journal.isUnfinished(bytes) { try refuse(bytes) }
    let foreign = try complete(changes ?? [])
    let kept = try foreign.map { try Quarantine(folder: folder, now: now).keep($0.bytes, $0.path) }
    try Commit(folder: folder).clearJournal()
    if let place = kept.first {
      throw StoreError.changedByOthers(paths: foreign.map(\.path), keptIn: place)
    }
    return changes != nil
  }

  /// A journal that was altered may have been carried out in part: it is put aside, and said once.
  private func refuse(_ bytes: [UInt8]) throws {
    let place = try Quarantine(folder: folder, now: now).keep(bytes, Layout.journal)
    try Commit(folder: folder).clearJournal()
    throw StoreError.changedByOthers(paths: [Layout.journal], keptIn: place)
  }

  /// Applies what is not yet applied; answers the changes to files that somebody else changed.
  private func complete(_ changes: [FileChange]) throws -> [FileChange] {
    if changes.isEmpty { return [] }
    var pending: [PreparedChange] = []
    var foreign: [FileChange] = []
    for change in changes {
      switch try state(of: change) {
      case .before(let prepared): pending.append(prepared)
      case .after: break
      case .foreign: foreign.append(change)
      }
    }
    let application = Application(folder: folder)
    try application.applyWithReserve(pending)
    // What was found done may have been so in memory alone.
    try folder.syncFileSystem()
    try application.removeEmptied(by: changes)
    return foreign
  }

  private enum State {
    case before(PreparedChange)
    case after
    case foreign
  }

  private func state(of change: FileChange) throws -> State {
    let current = try folder.read(change.path)
    switch change {
    case .append(_, let offset, let bytes):
      return appendState(change, current, offset, bytes)
    case .edit(let path, let before, let after, let lines):
      if current.map(Fingerprint.init(of:)) == after { return .after }
      guard current.map(Fingerprint.init(of:)) == before else { return .foreign }
      guard let number = Layout.blockNumber(path) else { return .foreign }
      var block = try Block(path: path, number: number, base: current)
      for line in splitLines(lines) {
        guard let id = leadingID(line) else { return .foreign }
        block.put(id, Array(line))
      }
      let result = block.after
      guard Fingerprint(of: result) == after else { return .foreign }
      return .before(PreparedChange(change: change, after: result))
    case .write(_, let before, let bytes):
      if current == bytes { return .after }
      let isUntouched = current.map(Fingerprint.init(of:)) == before
      let isTorn = current.map { isBeginning($0, of: bytes) } ?? false
      return isUntouched || isTorn
        ? .before(PreparedChange(change: change, after: bytes)) : .foreign
    case .remove(_, let before):
      guard let current else { return .after }
      return Fingerprint(of: current) == before
        ? .before(PreparedChange(change: change, after: nil)) : .foreign
    }
  }

  private func appendState(
    _ change: FileChange, _ current: [UInt8]?, _ offset: Int, _ bytes: [UInt8]
  ) -> State {
    guard let current, current.count >= offset, current.count <= offset + bytes.count else {
      return .foreign
    }
    let tail = Array(current[offset...])
    if tail == bytes { return .after }
    return isBeginning(tail, of: bytes)
      ? .before(PreparedChange(change: change, after: nil)) : .foreign
  }

  /// Whether some bytes are what a power cut leaves of a file that was being written: its
  /// beginning, with zeros where a page had not reached the disk.
  private func isBeginning(_ torn: [UInt8], of whole: [UInt8]) -> Bool {
    torn.count <= whole.count && zip(torn, whole).allSatisfy { $0 == $1 || $0 == 0 }
  }
}

extension FileChange {
  /// What it would have written, to be kept for a person to look at.
  fileprivate var bytes: [UInt8] {
    switch self {
    case .append(_, _, let bytes), .edit(_, _, _, let bytes), .write(_, _, let bytes): bytes
    case .remove: []
    }
  }
}

/// Where bytes are kept that could not stay where they were: nothing is ever thrown away.
struct Quarantine {
  let folder: Folder
  let now: Instant

  /// Keeps bytes under a name that says when and from where; answers its path.
  func keep(_ bytes: [UInt8], _ path: String) throws -> String {
    if try !folder.makeFolder(Layout.quarantine).isEmpty { try folder.syncFolder(".") }
    let flat = String(path.map { $0 == "/" ? "_" : $0 })
    let stem = "\(Layout.quarantine)/\(now.secondsSinceEpoch)"
    var number = 0
    while try folder.facts("\(stem)-\(number)-\(flat)") != nil { number += 1 }
    let place = "\(stem)-\(number)-\(flat)"
    try folder.replace(place, with: bytes)
    return place
  }
}
