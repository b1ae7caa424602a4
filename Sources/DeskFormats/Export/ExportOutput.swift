import JSON

/// Bytes of named files in the order in which they are made; whoever writes them takes them away
/// from time to time, so that little is held however much there is.
package struct ExportOutput {
  /// What waits for a file.
  package struct Waiting {
    package let file: String
    package fileprivate(set) var bytes: [UInt8] = []
    /// Nothing more comes for it.
    package fileprivate(set) var isClosed = false
  }

  /// A few: those that are open, and those that were closed since the last time.
  private var waiting: [Waiting] = []

  package init() {}

  /// How many bytes wait.
  package private(set) var size = 0

  /// Appends to a file what `fill` appends.
  package mutating func write(to file: String, _ fill: (inout [UInt8]) -> Void) {
    let place = place(of: file)
    let before = waiting[place].bytes.count
    fill(&waiting[place].bytes)
    size += waiting[place].bytes.count - before
  }

  package mutating func close(_ file: String) { waiting[place(of: file)].isClosed = true }

  private mutating func place(of file: String) -> Int {
    if let place = waiting.lastIndex(where: { $0.file == file }) { return place }
    waiting.append(Waiting(file: file))
    return waiting.count - 1
  }

  /// Hands over all that waits, which waits no more; the memory of what is open is used again.
  package mutating func drain(_ body: (Waiting) throws -> Void) rethrows {
    for entry in waiting { try body(entry) }
    waiting.removeAll(where: \.isClosed)
    for place in waiting.indices { waiting[place].bytes.removeAll(keepingCapacity: true) }
    size = 0
  }
}

extension ExportOutput {
  mutating func write(_ text: String, to file: String) { write(to: file) { $0 += text.utf8 } }

  /// A value, and what follows it.
  mutating func write(_ value: JSONObject, to file: String, then end: String = "") {
    write(to: file) { bytes in
      JSONValue.object(value).write(into: &bytes)
      bytes += end.utf8
    }
  }
}
