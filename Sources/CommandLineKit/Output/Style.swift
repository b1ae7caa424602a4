/// Colour and weight by ANSI escapes (ECMA-48, SGR); does nothing when off.
///
/// It wraps what is already fit to print: measure a text and put it through `Shown` before.
package struct Style: Sendable, Hashable {
  /// Whether escapes are written at all.
  package let isOn: Bool

  /// A style that is on where the output is a terminal that wants it.
  package init(isOn: Bool) {
    self.isOn = isOn
  }

  /// No escapes.
  package static let plain = Style(isOn: false)

  /// For headings.
  package func bold(_ text: String) -> String { wrapped(text, 1) }

  /// For what may be passed over.
  package func dim(_ text: String) -> String { wrapped(text, 2) }

  /// For errors.
  package func red(_ text: String) -> String { wrapped(text, 31) }

  /// For warnings.
  package func yellow(_ text: String) -> String { wrapped(text, 33) }

  private func wrapped(_ text: String, _ code: Int) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
