/// W13: what may stand in braces in the text of a message or a title.
package enum Placeholder: String, CaseIterable, Sendable {
  case contactName = "contact.name"
  case contactPhone = "contact.phone"
  case channel
  case date
  case conversation
  case ticket

  /// Those of a title; a message and a schedule may also name the ticket.
  package static let inTitles: Set<Placeholder> = Set(allCases).subtracting([.ticket])
}

/// A text with placeholders, checked when it is set and filled when it is used.
package struct FillableText: Sendable, Hashable {
  private enum Part: Hashable {
    case text(String)
    case placeholder(Placeholder)
  }

  private let parts: [Part]

  /// Reads a text. `{` that begins no placeholder of `allowed` is refused with what stands there:
  /// a misspelt one would otherwise reach a customer. `{{` and `}}` stand for single braces.
  package init(_ text: String, allowing allowed: Set<Placeholder>) throws(UnknownPlaceholder) {
    var parts: [Part] = []
    var plain = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "{" where rest.first == "{", "}" where rest.first == "}":
        rest = rest.dropFirst()
        plain.append(character)
      case "{":
        let name = String(rest.prefix { $0 != "}" })
        guard rest.count > name.count, let known = Placeholder(rawValue: name),
          allowed.contains(known)
        else { throw UnknownPlaceholder(name: name, allowed: allowed) }
        if !plain.isEmpty { parts.append(.text(plain)) }
        plain = ""
        parts.append(.placeholder(known))
        rest = rest.dropFirst(name.count + 1)
      default:
        plain.append(character)
      }
    }
    if !plain.isEmpty { parts.append(.text(plain)) }
    self.parts = parts
  }

  package func filled(_ value: (Placeholder) -> String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .placeholder(let placeholder): value(placeholder)
      }
    }.joined()
  }

  package var placeholders: Set<Placeholder> {
    Set(parts.compactMap { if case .placeholder(let name) = $0 { name } else { nil } })
  }
}

/// W13: something in braces that no text may hold.
package struct UnknownPlaceholder: Error, Hashable, Sendable {
  package let name: String
  package let allowed: Set<Placeholder>
}
