import DeskSystem
import DeskTestSupport

/// A disk as a file system that promises little keeps it. What is assumed, and no more:
///
/// - What a file holds is on the disk after a sync of that file or of all; before it, any beginning
///   of its changes may be there. The last of them may be torn at any byte, with its size as it will
///   be and zeros in any sectors that were not written. Writes that no truncation parts may come in
///   any order.
/// - A name (made, renamed, removed) is on the disk after a sync of its folder or of all; before it,
///   any of these changes may be there, each as a whole, in any order but for those of one name. A
///   sync of a file says nothing about its name. What lies in a folder whose own name was lost is
///   lost.
///
/// ext4 (ordered, and writeback but for the last point below) and XFS promise more: their changes of
/// names come in their order. Not covered is what ext4 does with `data=writeback`: to show bytes of
/// other files, long removed, where a write had not come.
struct ModelDisk {
  private(set) var names: [String: DiskNode] = [:]
  private(set) var contents: [Int: [UInt8]] = [:]
  private(set) var pendingNames: [NameChange] = []
  private(set) var pendingData: [Int: [DataChange]] = [:]

  /// All of a folder is on the disk.
  init(_ image: FolderImage) {
    for (path, entry) in image.entries.sorted(by: { $0.key < $1.key }) {
      guard let bytes = entry.bytes else {
        names[path] = .folder(mode: entry.mode)
        continue
      }
      let file = contents.count
      names[path] = .file(file, mode: entry.mode)
      contents[file] = bytes
    }
  }

  mutating func apply(_ operation: DiskOperation) {
    switch operation {
    case .makeFile(_, let file, _):
      contents[file] = []
      pendingNames.append(NameChange(operation: operation))
    case .makeFolder, .rename, .remove: pendingNames.append(NameChange(operation: operation))
    case .write(let file, let offset, let bytes):
      pendingData[file, default: []].append(.write(at: offset, bytes))
    case .truncate(let file, let size):
      pendingData[file, default: []].append(.truncate(to: size))
    case .syncFile(let file): sync(file)
    case .syncFolder(let path): syncNames { Folder.parent(of: $0) == path }
    case .syncAll:
      for file in pendingData.keys { sync(file) }
      syncNames { _ in true }
    }
  }

  private mutating func sync(_ file: Int) {
    for change in pendingData.removeValue(forKey: file) ?? [] {
      change.apply(to: &contents[file, default: []])
    }
  }

  private mutating func syncNames(where isSynced: (String) -> Bool) {
    for change in pendingNames where change.names.allSatisfy(isSynced) {
      change.apply(to: &names)
    }
    pendingNames.removeAll { $0.names.allSatisfy(isSynced) }
  }

  /// A change may be on the disk only where those before it of the same names are.
  var earlierNames: [[Int]] {
    pendingNames.indices.map { place in
      let own = pendingNames[place].names
      return pendingNames[..<place].indices.filter { earlier in
        pendingNames[earlier].names.contains(where: own.contains)
      }
    }
  }

  /// What a file may hold after a cut: as it was and as it would be first.
  func outcomes(_ file: Int) -> [[UInt8]] {
    let changes = pendingData[file] ?? []
    var content = contents[file] ?? []
    var torn: [[UInt8]] = []
    var found = [content]
    for change in changes {
      torn += change.torn(content)
      change.apply(to: &content)
      found.append(content)
    }
    found.swapAt(min(1, found.count - 1), found.count - 1)
    var seen: Set<[UInt8]> = []
    return (found + outOfOrder(changes, contents[file] ?? []) + torn).filter {
      seen.insert($0).inserted
    }
  }

  /// All changes but one, where they are nothing but writes.
  private func outOfOrder(_ changes: [DataChange], _ content: [UInt8]) -> [[UInt8]] {
    let areWrites = changes.allSatisfy { if case .write = $0 { true } else { false } }
    guard areWrites, changes.count > 1 else { return [] }
    return changes.indices.map { missing in
      var result = content
      for place in changes.indices where place != missing { changes[place].apply(to: &result) }
      return result
    }
  }
}
