import CommandLineKit
import DeskCore
import DeskFormats
import DeskSystem
import JSON

/// The records of an earlier export's manifest, read line by line as they are asked for: tickets by
/// their numbers, then conversations. A class, because it reads on.
final class ExportBase {
  /// What an earlier export held.
  struct Line {
    let reference: String
    let mark: String
    let key: Key
  }

  /// The order of records in a manifest.
  struct Key: Comparable {
    let kind: RecordKind
    let number: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.kind == .ticket ? 0 : 1, left.number) < (right.kind == .ticket ? 0 : 1, right.number)
    }
  }

  private let path: String
  private let file: InputFile
  private var waiting: ArraySlice<UInt8> = []
  private var current: Line?
  private var isAtEnd = false

  init(_ path: String, for target: ExportTarget, _ desk: Desk) throws {
    self.path = path
    let absolute = desk.surroundings.absolute(path)
    guard let file = try openOutside(absolute, kernel: desk.surroundings.kernel) else {
      throw Failure.noFile(path)
    }
    self.file = file
    guard try nextLine() == "{\"schema\":\"deskctl.export/1\",",
      let line = try nextLine(), line.hasPrefix("\"target\":\"")
    else { throw Failure.noManifest(path) }
    let found = line.dropFirst(10).prefix { $0 != "\"" }
    guard found == target.rawValue else { throw Failure.otherTarget(path, String(found)) }
    guard try nextLine() == "\"records\":{" else { throw Failure.noManifest(path) }
    try advance()
  }

  /// The next record that comes before another; all that are left before nil.
  func next(before reference: Reference?) throws -> Line? {
    guard let line = current else { return nil }
    if let reference, line.key >= Key(kind: reference.kind, number: reference.number) {
      return nil
    }
    try advance()
    return line
  }

  /// A record itself, where it comes next.
  func take(_ reference: Reference) throws -> Line? {
    guard let line = current, line.reference == reference.text else { return nil }
    try advance()
    return line
  }

  private func advance() throws {
    current = nil
    guard !isAtEnd else { return }
    var text = ""
    while text.isEmpty {
      guard let line = try nextLine() else { throw Failure.noManifest(path) }
      text = line
    }
    if text == "}," {
      try requireEnd()
      return
    }
    let parts = text.split(separator: "\"")
    guard parts.count >= 3, parts[1] == ":", let reference = try? Reference(text: String(parts[0]))
    else { throw Failure.noManifest(path) }
    current = Line(
      reference: reference.text, mark: String(parts[2]),
      key: Key(kind: reference.kind, number: reference.number))
  }

  /// A manifest that was cut would hold less than was handed over, and that would go twice.
  private func requireEnd() throws {
    isAtEnd = true
    var last = ""
    while let line = try nextLine() { last = line }
    guard last == "}" else { throw Failure.noManifest(path) }
  }

  /// No manifest has a longer one.
  private static let longestLine = 65_536

  /// Without its end; nil after the last.
  private func nextLine() throws -> String? {
    while true {
      if let end = waiting.firstIndex(of: UInt8(ascii: "\n")) {
        defer { waiting = waiting[(end + 1)...] }
        return String(decoding: waiting[..<end], as: UTF8.self)
      }
      guard waiting.count <= Self.longestLine else { throw Failure.noManifest(path) }
      let piece = try file.read(upTo: Self.longestLine)
      if piece.isEmpty { return nil }
      waiting = ArraySlice(Array(waiting) + piece)
    }
  }
}

extension Failure {
  fileprivate static func noManifest(_ path: String) -> Failure {
    Failure(
      .invalidContent, "manifest",
      Text(
        en: "\(path) is no manifest as an export writes it",
        pt: "\(path) não é um manifesto como o que uma exportação grava"))
  }

  fileprivate static func otherTarget(_ path: String, _ target: String) -> Failure {
    Failure(
      .invalidContent, "manifest",
      Text(
        en: "\(path) is of an export to \(target)", pt: "\(path) é de uma exportação para \(target)"
      ),
      hint: Text("--to \(target)"))
  }
}
