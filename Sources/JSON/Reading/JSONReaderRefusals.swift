extension JSONReader {
  /// The refusal of what stands at that offset, with its line and column.
  func refusal(_ problem: JSONProblem, at offset: Int) -> JSONError {
    JSONError(problem, at: JSONPosition(offset: offset, in: bytes))
  }

  /// The refusal of what comes next, where something else was expected.
  func refusal(expected: String) -> JSONError {
    if isAtEnd { return refusal(.endOfInput(expected: expected), at: offset) }
    let window = UnsafeBufferPointer(rebasing: bytes[offset..<min(offset + 4, bytes.count)])
    guard let scalar = window.firstScalar else { return refusal(.invalidUTF8, at: offset) }
    return refusal(.unexpected(found: name(scalar), expected: expected), at: offset)
  }

  /// The refusal of what comes next, where a value was expected: words are named whole, and what was
  /// meant for a number is called one.
  func refusalOfValue(expected: String) -> JSONError {
    let word = bytes[offset...].prefix(while: \.isInWord).prefix(20)
    if ["NaN", "nan", "Infinity", "infinity", "Inf", "inf"].contains(where: word.elementsEqualASCII)
      || current == UInt8(ascii: "+") || current == UInt8(ascii: ".")
    {
      return refusal(.invalidNumber, at: offset)
    }
    guard word.count > 1 else { return refusal(expected: expected) }
    let found = "\"" + String(decoding: word, as: UTF8.self) + "\""
    return refusal(.unexpected(found: found, expected: expected), at: offset)
  }

  /// A scalar in printable ASCII: itself in quotes, or its number and name.
  private func name(_ scalar: Unicode.Scalar) -> String {
    if (0x21...0x7E).contains(scalar.value) { return "\"\(scalar)\"" }
    guard let name = scalar.properties.name else { return codePoint(scalar.value) }
    return codePoint(scalar.value) + " " + name
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar at the beginning, or nil where that is not UTF-8.
  fileprivate var firstScalar: Unicode.Scalar? {
    var iterator = makeIterator()
    var decoder = UTF8()
    return switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): scalar
    case .emptyInput, .error: nil
    }
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  fileprivate func elementsEqualASCII(_ word: String) -> Bool { elementsEqual(word.utf8) }
}

extension UInt8 {
  fileprivate var isInWord: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
}
