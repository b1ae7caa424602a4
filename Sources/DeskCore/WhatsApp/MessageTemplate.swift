/// A message that WhatsApp approved: the one kind that may be sent outside the window (C13).
package struct MessageTemplate: ConfiguredRecord, Hashable {
  /// Its name at WhatsApp.
  package var name = ""
  package var language = "pt_BR"
  package var status = TemplateStatus.pending
  package var body = ""

  package init() {}

  package static let noun = "template"
  package static let file = "templates"
  package static let fields: Fields<Self> = [
    Field("name", \.name, required: true, en: "its name at WhatsApp", pt: "o nome no WhatsApp"),
    Field(
      "language", \.language, en: "its language at WhatsApp, as pt_BR",
      pt: "o idioma no WhatsApp, como pt_BR"),
    Field("status", \.status, en: "whether WhatsApp approved it", pt: "se o WhatsApp o aprovou"),
    Field(
      "body", \.body, required: true, en: "its text; parameters are {{1}} or {{name}}",
      pt: "o texto; os parâmetros são {{1}} ou {{nome}}"),
  ]

  /// The names of its parameters, in the order in which they first stand in the text.
  package var parameterNames: [String] {
    var names: [String] = []
    for case .parameter(let name) in TemplateText.parts(of: body) where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  /// C14: the text filled in. A missing or surplus parameter, or a template that is not approved,
  /// is refused.
  package func filled(with parameters: [TemplateParameter]) throws(TemplateRefusal) -> String {
    guard status == .approved else { throw .notApproved(status) }
    var values: [String: String] = [:]
    for parameter in parameters { values[parameter.key] = parameter.value }
    if let surplus = parameters.first(where: { !parameterNames.contains($0.key) }) {
      throw .surplus(surplus.key)
    }
    if let missing = parameterNames.first(where: { values[$0] == nil }) { throw .missing(missing) }
    return TemplateText.parts(of: body).map { part in
      switch part {
      case .text(let text): text
      case .parameter(let name): values[name] ?? ""
      }
    }.joined()
  }
}

/// Whether WhatsApp lets a template be sent.
package enum TemplateStatus: String, ChoiceValue, Hashable {
  case pending
  case approved
  case rejected
  case paused
  case disabled
}

/// C14: why a template cannot be filled in.
package enum TemplateRefusal: Error, Hashable, Sendable {
  case notApproved(TemplateStatus)
  case missing(String)
  case surplus(String)
}

/// A text with parameters in double braces.
enum TemplateText {
  enum Part: Hashable {
    case text(String)
    case parameter(String)
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
