/// A place in a text of UTF-8.
package struct JSONPosition: Hashable, Sendable {
  /// The line, from 1; a line ends with a line feed.
  package let line: Int
  /// The column, from 1, in Unicode scalars.
  package let column: Int
  /// The bytes before it.
  package let offset: Int

  /// The place with these numbers.
  package init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }

  /// The place after that many bytes of a text, of which those before it are valid UTF-8.
  init(offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    var line = 1
    var column = 1
    for byte in bytes[..<offset] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.init(line: line, column: column, offset: offset)
  }
}
