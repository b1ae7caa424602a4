package import DeskCore
package import DeskSystem
import JSON

extension Store {
  /// How a new store is made.
  package struct Making: Sendable {
    package var now: Instant
    package var play = false
    /// The number of a Unix group that shares it.
    package var group: UInt32?
    /// A network file system is refused unless this is set: `flock` is not to be trusted there.
    package var allowsNetwork = false

    package init(now: Instant) { self.now = now }
  }

  /// Makes an empty store in a folder that is missing or empty. `format.json` comes last: until it
  /// is there, there is no store, and the same call again ends right.
  package static func make(_ path: String, _ making: Making, kernel: Kernel = Kernel()) throws {
    try checkMaking(path, making, kernel: kernel)
    var ownership = making.group == nil ? Ownership.personal : .shared
    ownership.group = making.group
    let folder = try Folder.making(path, kernel: kernel, ownership)
    // Two at once would each put their own locks in place.
    guard let lock = try FileLock.take(".", in: folder, .exclusive, patience: 10) else {
      throw StoreError.busy(seconds: 10)
    }
    defer { withExtendedLifetime(lock) {} }
    try checkEmpty(folder)
    for name in [Layout.lock, Layout.tickLock, Layout.deliverLock, Layout.journal] {
      try folder.remove(name)
      let file = try folder.create(name)
      try folder.sync(file, name)
    }
    try folder.touch(Layout.tickLock, at: 0)
    for name in Layout.folders { try folder.makeFolder(name) }
    try makeReserve(folder)
    var format = StoreFormat()
    format.madeAt = making.now
    format.play = making.play
    format.group = making.group.map(Int.init)
    format.home = try folder.facts(Layout.lock).map { Int($0.inode) }
    try folder.syncFileSystem()
    try folder.replace(Layout.format, with: SummedFile.text(of: format.json))
  }

  /// Throws what `make` would refuse before it makes anything, and touches nothing.
  package static func checkMaking(
    _ path: String, _ making: Making, kernel: Kernel = Kernel()
  ) throws {
    let there = Folder.existing(above: path)
    let folder = try Folder(there, kernel: kernel)
    if there == path { try checkEmpty(folder) }
    if try folder.space().isNetwork, !making.allowsNetwork {
      throw StoreError.networkFileSystem(folder: path)
    }
  }

  /// Refuses a folder that holds a store, or anything else that is not the beginning of one.
  private static func checkEmpty(_ folder: Folder) throws {
    let known: Set<String> = [
      Layout.lock, Layout.tickLock, Layout.deliverLock, Layout.journal, Layout.reserve,
      Layout.quarantine, "agenda", "index", "statuses", "inbox", "log", "files",
      Folder.temporary(for: Layout.format), Folder.temporary(for: Layout.reserve),
    ]
    let names = try folder.names(in: ".") ?? []
    let begun = Layout.folders.map { Folder.temporary(for: $0) }
    if names.contains(Layout.format) { throw StoreError.alreadyThere(folder: folder.path) }
    let kinds = Set(RecordKind.allCases.map(Layout.folder))
    if names.contains(where: { !known.contains($0) && !kinds.contains($0) && !begun.contains($0) })
    {
      throw StoreError.noStore(folder: folder.path, holdsOtherFiles: true)
    }
  }
}
