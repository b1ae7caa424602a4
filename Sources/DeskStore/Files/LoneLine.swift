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
    guard !isKnown(path), let (file, facts) = try folder.openWithFacts(path) else { return nil }
    let size = facts.size
    var guess = size * (id % Layout.blockSize) / Layout.blockSize
    for _ in 0..<3 {
      let start = max(0, guess - Self.window / 2)
      let bytes = try folder.read(file, path, from: start, count: min(Self.window, size - start))
      let (line, found) = Self.look(for: id, in: bytes, fromStart: start == 0)
      if let line { return line }
      guard let found else { return nil }
      // A number that is no block's is damage, which the whole block tells.
      guard found / Layout.blockSize == number else { return nil }
      guess = start + (id - found) * (size / Layout.blockSize) + Self.window / 4
      guard guess >= 0, guess < size else { return nil }
    }
    return nil
  }

  /// Looks through the lines of a piece of a file that are whole: the first one began before it,
  /// unless it is the file's start, and the last one may go on behind it. Answers the line, or the id
  /// of the first one that is there.
  private static func look(
    for id: Int, in bytes: [UInt8], fromStart: Bool
  ) -> (line: ArraySlice<UInt8>?, first: Int?) {
    var first: Int?
    var start = fromStart ? 0 : bytes.firstIndex(of: newline).map { $0 + 1 } ?? bytes.count
    while let end = bytes[start...].firstIndex(of: newline) {
      let found = leadingID(bytes[start..<end])
      if found == id { return (bytes[start..<end], first) }
      first = first ?? found
      start = end + 1
    }
    return (nil, first)
  }
}
