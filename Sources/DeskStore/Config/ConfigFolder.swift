package import DeskCore
package import DeskSystem
package import JSON

/// The folder of a desk's configuration. Files are read when they are first asked for, and once. A
/// class, because it keeps what it read.
package final class ConfigFolder {
  package let folder: Folder
  private var known: [String: (bytes: [UInt8], value: JSONValue)] = [:]

  /// Opens a folder that is there.
  package init(_ path: String, kernel: Kernel = Kernel()) throws {
    do {
      folder = try Folder(path, kernel: kernel, ownership: ConfigFolder.ownership)
    } catch let error as SystemError where error.isMissing {
      throw ConfigError.noConfig(folder: path)
    }
    if let facts = try folder.facts(".") {
      folder.ownership.folderMode = facts.permissions & 0o2777
      if Caller.isRoot {
        folder.ownership.owner = facts.owner
        folder.ownership.group = facts.group
      }
    }
    if let facts = try folder.facts(ConfigFolder.deskFile) {
      folder.ownership.fileMode = facts.permissions & 0o666
    }
  }

  /// Config holds no secrets and lies in git: others may read it.
  static let ownership = Ownership(fileMode: 0o644, folderMode: 0o755)

  package static let deskFile = "desk.json"

  // MARK: Reading

  /// A file as a tree; nil where there is none.
  package func tree(_ file: String) throws -> JSONValue? { try load(file)?.value }

  package func bytes(_ file: String) throws -> [UInt8]? { try load(file)?.bytes }

  private func load(_ file: String) throws -> (bytes: [UInt8], value: JSONValue)? {
    if let known = known[file] { return known }
    guard let bytes = try folder.read(file) else { return nil }
    let value = try parse(file, bytes)
    known[file] = (bytes, value)
    return (bytes, value)
  }

  private func parse(_ file: String, _ bytes: [UInt8]) throws -> JSONValue {
    do {
      return try JSONValue(parsing: bytes)
    } catch {
      throw ConfigError.faults([ConfigFault(error, file: file)], folder: folder.path)
    }
  }

  package func desk() throws -> DeskFile {
    let file = ConfigFolder.deskFile
    guard let (bytes, value) = try load(file) else {
      throw ConfigError.noConfig(folder: folder.path)
    }
    do {
      return try DeskFile(json: value)
    } catch {
      throw ConfigError.faults(
        [ConfigFault(error, file: file, bytes: bytes)], folder: folder.path)
    }
  }

  /// Tells every value of `desk.json` that cannot be read, not the first alone, and takes the file from
  /// then on for what it is without them: other faults of it are found in the same run.
  func leaveOutUnreadable() throws {
    guard let (bytes, value) = try load(ConfigFolder.deskFile) else { return }
    var mismatches: [Mismatch] = []
    var left = value
    var taken: [JSONPath] = []
    while let mismatch = ConfigFolder.mismatch(left), let less = left.without(mismatch.path) {
      mismatches.append(Mismatch(mismatch.problem, at: mismatch.path.before(taken)))
      taken.append(mismatch.path)
      left = less
    }
    known[ConfigFolder.deskFile] = (bytes, left)
    try refuse(mismatches, in: ConfigFolder.deskFile)
  }

  private static func mismatch(_ value: JSONValue) -> Mismatch? {
    do throws(Mismatch) {
      _ = try DeskFile(json: value)
      return nil
    } catch {
      return error
    }
  }

  /// The entries of a kind, in their author's order; none where there is no such file.
  package func catalog<Entry: ConfiguredRecord>(_ type: Entry.Type) throws -> Catalog<Entry> {
    let file = Entry.file + ".json"
    guard let (bytes, value) = try load(file) else { return Catalog([]) }
    let (entries, mismatches) = ConfigFolder.entries(type, value)
    guard mismatches.isEmpty else {
      throw ConfigError.faults(
        mismatches.map { ConfigFault($0, file: file, bytes: bytes) }, folder: folder.path)
    }
    return Catalog(entries)
  }

  /// The entries of a file, and what does not fit: the first fault of each entry.
  static func entries<Entry: ConfiguredRecord>(
    _ type: Entry.Type, _ value: JSONValue
  ) -> ([(id: Entry.ID, value: Entry)], [Mismatch]) {
    guard let object = value.object else {
      return ([], [Mismatch(.unexpected(.object))])
    }
    var mismatches: [Mismatch] = []
    for key in object.keys where key != Entry.file && key != "$schema" {
      mismatches.append(
        Mismatch(
          .unknownKey(key, suggestion: nearest(to: key, among: [Entry.file, "$schema"])),
          at: [.key(key)]))
    }
    guard let listed = object[Entry.file] else {
      return ([], mismatches + [Mismatch(.missing(key: Entry.file))])
    }
    guard let members = listed.object else {
      return (
        [], mismatches + [Mismatch(.unexpected(.object), at: [.key(Entry.file)])]
      )
    }
    var entries: [(id: Entry.ID, value: Entry)] = []
    for (key, json) in members {
      let path: JSONPath = [.key(Entry.file), .key(key)]
      do {
        entries.append((try Entry.ID(text: key), try Entry(json: json)))
      } catch let error as Unreadable {
        mismatches.append(
          Mismatch(.unreadable(Entry.ID.form, error), at: path))
      } catch let error as Mismatch {
        mismatches.append(error.within(.key(key)).within(.key(Entry.file)))
      } catch {}
    }
    return (entries, mismatches)
  }

  // MARK: Locking and writing

  /// Holds Config as it is, for as long as `body` runs, or all of it for oneself: nobody changes
  /// it between the check of a reference and the commit that stores it.
  package func locked<Answer>(
    _ mode: FileLock.Mode, patience: Double, _ body: () throws -> Answer
  ) throws -> Answer {
    guard let lock = try FileLock.take(".", in: folder, mode, patience: patience) else {
      throw ConfigError.busy(seconds: patience)
    }
    defer { withExtendedLifetime(lock) {} }
    // What was read before the lock was taken may have changed since.
    forget()
    return try body()
  }

  /// Puts a file in place in one rename. What is thrown says that nothing happened; an answer, that
  /// it is done and a power cut may still undo it.
  package func write(_ file: String, bytes: [UInt8]) throws -> NotSynced? {
    try folder.makeFolder(Folder.parent(of: file))
    known[file] = nil
    do {
      try folder.replace(file, with: bytes)
      return nil
    } catch let error as NotSynced {
      return error
    }
  }

  /// Takes another content for a file's, as it would be read: what a change is checked with before
  /// it is written. Throws where it is no JSON.
  package func assume(_ file: String, bytes: [UInt8]) throws {
    known[file] = (bytes, try parse(file, bytes))
  }

  package func assume(_ file: String, _ value: JSONValue) {
    known[file] = (value.serialized(.pretty), value)
  }

  /// Forgets what was read and assumed: the files are read again.
  package func forget() { known = [:] }
}

