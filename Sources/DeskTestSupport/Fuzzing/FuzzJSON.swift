import JSON

extension FuzzSubject {
  /// What is accepted comes back the same from every layout; lines are the same whatever the chunks.
  func checkJSON(_ bytes: [UInt8]) throws {
    if let value = try? JSONValue(parsing: bytes) {
      for style in [JSONStyle.compact, .pretty] {
        for escaping in [JSONEscaping.minimal, .terminal, .html] {
          let text = value.serialized(style, escaping: escaping)
          let again = try? JSONValue(parsing: text)
          try FuzzFinding.require(again == value, "another value: \(style) \(escaping)")
        }
      }
    }
    let whole = lines(bytes, chunk: max(1, bytes.count))
    try FuzzFinding.require(lines(bytes, chunk: 1) == whole, "other lines byte by byte")
    try FuzzFinding.require(lines(bytes, chunk: 3) == whole, "other lines in threes")
  }

  private func lines(_ bytes: [UInt8], chunk: Int) -> [JSONLine] {
    var reader = JSONLinesReader(read: Self.chunks(of: chunk, bytes))
    var lines: [JSONLine] = []
    while let line = try? reader.next() {
      lines.append(line)
      _ = try? line.value()
    }
    return lines
  }
}
