/// What others' records are searched for: a name of somebody who is erased, or what an administrator
/// knows that they were called or reached by.
package struct SoughtName: Sendable {
  package let text: String
  /// In each form in which it may be written.
  package let needles: Needles
  /// It was asked for, and not found out.
  package let isAsked: Bool
  /// In how many lines of others it stands.
  package internal(set) var lines = 0

  package init(_ text: String, forms: [String] = [], isAsked: Bool = true) {
    self.text = text
    self.isAsked = isAsked
    needles = Needles(Set(forms + [text]))
  }
}
