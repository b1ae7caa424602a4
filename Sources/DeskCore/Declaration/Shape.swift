package import JSON

/// What values a field takes: enough to check a text from a command line, to write a JSON Schema
/// and to say in one phrase what was expected.
package indirect enum Shape: Sendable {
  case boolean
  case integer(ClosedRange<Int>)
  /// A text that its type reads; `form` names it (`time`, `phone`, `colour`), `pattern` is a
  /// regular expression of JSON Schema where one says it.
  case text(form: String?, pattern: String?)
  case choice([String])
  case list(Shape)
  case record(@Sendable () -> [AnyField])

  /// What is expected, in a short English phrase without an article's guess at the reader.
  package var expectation: String {
    switch self {
    case .boolean: "true or false"
    case .integer(let range):
      switch (range.lowerBound, range.upperBound) {
      case (Int.min, Int.max): "a whole number"
      case (let low, Int.max): "a whole number of at least \(low)"
      case (let low, let high): "a whole number from \(low) to \(high)"
      }
    case .text(let form, _): form.map { "a text: \($0)" } ?? "a text"
    case .choice(let words): "one of " + words.joined(separator: ", ")
    case .list(let element): "a list, each \(element.expectation)"
    case .record: "an object"
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
