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
    guard name.isVisibleLine, name.unicodeScalars.count <= Self.longestName else { throw .name }
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
    guard text.isVisible, text.unicodeScalars.count <= Self.longest else { return nil }
    self.text = text
  }
}

extension StringProtocol {
  /// Whether there is something to see, and it stays in its line: it stands among others' words.
  var isVisibleLine: Bool { isVisible && isOneLine }

  /// Whether there is anything to see.
  fileprivate var isVisible: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
  }

  /// Whether it stays in its line and its direction.
  fileprivate var isOneLine: Bool {
    !unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: true
      default: (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      }
    }
  }
}
