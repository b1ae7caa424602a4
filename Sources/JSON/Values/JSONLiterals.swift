extension JSONValue: ExpressibleByNilLiteral {
  /// `nil` stands for `null`.
  package init(nilLiteral: ()) { self = .null }
}

extension JSONValue: ExpressibleByBooleanLiteral {
  /// `true` or `false`.
  package init(booleanLiteral value: Bool) { self.init(value) }
}

extension JSONValue: ExpressibleByIntegerLiteral {
  /// A number with the literal's value.
  package init(integerLiteral value: Int) { self.init(value) }
}

extension JSONValue: ExpressibleByStringLiteral {
  /// A string.
  package init(stringLiteral value: String) { self.init(value) }
}

extension JSONValue: ExpressibleByArrayLiteral {
  /// An array of these elements.
  package init(arrayLiteral elements: JSONValue...) { self.init(elements) }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  /// An object of these members, in this order; a key that stands twice is a fault of the programmer.
  package init(dictionaryLiteral members: (String, JSONValue)...) {
    self.init(JSONObject(uniqueMembers: members))
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// These members, in this order; a key that stands twice is a fault of the programmer.
  package init(dictionaryLiteral members: (String, JSONValue)...) {
    self.init(uniqueMembers: members)
  }
}
