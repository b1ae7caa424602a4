import DeskCore
package import DeskSystem

extension Store {
  /// What a backup turned out to hold.
  package struct CheckedBackup {
    package let reading: BackupReading
    /// What a doctor finds in the store that it holds.
    package let findings: [Finding]
  }

  /// Reads a backup whole, as `restore` would, into a folder of its own beside `name` that is gone
  /// afterwards, and looks at it as a doctor does. One that a kill left there is removed first; one
  /// that cannot be removed is an error, for it holds what people wrote.
  package static func check(
    _ more: @escaping () throws -> [UInt8], besides name: String, in folder: Folder
  ) throws -> CheckedBackup {
    let scratch = try ScratchFolder(besides: name, in: folder)
    let place = scratch.content
    let checked: CheckedBackup
    do {
      let reading = try BackupReading(more) { _ in place }
      checked = CheckedBackup(reading: reading, findings: try findings(in: place))
    } catch {
      try? scratch.remove()
      throw error
    }
    try scratch.remove()
    return checked
  }

  /// What a doctor says of a store's files that lie where no store is yet.
  static func findings(in place: Folder) throws -> [Finding] {
    try makeFixed(in: place)
    return try Examination(of: place).findings.filter {
      $0.path != Layout.format && $0.path != Folder.temporary(for: Layout.format)
        && $0.path != Layout.reserve
    }
  }

  /// The locks, the empty journal and the folders that every store has.
  static func makeFixed(in place: Folder) throws {
    for name in [Layout.lock, Layout.tickLock, Layout.deliverLock, Layout.journal] {
      try place.remove(name)
      _ = try place.create(name)
    }
    try place.touch(Layout.tickLock, at: 0)
    for name in Layout.folders { try place.makeFolder(name) }
  }
}

extension Folder {
  /// Removes a file, or a folder with all that lies in it; what is not there is removed already.
  func removeAll(_ path: String) throws {
    guard try facts(path)?.kind == "folder" else { return try remove(path) }
    for name in try names(in: path) ?? [] { try removeAll("\(path)/\(name)") }
    try removeFolder(path)
  }
}
