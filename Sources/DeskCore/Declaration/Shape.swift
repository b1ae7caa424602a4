package import JSON

/// What values a field takes: enough to check a text from a command line, to write a JSON Schema
/// and to say what was expected.
package indirect enum Shape: Sendable {
  case boolean
  case integer(ClosedRange<Int>)
  /// A text that its type reads; `pattern` is a regular expression of JSON Schema where
  /// one says it.
  case text(form: TextForm?, pattern: String?)
  case choice([String])
  case list(Shape)
  case record(@Sendable () -> [AnyField])

  package var expectation: Expectation {
    switch self {
    case .boolean: .boolean
    case .integer(let range): .integer(range)
    case .text(let form, _): .text(form)
    case .choice(let words): .choice(words)
    case .list(let element): .list(element.expectation)
    case .record: .object
    }
  }
}

/// A field without its record's type: what help, options and schemas are made from.
package struct AnyField: Sendable {
  package let key: String
  package let note: Note
  package let isRequired: Bool
  /// It is set by the program, not by `set` or `add`.
  package let isAutomatic: Bool
  package let shape: Shape
  /// What it is where it is unset; nil where it then has no value.
  package let standard: JSONValue?
}

/// A sentence about a field, in both languages.
package struct Note: Hashable, Sendable {
  package let en: String
  package let pt: String

  package init(en: String, pt: String) {
    self.en = en
    self.pt = pt
  }
}
