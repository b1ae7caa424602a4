/// Reads CSV (RFC 4180) as spreadsheets write it, one record at a time and never the whole file.
///
/// The delimiter is found in the first record, or named by a line `sep=;` before it. Lines end in
/// CR LF, LF or CR; empty ones are passed over. A quote opens a quoted field only at its beginning,
/// inside an unquoted one it is a character like another. A record that is not UTF-8 is taken for
/// Windows-1252; its `encoding` says so.
package struct CSVReader {
  /// The most bytes of one record, so that a file of another kind is not read into memory.
  package static let recordLimit = 1 << 20

  /// Known once the first record has been read.
  package private(set) var delimiter: CSVDelimiter?

  private var input: CSVInput
  private var line = 1
  private var expectedCount: Int?
  private var hasFailed = false

  /// Reads from a closure that returns the next bytes, as many as it likes, and none at the end.
  package init(reading chunk: @escaping () throws -> [UInt8]) { input = CSVInput(chunk) }

  /// Reads bytes that are all there.
  package init(_ bytes: [UInt8]) {
    var rest = bytes
    self.init {
      defer { rest = [] }
      return rest
    }
  }

  /// The next record, or nil past the last.
  ///
  /// Throws `CSVError`, and what the closure throws. After an error there are no more records:
  /// where the next one begins cannot be known.
  package mutating func next() throws -> CSVRecord? {
    guard !hasFailed else { return nil }
    do {
      return try record()
    } catch {
      hasFailed = true
      throw error
    }
  }

  private mutating func record() throws -> CSVRecord? {
    let delimiter = try delimiter ?? findDelimiter()
    self.delimiter = delimiter
    while try skipLineEnd() {}
    guard try input.peek() != nil else { return nil }
    let start = line
    var raw = RawRecord(line: start)
    repeat {
      try readField(into: &raw, delimiter: delimiter.byte)
      try raw.endField()
    } while try skipDelimiter(delimiter.byte)
    _ = try skipLineEnd()
    let (fields, encoding) = try raw.decoded(isUTF16: input.isUTF16)
    let expected = expectedCount ?? fields.count
    expectedCount = expected
    return CSVRecord(line: start, fields: fields, expectedCount: expected, encoding: encoding)
  }

  /// Reads up to the delimiter, the end of the line or of the file, and leaves that.
  private mutating func readField(into raw: inout RawRecord, delimiter: UInt8) throws {
    if try input.peek() == CSVByte.quote {
      try readQuoted(into: &raw)
      guard let after = try input.peek(), after != delimiter, !CSVByte.isLineEnd(after) else {
        return
      }
      throw CSVError.textAfterQuote(line: line)
    }
    while let byte = try input.peek(), byte != delimiter, !CSVByte.isLineEnd(byte) {
      try raw.append(byte)
      input.skip()
    }
  }

  private mutating func readQuoted(into raw: inout RawRecord) throws {
    let opened = line
    input.skip()
    while let byte = try input.peek() {
      if byte == CSVByte.quote {
        guard try input.peek(1) == CSVByte.quote else {
          input.skip()
          return
        }
        input.skip()
      } else if byte == CSVByte.lineFeed {
        line += 1
      } else if byte == CSVByte.carriageReturn, try input.peek(1) != CSVByte.lineFeed {
        line += 1
      }
      try raw.append(byte)
      input.skip()
    }
    throw CSVError.unterminatedQuote(line: opened)
  }

  private mutating func skipDelimiter(_ delimiter: UInt8) throws -> Bool {
    guard try input.peek() == delimiter else { return false }
    input.skip()
    return true
  }

  private mutating func skipLineEnd() throws -> Bool {
    guard let byte = try input.peek(), CSVByte.isLineEnd(byte) else { return false }
    let isPair = try byte == CSVByte.carriageReturn && input.peek(1) == CSVByte.lineFeed
    input.skip(isPair ? 2 : 1)
    line += 1
    return true
  }

  /// Looks through the first record without reading it. Any delimiter may begin a quoted field
  /// there.
  private mutating func findDelimiter() throws -> CSVDelimiter {
    try input.skipMark()
    while try skipLineEnd() {}
    var counts: [CSVDelimiter: Int] = [:]
    var start: [UInt8] = []
    var isQuoted = false
    var isFieldStart = true
    for ahead in 0..<Self.recordLimit {
      guard let byte = try input.peek(ahead), isQuoted || !CSVByte.isLineEnd(byte) else { break }
      if start.count < 6 { start.append(byte) }
      if byte == CSVByte.quote, isQuoted || isFieldStart { isQuoted.toggle() }
      let delimiter = isQuoted ? nil : CSVDelimiter(byte)
      if let delimiter { counts[delimiter, default: 0] += 1 }
      isFieldStart = delimiter != nil || (byte == CSVByte.quote && !isQuoted)
    }
    return try named(by: start) ?? CSVDelimiter(mostIn: counts)
  }

  /// The delimiter in a line that Excel puts first, `sep=;`, which is then passed over.
  private mutating func named(by start: [UInt8]) throws -> CSVDelimiter? {
    guard start.count == 5, String(decoding: start, as: UTF8.self).lowercased().hasPrefix("sep="),
      let delimiter = CSVDelimiter(start[4])
    else { return nil }
    input.skip(5)
    _ = try skipLineEnd()
    return delimiter
  }
}

/// The bytes that mean something in CSV, the delimiter apart.
enum CSVByte {
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  static func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }
}

/// The fields of one record before they are decoded, one after the other.
private struct RawRecord {
  private let line: Int
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  init(line: Int) { self.line = line }

  mutating func append(_ byte: UInt8) throws(CSVError) {
    guard byte != 0 else { throw .nul(line: line) }
    try checkLength()
    bytes.append(byte)
  }

  mutating func endField() throws(CSVError) {
    try checkLength()
    ends.append(bytes.count)
  }

  private func checkLength() throws(CSVError) {
    guard bytes.count + ends.count < CSVReader.recordLimit else { throw .recordTooLong(line: line) }
  }

  func decoded(isUTF16: Bool) throws(CSVError) -> ([String], CSVEncoding) {
    if let fields = utf8Fields() { return (fields, isUTF16 ? .utf16 : .utf8) }
    guard !isUTF16 else { throw .brokenUTF16(line: line) }
    return (slices.map(Windows1252.text), .windows1252)
  }

  private var slices: [ArraySlice<UInt8>] {
    zip([0] + ends, ends).map { bytes[$0..<$1] }
  }

  private func utf8Fields() -> [String]? {
    var fields: [String] = []
    fields.reserveCapacity(ends.count)
    for slice in slices {
      guard let field = String(validating: slice, as: UTF8.self) else { return nil }
      fields.append(field)
    }
    return fields
  }
}
