/// Text from outside, made fit for people: what a terminal would obey, or what would make a reader
/// see another order than the text has, is shown as `\u{1b}`.
///
/// Shown so: C0 controls, DEL, C1 controls, bidirectional controls, line and paragraph separators,
/// tag characters. All else, accents and emoji included, stays as it is.
package struct Shown: Sendable {
  private let text: String

  /// Takes any text.
  package init(_ text: String) {
    self.text = text
  }

  /// On one line: line ends and tabs are shown too.
  package var line: String { shown { _ in false } }

  /// Line ends and tabs stay; `\r\n` is a line end.
  package var paragraph: String { shown { $0 == "\n" || $0 == "\t" } }

  private func shown(_ stays: (Unicode.Scalar) -> Bool) -> String {
    if !text.unicodeScalars.contains(where: \.isObeyed) { return text }
    var result = String.UnicodeScalarView()
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if scalar == "\r", scalars.first == "\n", stays("\n") { continue }
      if scalar.isObeyed, !stays(scalar) {
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  fileprivate var isObeyed: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case 0x2028...0x2029: true
    case 0xE0000...0xE007F: true
    default: false
    }
  }
}