extension JSONPath {
  /// Where a value stood before those at these paths were taken out, one after the other: what follows
  /// an element moves up into its place.
  fileprivate func before(_ taken: [JSONPath]) -> JSONPath {
    taken.reversed().reduce(self) { path, gone in
      let place = gone.count - 1
      guard path.count > place, path.prefix(place) == gone.prefix(place),
        case .index(let now) = path[place], case .index(let then) = gone[place], now >= then
      else { return path }
      var before = path
      before[place] = .index(now + 1)
      return before
    }
  }
}

extension JSONValue {
  /// The same without what stands at a path; nil where nothing stands there.
  fileprivate func without(_ path: some Collection<JSONPathStep>) -> JSONValue? {
    switch (self, path.first) {
    case (.object(var object), .key(let key)?):
      guard let member = object[key] else { return nil }
      let rest = path.dropFirst()
      if rest.isEmpty {
        object[key] = nil
      } else {
        guard let less = member.without(rest) else { return nil }
        object[key] = less
      }
      return .object(object)
    case (.array(var elements), .index(let place)?):
      guard elements.indices.contains(place) else { return nil }
      let rest = path.dropFirst()
      if rest.isEmpty {
        elements.remove(at: place)
      } else {
        guard let less = elements[place].without(rest) else { return nil }
        elements[place] = less
      }
      return .array(elements)
    default: return nil
    }
  }
}
