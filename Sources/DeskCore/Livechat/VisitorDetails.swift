/// L9: what a visitor says of themselves and writes first, checked.
package struct VisitorDetails: Hashable, Sendable {
  package let name: String
  package let email: EmailAddress
  package let page: String?

  /// Characters.
  package static let longestName = 100
  package static let longestPage = 2048

  /// What of it is not valid.
  package enum Refusal: Error, Hashable, Sendable {
    case name
    case email
    case page
  }

  package init(name: String, email: String, page: String?) throws(Refusal) {
    let name = String(name.trimmed)
    guard (1...Self.longestName).contains(name.unicodeScalars.count),
      !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw .name }
    self.name = name
    do { self.email = try EmailAddress(String(email.trimmed)) } catch { throw .email }
    if let page {
      guard page.hasPrefix("https://") || page.hasPrefix("http://"),
        page.unicodeScalars.count <= Self.longestPage
      else { throw .page }
    }
    self.page = page
  }
}

/// What a visitor writes: 1 to 4096 characters, as they came.
package struct VisitorText: Hashable, Sendable {
  package static let longest = 4096

  package let text: String

  package init?(_ text: String) {
    guard !text.trimmed.isEmpty, text.unicodeScalars.count <= Self.longest else { return nil }
    self.text = text
  }
}
