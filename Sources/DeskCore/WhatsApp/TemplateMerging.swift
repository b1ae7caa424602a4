/// WhatsApp's templates taken over into those that are configured: each is known again by its name
/// and language, so the same list changes nothing the second time.
package struct TemplateMerging: Sendable {
  /// What became of one that WhatsApp lists.
  package enum Outcome: String, Sendable, Hashable {
    case added
    case updated
    case unchanged
  }

  /// A template with what became of it.
  package struct Merged: Hashable, Sendable {
    package let id: MessageTemplate.ID
    package let template: MessageTemplate
    package let outcome: Outcome
  }

  private var known: [(id: MessageTemplate.ID, value: MessageTemplate)]
  private let language: DeskLanguage

  package init(_ catalog: Catalog<MessageTemplate>, language: DeskLanguage) {
    known = catalog.entries
    self.language = language
  }

  /// What becomes of each, in the list's order. Of a name in several languages the desk's own gets
  /// the plain id, wherever it stands in the list.
  package mutating func merge(_ listed: [MessageTemplate]) -> [Merged] {
    let places = listed.indices.sorted { left, right in
      let (first, second) = (isOwn(listed[left]), isOwn(listed[right]))
      return first == second ? left < right : first
    }
    var merged: [(place: Int, Merged)] = []
    for place in places { merged.append((place, merge(listed[place]))) }
    return merged.sorted { $0.place < $1.place }.map(\.1)
  }

  private func isOwn(_ template: MessageTemplate) -> Bool {
    let code = template.language.prefix { $0 != "_" && $0 != "-" }.lowercased()
    return switch language {
    case .ptBR: code == "pt"
    case .en: code == "en"
    }
  }

  private mutating func merge(_ template: MessageTemplate) -> Merged {
    let place = known.firstIndex {
      $0.value.name == template.name && $0.value.language == template.language
    }
    guard let place else {
      let id = freeID(for: template)
      known.append((id, template))
      return Merged(id: id, template: template, outcome: .added)
    }
    let outcome: Outcome = known[place].value == template ? .unchanged : .updated
    known[place].value = template
    return Merged(id: known[place].id, template: template, outcome: outcome)
  }

  /// `aviso_entrega` is `aviso-entrega`; where that is taken, `aviso-entrega-en-us`, then
  /// `aviso-entrega-en-us-2`.
  private func freeID(for template: MessageTemplate) -> MessageTemplate.ID {
    let taken = Set(known.map(\.id))
    let language = Self.slug(template.language)
    var number = 0
    while true {
      let end = number == 0 ? "" : number == 1 ? "-\(language)" : "-\(language)-\(number)"
      let stem = Self.slug(template.name).prefix(64 - min(60, end.utf8.count))
      if let id = try? MessageTemplate.ID(text: stem + end), !taken.contains(id) { return id }
      number += 1
    }
  }

  /// Lower-case letters, digits and hyphens, never empty.
  private static func slug(_ text: String) -> String {
    let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.isEmpty ? "x" : words.joined(separator: "-")
  }
}
