/// A JSON document, or any value within one (RFC 8259).
///
/// Two values are equal when their compact texts are, but for the spelling of escapes: strings and
/// keys count as equal by their code points, not by Swift's canonical equivalence, numbers by their
/// digits (`1.0` is not `1`), and the order of an object's members counts.
package enum JSONValue: Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number, its digits as they were read.
  case number(JSONNumber)
  /// A string, escapes undone.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object, its members in order.
  case object(JSONObject)
}

extension JSONValue {
  /// A string.
  package init(_ string: String) { self = .string(string) }

  /// A number with the integer's decimal digits.
  package init(_ integer: Int) { self = .number(JSONNumber(integer)) }

  /// `true` or `false`.
  package init(_ bool: Bool) { self = .bool(bool) }

  /// An array of these elements.
  package init(_ elements: [JSONValue]) { self = .array(elements) }

  /// This object, as a value.
  package init(_ object: JSONObject) { self = .object(object) }
}

extension JSONValue {
  /// Whether this is `null`.
  package var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// The bool, or nil when this is something else.
  package var bool: Bool? {
    if case .bool(let bool) = self { bool } else { nil }
  }

  /// The number, or nil when this is something else.
  package var number: JSONNumber? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The number's exact integer value: nil when this is no number, or not an integer, or beyond `Int`.
  package var int: Int? { number?.int }

  /// The nearest double: nil when this is no number, or too large for a finite one.
  package var double: Double? { number?.double }

  /// The string, or nil when this is something else.
  package var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  /// The elements, or nil when this is no array.
  package var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members, or nil when this is no object.
  package var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// The member of that name: nil when this is no object, or an object without it.
  package subscript(key: String) -> JSONValue? {
    if case .object(let object) = self { object[key] } else { nil }
  }
}

extension JSONValue: Hashable {
  /// Whether both are the same value, by code points, digits and order.
  package static func == (left: JSONValue, right: JSONValue) -> Bool {
    // Not a switch over both, nor more than a call a case: unoptimised, such a frame takes several
    // times as much, and a deep tree takes hundreds of them.
    switch left {
    case .null: right.isNull
    case .bool(let bool): right.isBool(bool)
    case .number(let number): right.isNumber(number)
    case .string(let string): right.isString(string)
    case .array(let elements): right.isArray(elements)
    case .object(let object): right.isObject(object)
    }
  }

  private func isBool(_ other: Bool) -> Bool {
    if case .bool(let bool) = self { bool == other } else { false }
  }

  private func isNumber(_ other: JSONNumber) -> Bool {
    if case .number(let number) = self { number == other } else { false }
  }

  private func isString(_ other: String) -> Bool {
    if case .string(let string) = self { ExactString(string) == ExactString(other) } else { false }
  }

  private func isArray(_ others: [JSONValue]) -> Bool {
    if case .array(let elements) = self { elements == others } else { false }
  }

  private func isObject(_ other: JSONObject) -> Bool {
    if case .object(let object) = self { object == other } else { false }
  }

  /// Feeds what `==` compares.
  package func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let bool): hasher.combine(bool)
    case .number(let number): hasher.combine(number)
    case .string(let string): hasher.combine(ExactString(string))
    case .array(let elements): hasher.combine(elements)
    case .object(let object): hasher.combine(object)
    }
  }
}
