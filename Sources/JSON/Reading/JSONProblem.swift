/// What can be wrong with a text that is to be JSON.
package enum JSONProblem: Hashable, Sendable {
  /// Bytes that are not UTF-8: truncated, overlong, a surrogate, beyond U+10FFFF.
  case invalidUTF8
  /// U+FEFF at the beginning, which RFC 8259 (8.1) lets a reader refuse.
  case byteOrderMark
  /// The text ended before the document did.
  case endOfInput(expected: String)
  /// Something else stands there; `found` is printable ASCII.
  case unexpected(found: String, expected: String)
  /// A comma with nothing after it but the bracket.
  case trailingComma
  /// A number that RFC 8259 does not know: `01`, `+1`, `.5`, `1.`, `NaN`.
  case invalidNumber
  /// A byte below 0x20, bare within a string.
  case controlCharacter(UInt8)
  /// A `\u` escape of half a surrogate pair.
  case loneSurrogate
  /// A key that its object already has, escapes undone.
  case duplicateKey(String)
  /// More arrays and objects within each other than the reader follows (512).
  case tooDeep
  /// A line of JSON Lines with more bytes than its reader holds.
  case lineTooLong(limit: Int)
}

extension JSONProblem {
  /// A short phrase for what is wrong.
  package var summary: String {
    switch self {
    case .invalidUTF8: "bytes that are not UTF-8"
    case .byteOrderMark: "a byte order mark"
    case .endOfInput: "the text ends"
    case .unexpected(let found, _): "found \(found)"
    case .trailingComma: "a comma with nothing after it"
    case .invalidNumber: "a number that JSON does not know"
    case .controlCharacter(let byte): "the bare control character \(codePoint(UInt32(byte)))"
    case .loneSurrogate: "half a surrogate pair"
    case .duplicateKey(let key): "a second key \(JSONValue(key).text(escaping: .terminal))"
    case .tooDeep: "arrays and objects too deep within each other"
    case .lineTooLong: "a line too long"
    }
  }

  /// A short phrase for what would have been right.
  package var expected: String {
    switch self {
    case .invalidUTF8: "UTF-8"
    case .byteOrderMark: "a value"
    case .endOfInput(let expected), .unexpected(_, let expected): expected
    case .trailingComma: "no comma before the bracket"
    case .invalidNumber: "a number such as 0, -1.5 or 2e10"
    case .controlCharacter: "an escape such as \\n or \\u0000"
    case .loneSurrogate: "a pair such as \\ud83d\\ude00"
    case .duplicateKey: "each key once"
    case .tooDeep: "at most \(JSONReader.maximumDepth)"
    case .lineTooLong(let limit): "at most \(limit) bytes"
    }
  }
}

/// A code point's usual notation: `U+00A0`.
func codePoint(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
