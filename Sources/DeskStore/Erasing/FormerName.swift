/// A name, phone or e-mail that somebody had before, as an administrator knows it.
package struct FormerName: Sendable {
  package let text: String
  /// In each form in which it may be written.
  package let needles: Needles
  /// In how many lines of the store it stands.
  package internal(set) var lines = 0

  package init(_ text: String, forms: [String]) {
    self.text = text
    needles = Needles(Set(forms + [text]))
  }
}
