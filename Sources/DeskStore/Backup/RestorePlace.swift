import DeskCore
import DeskSystem

/// The empty place that a backup is restored into. Until `format.json` has its name there is no
/// store; the name that it has before marks a restoring that was begun, so that one that was killed
/// is swept away by the next.
struct RestorePlace {
  let folder: Folder
  private let lock: FileLock
  private let mark: Descriptor
  /// The folder above that was there before.
  private let above: String

  private static let markName = Folder.temporary(for: Layout.format)

  /// Throws what would be refused, and touches nothing.
  static func check(_ path: String, allowsNetwork: Bool, kernel: Kernel) throws {
    let there = Folder.existing(above: path)
    let folder = try Folder(there, kernel: kernel)
    if there == path { try checkEmpty(folder) }
    if try folder.space().isNetwork, !allowsNetwork {
      throw StoreError.networkFileSystem(folder: path)
    }
  }

  /// Refuses a folder that holds anything but a restoring that was killed.
  private static func checkEmpty(_ folder: Folder) throws {
    let names = try folder.names(in: ".") ?? []
    if names.isEmpty { return }
    if names.contains(Layout.format) { throw StoreError.alreadyThere(folder: folder.path) }
    guard names.contains(markName), names.allSatisfy(isOurs) else {
      throw StoreError.noStore(folder: folder.path, holdsOtherFiles: true)
    }
  }

  private static func isOurs(_ name: String) -> Bool {
    name.hasPrefix(Folder.temporaryPrefix) || Layout.fixedFiles.contains(name)
      || Layout.isFolder(name) || StoredContent(path: name) != nil
  }

  /// Takes the place for this restoring alone, and empties it.
  init(_ path: String, _ ownership: Ownership, kernel: Kernel) throws {
    above = Folder.existing(above: path)
    folder = try Folder.making(path, kernel: kernel, ownership)
    guard let lock = try FileLock.take(".", in: folder, .exclusive, patience: 10) else {
      throw StoreError.busy(seconds: 10)
    }
    self.lock = lock
    try Self.checkEmpty(folder)
    // The mark goes last and comes first.
    for name in try folder.names(in: ".") ?? [] where name != Self.markName {
      try folder.removeAll(name)
    }
    try folder.remove(Self.markName)
    mark = try folder.create(Self.markName)
    try folder.syncFolder(".")
  }

  /// Takes away all that was put here, and the folders that were made for it. The mark stays where
  /// something else does: the next restoring knows by it what that is.
  func clear() throws {
    for name in try folder.names(in: ".") ?? [] where name != Self.markName {
      try folder.removeAll(name)
    }
    try folder.remove(Self.markName)
    var made = folder.path
    while made != above {
      let parent = try Folder(Folder.parent(of: made), kernel: folder.kernel)
      guard try parent.removeFolder(Folder.name(of: made)) else { return }
      made = parent.path
    }
  }

  /// Makes it a store: everything else is on the disk before, in one rename.
  func finish(_ format: StoreFormat) throws {
    try folder.syncFileSystem()
    let text = SummedFile.text(of: format.json)
    try folder.write(text, mark, Self.markName, at: 0)
    try folder.sync(mark, Self.markName)
    try folder.rename(Self.markName, to: Layout.format)
    try folder.syncFolder(".")
  }
}
