/// A text with parameters in double braces.
package enum TemplateText {
  enum Part: Hashable {
    case text(String)
    case parameter(String)
  }

  package static func hasParameters(_ text: String) -> Bool {
    parts(of: text).contains { if case .parameter = $0 { true } else { false } }
  }

  static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var rest = text[...]
    var plain = ""
    while !rest.isEmpty {
      if rest.hasPrefix("{{"), let end = rest.firstRange(of: "}}") {
        if !plain.isEmpty { parts.append(.text(plain)) }
        plain = ""
        parts.append(.parameter(String(rest[..<end.lowerBound].dropFirst(2).trimmed)))
        rest = rest[end.upperBound...]
      } else {
        plain.append(rest.removeFirst())
      }
    }
    return plain.isEmpty ? parts : parts + [.text(plain)]
  }
}
