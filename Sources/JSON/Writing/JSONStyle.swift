/// How a value is laid out as text.
package enum JSONStyle: Sendable {
  /// On one line, without white space.
  case compact
  /// A member or element a line, two spaces a level, `"key": value`; what is empty stays `[]` or `{}`.
  case pretty
}

/// Which characters of strings and keys are written as escapes.
package enum JSONEscaping: Sendable {
  /// What RFC 8259 (section 7) demands: quote, backslash and everything below U+0020.
  case minimal
  /// Also what a terminal obeys or hides: U+007F to U+009F, the line and paragraph separators U+2028
  /// and U+2029, the bidirectional controls U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to
  /// U+2069, and the tags U+E0000 to U+E007F.
  case terminal
  /// Also `<`, `>` and `&`, so that the text may stand in a script element of HTML.
  case html
}

extension JSONEscaping {
  /// Whether the scalar is written as an escape.
  func escapes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x22, 0x5C: true
    case 0x3C, 0x3E, 0x26: self == .html
    case 0x7F...0x9F, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xE0000...0xE007F:
      self != .minimal
    default: false
    }
  }
}
