import DeskStore
import DeskSystem
import Glibc

/// Everything in a folder, held in memory: to compare two states of it, and to make it again.
package struct FolderImage: Hashable, Sendable {
  /// A file, or a folder where `bytes` is nil.
  package struct Entry: Hashable, Sendable {
    package var bytes: [UInt8]?
    package var mode: UInt32

    package init(bytes: [UInt8]?, mode: UInt32) {
      self.bytes = bytes
      self.mode = mode
    }
  }

  package private(set) var entries: [String: Entry] = [:]

  /// What a test says is in it.
  package init(entries: [String: Entry]) { self.entries = entries }

  /// Reads a folder.
  package init(of path: String) throws {
    let folder = try Folder(path)
    try read(folder, ".")
  }

  private mutating func read(_ folder: Folder, _ path: String) throws {
    for name in try folder.names(in: path) ?? [] {
      let below = path == "." ? name : "\(path)/\(name)"
      guard let facts = try folder.facts(below) else { continue }
      let isFolder = facts.kind == "folder"
      let bytes = isFolder ? nil : try folder.read(below)
      entries[below] = Entry(bytes: bytes, mode: facts.permissions)
      if isFolder { try read(folder, below) }
    }
  }

  /// Makes it again, in a folder that is there and empty. Thousands are made: by as few calls as
  /// that takes.
  package func write(to path: String) throws {
    for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
      let place = "\(path)/\(name)"
      guard let bytes = entry.bytes else {
        guard mkdir(place, entry.mode) == 0 else { throw SystemError(.makeFolder, place, errno) }
        chmod(place, entry.mode)
        continue
      }
      try write(bytes, to: place, mode: entry.mode, isZeros: name == Layout.reserve)
    }
  }

  private func write(_ bytes: [UInt8], to place: String, mode: UInt32, isZeros: Bool) throws {
    let file = open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw SystemError(.open, place, errno) }
    defer { close(file) }
    fchmod(file, mode)
    let isDone =
      isZeros
      ? ftruncate(file, bytes.count) == 0
      : Glibc.write(file, bytes, bytes.count) == bytes.count
    if !isDone { throw SystemError(.write, place, errno) }
  }

  /// What is stored: without the room that is kept, what was put aside, and temporaries; with
  /// last lines as the next writer leaves them.
  package var content: [String: Entry] {
    entries.filter { path, _ in
      path != Layout.reserve && !path.hasPrefix(Layout.quarantine)
        && !path.contains(Folder.temporaryPrefix)
    }.map { path, entry in (path, path.hasSuffix(".jsonl") ? entry.withoutTail : entry) }
      .reduce(into: [:]) { $0[$1.0] = $1.1 }
  }
}

extension FolderImage.Entry {
  /// As the next writer leaves it: a last line that is whole is given its end, any other is cut.
  fileprivate var withoutTail: Self {
    let newline = UInt8(ascii: "\n")
    guard let bytes, let last = bytes.last, last != newline else { return self }
    // A whole line may have another byte where its end should be.
    let places = [bytes.count, bytes.count - 1]
    if let end = places.first(where: { bytes[..<$0].last == UInt8(ascii: "}") }) {
      return Self(bytes: bytes[..<end] + [newline], mode: mode)
    }
    let end = bytes.lastIndex(of: newline).map { $0 + 1 } ?? 0
    return Self(bytes: Array(bytes[..<end]), mode: mode)
  }
}
