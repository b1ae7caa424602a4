import DeskCore
import DeskSystem

extension WorkingSet {
  /// So much is read around the place where a line is looked for: a few lines' length.
  private static let window = 4 << 10

  /// A record's line, read without the hundred of its block: for whoever wants one of many blocks.
  /// Lines stand by their ids, so its place is guessed, and the guess mended by the id that was found
  /// there. Nil where that does not lead to it: then the whole block tells why.
  func loneLine(_ kind: RecordKind, _ id: Int) throws -> ArraySlice<UInt8>? {
    let number = id / Layout.blockSize
    let path = Layout.block(kind, number: number)
    guard !isKnown(path), let file = try folder.open(path) else { return nil }
    let size = try folder.facts(of: file, path).size
    var guess = size * (id % Layout.blockSize) / Layout.blockSize
    for _ in 0..<3 {
      let start = max(0, guess - Self.window / 2)
      let bytes = try folder.read(file, path, from: start, count: min(Self.window, size - start))
      let lines = wholeLines(of: bytes, fromStart: start == 0)
      if let line = lines.first(where: { leadingID($0) == id }) { return line }
      guard let first = lines.first, let found = leadingID(first) else { return nil }
      guess = start + (id - found) * (size / Layout.blockSize) + Self.window / 4
      guard guess >= 0, guess < size else { return nil }
    }
    return nil
  }

  /// The lines of a piece of a file that are whole: the first one began before it, unless it is the
  /// file's start, and the last one may go on behind it.
  private func wholeLines(of bytes: [UInt8], fromStart: Bool) -> [ArraySlice<UInt8>] {
    var lines = splitLines(bytes)
    if bytes.last != newline, !lines.isEmpty { lines.removeLast() }
    if !fromStart, !lines.isEmpty { lines.removeFirst() }
    return lines
  }
}
