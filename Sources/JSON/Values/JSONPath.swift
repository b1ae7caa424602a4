/// One step from a value to a value within it.
package enum JSONPathStep: Hashable, Sendable {
  /// To the member of an object.
  case key(String)
  /// To the element of an array, from 0.
  case index(Int)
}

/// The steps from a document to a value within it; none for the document itself.
package typealias JSONPath = [JSONPathStep]

extension [JSONPathStep] {
  /// The path as a person writes it: `desk.email[2].name`.
  ///
  /// A key with anything but letters, digits, `_`, `-` and `$` stands in brackets as JSON, its
  /// invisible characters escaped: `hours["seg.-sex."]`. The document itself has the empty text.
  package var text: String {
    var text = ""
    for step in self {
      switch step {
      case .index(let index):
        text += "[\(index)]"
      case .key(let key) where isPlain(key):
        text += text.isEmpty ? key : "." + key
      case .key(let key):
        text += "[" + JSONValue(key).text(escaping: .terminal) + "]"
      }
    }
    return text
  }

  private func isPlain(_ key: String) -> Bool {
    !key.isEmpty
      && key.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
          || scalar == "_" || scalar == "-" || scalar == "$"
      }
  }
}
