import JSON
import Testing

struct JSONLinesTests {
  private struct Interruption: Error {}

  /// A reader over the bytes, given it in chunks of that size.
  private func reader(_ text: String, chunk: Int, limit: Int = 1000) -> JSONLinesReader {
    let bytes = Array(text.utf8)
    var place = 0
    return JSONLinesReader(maximumLineLength: limit) {
      let end = min(place + chunk, bytes.count)
      defer { place = end }
      return Array(bytes[place..<end])
    }
  }

  private func lines(_ text: String, chunk: Int) throws -> [JSONLine] {
    var reader = reader(text, chunk: chunk)
    var lines: [JSONLine] = []
    while let line = try reader.next() { lines.append(line) }
    #expect(try reader.next() == nil)
    return lines
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func `the records are the same whatever the chunks`(chunk: Int) throws {
    let text = "{\"a\":\"é\"}\n\r\n  \t\n[1]\r\n\n\"last\""
    let lines = try lines(text, chunk: chunk)
    #expect(lines.map(\.number) == [1, 4, 6])
    #expect(lines.map(\.offset) == [0, 17, 23])
    #expect(lines.map(\.isTerminated) == [true, true, false])
    #expect(
      lines.map { line in Array(line.bytes) }
        == ["{\"a\":\"é\"}", "[1]", "\"last\""].map { Array($0.utf8) })
    #expect(try lines.map { line in try line.value() } == [["a": "é"], [1], "last"])
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func `a file that ends with a line feed has no line after it`(chunk: Int) throws {
    #expect(try lines("1\n2\n", chunk: chunk).map(\.isTerminated) == [true, true])
    #expect(try lines("", chunk: chunk).isEmpty)
    #expect(try lines("\n\r\n", chunk: chunk).isEmpty)
    #expect(try lines(" ", chunk: chunk).isEmpty)
  }

  @Test func `a carriage return alone ends no line`() throws {
    #expect(try lines("[1,\r2]\n3\r", chunk: 4).map(\.bytes.count) == [6, 2])
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func `an error in a record has the line and offset of the file`(chunk: Int) throws {
    let lines = try lines("\n{}\n{\"é\":01}\n", chunk: chunk)
    let error = #expect(throws: JSONError.self) { try lines[1].value() }
    #expect(error?.position == JSONPosition(line: 3, column: 6, offset: 10))
    #expect(error?.problem == .invalidNumber)
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func `a line too long is refused, and the next one given`(chunk: Int) throws {
    var reader = reader("\"12\"\n\"12345678901234\"\n\"345\"\n\"6789\"", chunk: chunk, limit: 5)
    #expect(try reader.next()?.value() == "12")
    let first = #expect(throws: JSONError.self) { try reader.next() }
    #expect(first?.problem == .lineTooLong(limit: 5))
    #expect(first?.position == JSONPosition(line: 2, column: 1, offset: 5))
    let line = try reader.next()
    #expect(line?.number == 3)
    #expect(line?.offset == 22)
    #expect(try line?.value() == "345")
    let last = #expect(throws: JSONError.self) { try reader.next() }
    #expect(last?.position == JSONPosition(line: 4, column: 1, offset: 28))
    #expect(try reader.next() == nil)
  }

  @Test func `a read that fails loses nothing`() throws {
    var chunks: [[UInt8]?] = [Array("[1".utf8), nil, Array("]\n2".utf8), nil]
    var reader = JSONLinesReader {
      guard !chunks.isEmpty else { return [] }
      guard let chunk = chunks.removeFirst() else { throw Interruption() }
      return chunk
    }
    #expect(throws: Interruption.self) { try reader.next() }
    #expect(try reader.next()?.value() == [1])
    #expect(throws: Interruption.self) { try reader.next() }
    let line = try reader.next()
    #expect(line?.number == 2)
    #expect(line?.offset == 4)
    #expect(try line?.value() == 2)
    #expect(try reader.next() == nil)
  }
}
