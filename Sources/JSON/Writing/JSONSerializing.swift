extension JSONValue {
  /// The value as JSON in UTF-8, without a line feed at its end.
  package func serialized(
    _ style: JSONStyle = .compact, escaping: JSONEscaping = .minimal
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    write(into: &bytes, style, escaping: escaping)
    return bytes
  }

  /// The value as JSON, without a line feed at its end.
  package func text(_ style: JSONStyle = .compact, escaping: JSONEscaping = .minimal) -> String {
    String(copying: UTF8Span(unchecked: serialized(style, escaping: escaping).span))
  }

  /// Appends a string as JSON in UTF-8: what `JSONValue(string)` would write, without making one.
  package static func write(_ string: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    string.utf8Span.span.withUnsafeBufferPointer { text in
      var copied = 0
      var place = text.firstSpecial(from: 0).place
      while place < text.count {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<place]))
        writeEscape(of: text[place], into: &bytes)
        copied = place + 1
        place = text.firstSpecial(from: copied).place
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Quotes and line ends are many; of the others, what stands between the quotes of their own text.
  private static func writeEscape(of byte: UInt8, into bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case UInt8(ascii: "\n"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(UInt8(ascii: "n"))
    default:
      bytes += JSONValue(String(Unicode.Scalar(byte))).serialized().dropFirst().dropLast()
    }
  }

  /// Appends the value as JSON in UTF-8, without a line feed at its end.
  package func write(
    into bytes: inout [UInt8], _ style: JSONStyle = .compact, escaping: JSONEscaping = .minimal
  ) {
    var writer = JSONWriter(style, escaping)
    writer.write(self)
    bytes.append(contentsOf: writer.bytes.written)
  }
}
