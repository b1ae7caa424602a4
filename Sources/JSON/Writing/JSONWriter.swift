/// Appends values as JSON to bytes.
struct JSONWriter: ~Copyable {
  /// What was written so far.
  private(set) var bytes = ByteSink(capacity: 512)

  private let style: JSONStyle
  private let escaping: JSONEscaping
  /// The containers around the next value.
  private var depth = 0

  init(_ style: JSONStyle, _ escaping: JSONEscaping) {
    self.style = style
    self.escaping = escaping
  }

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: write(word: "null")
    case .bool(true): write(word: "true")
    case .bool(false): write(word: "false")
    case .number(let number): write(ascii: number.text)
    case .string(let string): write(string)
    case .array(let elements): write(elements)
    case .object(let object): write(object)
    }
  }

  private mutating func write(_ elements: [JSONValue]) {
    open(UInt8(ascii: "["))
    var isFirst = true
    let span = elements.span
    for index in span.indices {
      separate(&isFirst)
      write(span[index])
    }
    close(UInt8(ascii: "]"), isEmpty: isFirst)
  }

  private mutating func write(_ object: JSONObject) {
    open(UInt8(ascii: "{"))
    var isFirst = true
    let span = object.members.span
    for index in span.indices {
      separate(&isFirst)
      write(span[index].key)
      bytes.append(UInt8(ascii: ":"))
      if style == .pretty { bytes.append(UInt8(ascii: " ")) }
      write(span[index].value)
    }
    close(UInt8(ascii: "}"), isEmpty: isFirst)
  }

  private mutating func write(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    string.utf8Span.span.withUnsafeBufferPointer { text in
      bytes.append(escaping: text, escaping)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func write(ascii text: String) {
    text.utf8Span.span.withUnsafeBufferPointer { text in bytes.append(text) }
  }

  private mutating func write(word: StaticString) {
    word.withUTF8Buffer { word in bytes.append(word) }
  }
}

extension JSONWriter {
  private mutating func open(_ bracket: UInt8) {
    bytes.append(bracket)
    depth += 1
  }

  private mutating func close(_ bracket: UInt8, isEmpty: Bool) {
    depth -= 1
    if !isEmpty { breakLine() }
    bytes.append(bracket)
  }

  private mutating func separate(_ isFirst: inout Bool) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    breakLine()
  }

  private mutating func breakLine() {
    guard style == .pretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth {
      bytes.append(UInt8(ascii: " "))
      bytes.append(UInt8(ascii: " "))
    }
  }
}
