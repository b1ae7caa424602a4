/// Colour and weight by ANSI escapes (ECMA-48, SGR); does nothing when off.
///
/// It wraps what is already fit to print: measure a text and put it through `Shown` before.
package struct Style: Sendable, Hashable {
  package let isOn: Bool

  package init(isOn: Bool) {
    self.isOn = isOn
  }

  package static let plain = Style(isOn: false)

  package func bold(_ text: String) -> String { wrapped(text, 1) }
  package func dim(_ text: String) -> String { wrapped(text, 2) }
  package func red(_ text: String) -> String { wrapped(text, 31) }
  package func yellow(_ text: String) -> String { wrapped(text, 33) }

  private func wrapped(_ text: String, _ code: Int) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
