/// Goes through JSON Lines record by record, holding one chunk of the file and one line.
///
/// A line ends with LF or CR LF. Blank lines are passed over, and count.
package struct JSONLinesReader {
  private let maximumLineLength: Int
  private let read: () throws -> [UInt8]

  /// What was read and not yet looked at, and the bytes of the file before it.
  private var rest: ArraySlice<UInt8> = []
  private var offset = 0
  /// The beginning of a line that reaches into the next chunk.
  private var pending: [UInt8] = []
  /// The lines that have ended.
  private var linesBefore = 0
  private var isAtEnd = false
  /// Whether the rest of the line is passed over, for it was refused.
  private var isSkipping = false

  /// A reader at the beginning of a file.
  ///
  /// - Parameters:
  ///   - maximumLineLength: the bytes that a line may have before its line feed.
  ///   - read: gives the next bytes of the file, none at its end, and is not asked again after that.
  package init(
    maximumLineLength: Int = 16 * 1024 * 1024, read: @escaping () throws -> [UInt8]
  ) {
    self.maximumLineLength = maximumLineLength
    self.read = read
  }

  /// The next line that is not blank; nil at the end.
  ///
  /// Throws what `read` throws, and a `JSONError` for a line over the maximum. Whoever asks again
  /// after that is given the line after it.
  package mutating func next() throws -> JSONLine? {
    while let line = try nextLine() {
      if !line.isBlank { return line }
    }
    return nil
  }

  private mutating func nextLine() throws -> JSONLine? {
    while true {
      if let newline = rest.firstNewline {
        let part = rest[..<newline]
        rest = rest[(newline + 1)...]
        if let line = try take(part, isTerminated: true) { return line }
      } else {
        let part = rest
        rest = []
        try hold(part)
        if try !readMore() { return try take([], isTerminated: false) }
      }
    }
  }

  /// False at the end of the file.
  private mutating func readMore() throws -> Bool {
    if isAtEnd { return false }
    rest = try read()[...]
    isAtEnd = rest.isEmpty
    return !isAtEnd
  }
}

extension JSONLinesReader {
  /// The line that this part ends; nil when the line was refused before, or nothing is left.
  private mutating func take(
    _ part: ArraySlice<UInt8>, isTerminated: Bool
  ) throws -> JSONLine? {
    defer { endLine(part, isTerminated: isTerminated) }
    if isSkipping || (!isTerminated && pending.isEmpty) { return nil }
    try check(part)
    var bytes = pending.isEmpty ? part : (pending + part)[...]
    if isTerminated, bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    return JSONLine(
      number: linesBefore + 1, offset: offset - pending.count, bytes: bytes,
      isTerminated: isTerminated)
  }

  private mutating func endLine(_ part: ArraySlice<UInt8>, isTerminated: Bool) {
    offset += part.count + (isTerminated ? 1 : 0)
    linesBefore += 1
    pending.removeAll()
    isSkipping = false
  }

  /// Keeps the beginning of a line until the rest of it is read.
  private mutating func hold(_ part: ArraySlice<UInt8>) throws {
    defer { offset += part.count }
    if isSkipping { return }
    do {
      try check(part)
      pending += part
    } catch {
      isSkipping = true
      pending = []
      throw error
    }
  }

  /// Refuses the line when this part makes it too long.
  private func check(_ part: ArraySlice<UInt8>) throws(JSONError) {
    guard pending.count + part.count > maximumLineLength else { return }
    let start = JSONPosition(line: linesBefore + 1, column: 1, offset: offset - pending.count)
    throw JSONError(.lineTooLong(limit: maximumLineLength), at: start)
  }
}

extension ArraySlice<UInt8> {
  /// The index of the first line feed.
  fileprivate var firstNewline: Int? {
    firstIndex(of: UInt8(ascii: "\n"))
  }
}

extension JSONLine {
  fileprivate var isBlank: Bool {
    bytes.allSatisfy { byte in
      byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
  }
}
