import JSON

/// Bytes of named files in the order in which they are made; whoever writes them takes them away
/// from time to time, so that little is held however much there is.
package struct ExportOutput {
  /// What is to be done next.
  package enum Step {
    case append(file: String, [UInt8])
    /// Nothing more comes for it.
    case close(file: String)
  }

  private var steps: [Step] = []
  private var open: String?
  private var bytes: [UInt8] = []

  package init() {}

  /// How many bytes wait, about.
  package private(set) var size = 0

  /// Appends to a file what `fill` appends.
  package mutating func write(to file: String, _ fill: (inout [UInt8]) -> Void) {
    if open != file {
      flush()
      open = file
    }
    let before = bytes.count
    fill(&bytes)
    size += bytes.count - before
  }

  package mutating func close(_ file: String) {
    flush()
    steps.append(.close(file: file))
  }

  /// Everything that waits, which waits no more.
  package mutating func take() -> [Step] {
    flush()
    defer {
      steps = []
      size = 0
    }
    return steps
  }

  private mutating func flush() {
    if let open { steps.append(.append(file: open, bytes)) }
    bytes = []
    open = nil
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
