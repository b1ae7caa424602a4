import DeskSystem
import JSON

/// `bench read FOLDER`: every record and every message of a data folder, read by our JSON reader and by
/// nothing else. What `report` is compared with: it reads the same files.
struct Reading {
  private let folder: Folder
  private var values = 0

  init(_ path: String) throws { folder = try Folder(path) }

  mutating func run() throws {
    for kind in ["conversations", "tickets", "schedules"] {
      for name in try folder.names(in: kind) ?? [] { try read("\(kind)/\(name)") }
    }
    try OutputStream.error.write(Array("\(values) values\n".utf8))
  }

  private mutating func read(_ path: String) throws {
    guard path.hasSuffix(".jsonl") else {
      for name in try folder.names(in: path) ?? [] { try read("\(path)/\(name)") }
      return
    }
    var bytes = try folder.read(path) ?? []
    var lines = JSONLinesReader {
      defer { bytes = [] }
      return bytes
    }
    while let line = try lines.next() {
      if case .object = try line.value() { values += 1 }
    }
  }
}
