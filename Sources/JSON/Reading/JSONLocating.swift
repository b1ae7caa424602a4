extension JSONValue {
  /// Where a value, or its key, stands in a text; nil when the text is not valid up to there, or has
  /// no such value.
  ///
  /// The tree carries no places: the text is read again, which only an error's message is worth.
  ///
  /// - Parameter key: whether the member's key is wanted and not its value; an element of an array
  ///   and the document have none, and are found themselves.
  package static func position(
    of path: JSONPath, in bytes: [UInt8], key: Bool = false
  ) -> JSONPosition? {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      guard let offset = try? reader.locate(path[...], key: key) else { return nil }
      return JSONPosition(offset: offset, in: bytes)
    }
  }
}

extension JSONReader {
  /// The offset of what the path leads to from the value that is next.
  fileprivate mutating func locate(_ path: ArraySlice<JSONPathStep>, key: Bool) throws(JSONError)
    -> Int?
  {
    var keyOffset: Int?
    for step in path {
      skipWhitespace()
      switch step {
      case .key(let name):
        guard let found = try enterMember(ExactString(name)) else { return nil }
        keyOffset = found
      case .index(let index):
        guard try enterElement(index) else { return nil }
        keyOffset = nil
      }
    }
    skipWhitespace()
    return key ? keyOffset ?? offset : offset
  }

  /// Goes from an object to the value of a member: the offset of its key.
  private mutating func enterMember(_ name: ExactString) throws(JSONError) -> Int? {
    guard skip(UInt8(ascii: "{")) else { return nil }
    repeat {
      skipWhitespace()
      let start = offset
      guard current == UInt8(ascii: "\"") else { return nil }
      let key = try string()
      skipWhitespace()
      guard skip(UInt8(ascii: ":")) else { return nil }
      if ExactString(key) == name { return start }
      _ = try value()
      skipWhitespace()
    } while skip(UInt8(ascii: ","))
    return nil
  }

  /// Goes from an array to one of its elements.
  private mutating func enterElement(_ index: Int) throws(JSONError) -> Bool {
    guard skip(UInt8(ascii: "[")), index >= 0 else { return false }
    for _ in 0..<index {
      _ = try value()
      skipWhitespace()
      guard skip(UInt8(ascii: ",")) else { return false }
    }
    skipWhitespace()
    return !isAtEnd && current != UInt8(ascii: "]")
  }
}
