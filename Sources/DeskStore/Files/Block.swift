import DeskCore

/// A file of records, a line each, their ids without a gap. Lines are found by their ids without
/// reading what else they say; those that change are replaced, all others keep their bytes.
struct Block {
  let path: String
  /// The id that the first line has, or will have.
  let firstID: Int
  /// The file as it lies on the disk; nil where there is none.
  let base: [UInt8]?
  private let lines: [ArraySlice<UInt8>]
  private(set) var edits: [Int: [UInt8]] = [:]

  /// Reads the block of a number; its ids begin at a hundred times that, the first one's at 1.
  init(path: String, number: Int, base: [UInt8]?) throws {
    self.path = path
    self.base = base
    firstID = max(1, number * Layout.blockSize)
    guard let base else {
      lines = []
      return
    }
    lines = try wholeLines(base, path: path)
    if lines.isEmpty { throw StoreError.damaged(path: path, .empty) }
    if lines.count > number * Layout.blockSize + Layout.blockSize - firstID {
      throw StoreError.damaged(path: path, line: lines.count, .tooManyLines)
    }
  }

  /// A record's line, without its newline; nil where the block has none of that id.
  func line(_ id: Int) throws -> ArraySlice<UInt8>? {
    if let edited = edits[id] { return edited[...] }
    let place = id - firstID
    guard lines.indices.contains(place) else { return nil }
    guard leadingID(lines[place]) == id else {
      throw StoreError.damaged(path: path, line: place + 1, .notRecord(id))
    }
    return lines[place]
  }

  /// The last id of the block; nil where it is empty.
  var lastID: Int? {
    [lines.isEmpty ? nil : firstID + lines.count - 1, edits.keys.max()].compactMap { $0 }.max()
  }

  func lineNumber(of id: Int) -> Int { id - firstID + 1 }

  /// Replaces a record, or adds the one after the last.
  mutating func put(_ id: Int, _ line: [UInt8]) {
    precondition(id >= firstID && id <= (lastID ?? firstID - 1) + 1, "ids have no gap")
    edits[id] = line
  }

  /// The lines that changed, by id, each with its newline: what the journal keeps.
  var editedLines: [UInt8] {
    edits.sorted { $0.key < $1.key }.flatMap { $0.value + [newline] }
  }

  /// Whether every change adds a record behind those that are there.
  var onlyAppends: Bool {
    edits.keys.min().map { $0 >= firstID + lines.count } ?? false
  }

  /// The file as it will be.
  var after: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity((base?.count ?? 0) + edits.values.reduce(0) { $0 + $1.count + 1 })
    for (place, line) in lines.enumerated() {
      bytes += edits[firstID + place] ?? Array(line)
      bytes.append(newline)
    }
    let next = firstID + lines.count
    for id in edits.keys.filter({ $0 >= next }).sorted() {
      bytes += edits[id] ?? []
      bytes.append(newline)
    }
    return bytes
  }
}

let newline = UInt8(ascii: "\n")

/// The lines of a file without their ends. A last line without an end was never acknowledged, and
/// a recovery that ran would have completed it: it is damage, and named.
func wholeLines(_ bytes: [UInt8], path: String) throws -> [ArraySlice<UInt8>] {
  let lines = splitLines(bytes)
  if let last = bytes.last, last != newline {
    throw StoreError.damaged(path: path, line: lines.count, .noLastLineEnd)
  }
  return lines
}

/// The lines of a text without their ends; a last one that has no end counts.
func splitLines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] { splitLines(bytes[...]) }

/// The same of a part.
func splitLines(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  let first = bytes.startIndex
  var start = first
  bytes.withUnsafeBufferPointer { buffer in
    for place in buffer.indices where buffer[place] == newline {
      lines.append(bytes[start..<first + place])
      start = first + place + 1
    }
  }
  if start < bytes.endIndex { lines.append(bytes[start...]) }
  return lines
}

/// The number in `{"id":42,…` or `{"number":42,…`: the first value of the object is its id.
func leadingID(_ line: ArraySlice<UInt8>) -> Int? {
  guard line.first == UInt8(ascii: "{"), line.dropFirst().first == UInt8(ascii: "\""),
    let colon = line.prefix(16).firstIndex(of: UInt8(ascii: ":"))
  else { return nil }
  var number = 0
  for byte in line[(colon + 1)...] {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      guard number <= Int.max / 10 - 1 else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    case UInt8(ascii: ","), UInt8(ascii: "}"): return number > 0 ? number : nil
    default: return nil
    }
  }
  return nil
}
