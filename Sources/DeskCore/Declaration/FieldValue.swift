package import JSON

/// A type whose values stand in records: read from JSON strictly, written back the same.
package protocol FieldValue: Sendable, Equatable {
  static var shape: Shape { get }
  init(json: JSONValue) throws(Mismatch)
  var json: JSONValue { get }
}

extension Bool: FieldValue {
  package static var shape: Shape { .boolean }

  package init(json: JSONValue) throws(Mismatch) {
    guard let value = json.bool else { throw Self.mismatch }
    self = value
  }

  package var json: JSONValue { .bool(self) }
}

extension Int: FieldValue {
  package static var shape: Shape { .integer(Int.min...Int.max) }

  package init(json: JSONValue) throws(Mismatch) {
    guard let value = json.int else { throw Self.mismatch }
    self = value
  }

  package var json: JSONValue { .number(JSONNumber(self)) }
}

extension String: FieldValue {
  package static var shape: Shape { .text(form: nil, pattern: nil) }

  package init(json: JSONValue) throws(Mismatch) {
    guard let value = json.string else { throw Self.mismatch }
    self = value
  }

  package var json: JSONValue { .string(self) }
}

extension Array: FieldValue where Element: FieldValue {
  package static var shape: Shape { .list(Element.shape) }

  package init(json: JSONValue) throws(Mismatch) {
    guard let values = json.array else { throw Self.mismatch }
    self = []
    reserveCapacity(values.count)
    for (index, value) in values.enumerated() {
      do {
        append(try Element(json: value))
      } catch {
        throw error.within(.index(index))
      }
    }
  }

  package var json: JSONValue { .array(map(\.json)) }
}

extension FieldValue {
  static var mismatch: Mismatch { Mismatch(.unexpected(shape.expectation)) }
}

/// A value that is one text: read by its type, which says why it cannot where it cannot.
package protocol TextValue: FieldValue {
  static var form: TextForm { get }
  static var pattern: String? { get }
  init(text: String) throws(Unreadable)
  var text: String { get }
}

extension TextValue {
  package static var pattern: String? { nil }
  package static var shape: Shape { .text(form: form, pattern: pattern) }

  package init(json: JSONValue) throws(Mismatch) {
    guard let text = json.string else { throw Self.mismatch }
    do {
      try self.init(text: text)
    } catch {
      throw Mismatch(.unreadable(Self.form, error))
    }
  }

  package var json: JSONValue { .string(text) }
}

/// An enumeration whose raw values are its words in files and on the command line.
package protocol ChoiceValue: FieldValue, CaseIterable, RawRepresentable where RawValue == String {}

extension ChoiceValue {
  package static var shape: Shape { .choice(allCases.map(\.rawValue)) }

  package init(json: JSONValue) throws(Mismatch) {
    guard let word = json.string, let value = Self(rawValue: word) else { throw Self.mismatch }
    self = value
  }

  package var json: JSONValue { .string(rawValue) }
}
