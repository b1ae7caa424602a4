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
    let isPlain = string.utf8Span.span.withUnsafeBufferPointer { text in
      guard text.firstSpecial(from: 0).place == text.count else { return false }
      bytes.append(UInt8(ascii: "\""))
      bytes.append(contentsOf: text)
      bytes.append(UInt8(ascii: "\""))
      return true
    }
    if !isPlain { JSONValue(string).write(into: &bytes) }
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
