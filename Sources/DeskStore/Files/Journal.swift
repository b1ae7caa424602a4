import DeskCore

/// The journal's text: one transaction, or nothing.
///
///     deskctl-journal 1 LENGTH HASH
///     append PATH OFFSET COUNT
///     …COUNT bytes…
///     edit PATH BEFORE AFTER COUNT
///     …
///     write PATH BEFORE COUNT
///     …
///     remove PATH BEFORE
///
/// LENGTH and HASH (XXH64, hexadecimal) are those of everything after the first line; BEFORE is
/// `-` for a file that was not there. The commit is the moment at which all of it is on the disk.
package enum Journal {
  package static let name = "deskctl-journal"
  package static let format = 1

  /// The format that a journal says it has: a program that is newer writes another one.
  package static func format(of bytes: [UInt8]) -> Int? {
    var reader = JournalReader(bytes[...])
    guard let header = reader.words(), header.count > 1, header[0] == name else { return nil }
    return Int(header[1])
  }

  package static func encode(_ changes: [FileChange]) -> [UInt8] {
    var body: [UInt8] = []
    for change in changes {
      switch change {
      case .append(let path, let offset, let bytes):
        body += "append \(path) \(offset) \(bytes.count)\n".utf8
        body += bytes
      case .edit(let path, let before, let after, let lines):
        body += "edit \(path) \(before.text) \(after.text) \(lines.count)\n".utf8
        body += lines
      case .write(let path, let before, let bytes):
        body += "write \(path) \(before?.text ?? "-") \(bytes.count)\n".utf8
        body += bytes
      case .remove(let path, let before):
        body += "remove \(path) \(before.text)\n".utf8
      }
    }
    return Array("\(name) \(format) \(body.count) \(Fingerprint(of: body).text)\n".utf8) + body
  }

  /// What stands at the start of a journal whose commit was taken back.
  static let takenBack = [UInt8](repeating: 0, count: 16)

  /// Whether a text is what a commit leaves that never ended: cut short, with a sector of the disk
  /// that was never written, or taken back. Any other that cannot be read was whole once.
  static func isUnfinished(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: takenBack) || hasEmptySector(bytes) { return true }
    var reader = JournalReader(bytes[...])
    guard let header = reader.words() else { return bytes.count < 64 }
    guard header.count == 4, header[0] == name, let length = Int(header[2]) else { return false }
    return reader.rest.count < length
  }

  private static func hasEmptySector(_ bytes: [UInt8]) -> Bool {
    stride(from: 0, to: bytes.count, by: 512).contains { start in
      bytes[start..<min(start + 512, bytes.count)].allSatisfy { $0 == 0 }
    }
  }

  /// The transaction that was committed; nil where none was, or its text was altered. The hash says
  /// whether it is whole: its length is not trusted alone.
  package static func decode(_ bytes: [UInt8]) -> [FileChange]? {
    var reader = JournalReader(bytes[...])
    guard let header = reader.words(), header.count == 4,
      header[0] == name, header[1] == "\(format)", let length = Int(header[2]),
      let hash = Fingerprint(text: header[3]), length >= 0,
      let body = [reader.rest.prefix(length), reader.rest].first(where: {
        Fingerprint(of: Array($0)) == hash
      })
    else { return nil }
    reader = JournalReader(body)
    var changes: [FileChange] = []
    while !reader.rest.isEmpty {
      guard let change = reader.change() else { return nil }
      changes.append(change)
    }
    return changes
  }
}

private struct JournalReader {
  var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  mutating func words() -> [Substring]? {
    guard let end = rest.prefix(4096).firstIndex(of: newline) else { return nil }
    let line = String(decoding: rest[..<end], as: UTF8.self)
    rest = rest[(end + 1)...]
    return line.split(separator: " ", omittingEmptySubsequences: false)
  }

  mutating func bytes(_ count: Substring) -> [UInt8]? {
    guard let count = Int(count), count >= 0, count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  mutating func change() -> FileChange? {
    guard let words = words(), words.count >= 3 else { return nil }
    let path = String(words[1])
    switch (words[0], words.count) {
    case ("append", 4):
      guard let offset = Int(words[2]), let bytes = bytes(words[3]) else { return nil }
      return .append(path: path, offset: offset, bytes: bytes)
    case ("edit", 5):
      guard let before = Fingerprint(text: words[2]), let after = Fingerprint(text: words[3]),
        let lines = bytes(words[4])
      else { return nil }
      return .edit(path: path, before: before, after: after, lines: lines)
    case ("write", 4):
      guard let bytes = bytes(words[3]) else { return nil }
      return .write(path: path, before: Fingerprint(text: words[2]), bytes: bytes)
    case ("remove", 3):
      return Fingerprint(text: words[2]).map { .remove(path: path, before: $0) }
    default:
      return nil
    }
  }
}
