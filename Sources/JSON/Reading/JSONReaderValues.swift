extension JSONReader {
  /// The one value of a whole text.
  mutating func document() throws(JSONError) -> JSONValue {
    if skip(word: "\u{FEFF}") { throw refusal(.byteOrderMark, at: 0) }
    let value = try value()
    skipWhitespace()
    guard isAtEnd else { throw refusal(expected: container.expectedAfterValue) }
    return value
  }

  /// The value that comes next.
  mutating func value() throws(JSONError) -> JSONValue {
    while true {
      if let begun = try begin(), let whole = try settle(begun) { return whole }
    }
  }

  /// Reads a scalar or an empty container; nil when it has gone into a container that holds something.
  private mutating func begin() throws(JSONError) -> JSONValue? {
    skipWhitespace()
    switch current {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return try open(.object)
    case UInt8(ascii: "["): return try open(.array)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): return .number(try number())
    case UInt8(ascii: "t") where skip(word: "true"): return .bool(true)
    case UInt8(ascii: "f") where skip(word: "false"): return .bool(false)
    case UInt8(ascii: "n") where skip(word: "null"): return .null
    default: throw refusalOfValue(expected: "a value")
    }
  }

  /// Hands a whole value to the container around it, and closes containers for as long as they end:
  /// the outermost value once that is whole, nil while another value must be read.
  private mutating func settle(_ begun: consuming JSONValue) throws(JSONError) -> JSONValue? {
    var value = begun
    while container.kind != .document {
      container.append(value)
      skipWhitespace()
      if current == UInt8(ascii: ",") {
        try goToNext()
        return nil
      }
      guard skip(container.closer) else {
        throw refusal(expected: container.expectedAfterValue)
      }
      value = close()
    }
    return value
  }

  private mutating func open(_ kind: JSONContainer.Kind) throws(JSONError) -> JSONValue? {
    guard enclosing.count < Self.maximumDepth else { throw refusal(.tooDeep, at: offset) }
    offset += 1
    skipWhitespace()
    if kind == .array, skip(UInt8(ascii: "]")) { return .array([]) }
    if kind == .object, skip(UInt8(ascii: "}")) { return .object(JSONObject()) }
    var opened = JSONContainer(
      kind, capacity: kind == .array ? 4 : likelyCount, firstFingerprint: fingerprints.count)
    swap(&opened, &container)
    enclosing.append(opened)
    switch kind {
    case .object: try key(expected: #"a key in double quotes or "}""#)
    case .array: try refuseEndOfArray()
    case .document: break
    }
    return nil
  }

  private mutating func close() -> JSONValue {
    var closed = enclosing.removeLast()
    swap(&closed, &container)
    if closed.kind == .object {
      fingerprints.removeLast(fingerprints.count - closed.firstFingerprint)
      likelyCount = min(closed.members.count, 32)
    }
    return closed.closed()
  }

  /// From a comma to the next element, or to the value of the next member.
  private mutating func goToNext() throws(JSONError) {
    let comma = offset
    offset += 1
    skipWhitespace()
    if current == container.closer { throw refusal(.trailingComma, at: comma) }
    if container.kind == .object { try key(expected: "a key in double quotes") }
  }

  private func refuseEndOfArray() throws(JSONError) {
    if isAtEnd { throw refusal(expected: #"a value or "]""#) }
  }
}

extension JSONReader {
  /// A member's key and colon.
  private mutating func key(expected: String) throws(JSONError) {
    let start = offset
    guard current == UInt8(ascii: "\"") else { throw refusal(expected: expected) }
    let key = try string()
    guard note(key) else { throw refusal(.duplicateKey(key), at: start) }
    container.append(newKey: key)
    skipWhitespace()
    guard skip(UInt8(ascii: ":")) else { throw refusal(expected: #"":""#) }
  }

  /// Remembers a key of the open object; false when the object has it already.
  ///
  /// Few keys are compared by fingerprint, one by one; many are looked up in the object's index.
  private mutating func note(_ key: String) -> Bool {
    guard container.members.count <= JSONObject.linearLimit else {
      return container.members.place(of: key) == nil
    }
    let exact = ExactString(key)
    let fingerprint = exact.fingerprint
    let first = container.firstFingerprint
    for place in first..<fingerprints.count where fingerprints[place] == fingerprint {
      if ExactString(container.members[place - first].key) == exact { return false }
    }
    fingerprints.append(fingerprint)
    return true
  }
}
