package import DeskSystem

extension ConfigFolder {
  /// A file of a new Config, by its path below the folder.
  package typealias NewFile = (path: String, bytes: [UInt8])

  /// What lies where Config is to be.
  package enum Ground: Sendable {
    /// Nothing, or the beginning of a Config whose making was interrupted.
    case free
    /// A Config; its `desk.json` is there.
    case settled
  }

  /// Looks, and touches nothing. Throws `otherFiles` where there is no Config but something that
  /// `isOurs` does not know: whose making was interrupted left only whole files of ours. What
  /// belongs to git, and a text that begins the reader's acquaintance, may lie there before.
  package static func ground(
    _ path: String, kernel: Kernel = Kernel(), isOurs: (_ name: String, _ bytes: [UInt8]) -> Bool
  ) throws -> Ground {
    guard Folder.existing(above: path) == path else { return .free }
    let folder = try Folder(path, kernel: kernel)
    if try folder.facts(deskFile) != nil { return .settled }
    for name in try folder.names(in: ".") ?? [] where !isNeighbour(name) {
      let isFile = try folder.facts(name)?.kind == "file"
      guard isFile, let bytes = try folder.read(name), isOurs(name, bytes) else {
        throw ConfigError.otherFiles(folder: path, file: name)
      }
    }
    return .free
  }

  private static func isNeighbour(_ name: String) -> Bool {
    name == schemaFolder || name.hasPrefix(".git") || name.hasPrefix(Folder.temporaryPrefix)
      || ["README", "LEIAME", "LICENSE"].contains { name.hasPrefix($0) }
  }

  /// Where the schemas lie that `$schema` of each file names.
  package static let schemaFolder = "schema"

  /// Makes a Config on free ground, each file in one rename. `desk.json` comes last: until it is
  /// there, there is no Config, and the same call again ends right. A Unix group may share it.
  package static func make(
    _ path: String, _ files: [NewFile], group: UInt32?, kernel: Kernel = Kernel()
  ) throws {
    var ownership = Ownership(fileMode: 0o644, folderMode: 0o2755, group: group)
    if group == nil {
      ownership = self.ownership
      // A folder that its owner closed to others stays closed.
      if Folder.existing(above: path) == path, let facts = try Folder(path).facts(".") {
        ownership.folderMode = facts.permissions & 0o2777
      }
    }
    let folder = try Folder.making(path, kernel: kernel, ownership)
    let ordered = files.filter { $0.path != deskFile } + files.filter { $0.path == deskFile }
    for file in ordered {
      try folder.makeFolder(Folder.parent(of: file.path))
      try folder.replace(file.path, with: file.bytes)
    }
  }
}
