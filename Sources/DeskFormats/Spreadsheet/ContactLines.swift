package import JSON

/// Which keys of JSON Lines of contacts hold what, line by line: the titles of spreadsheets, and so
/// the keys under which this program writes contacts.
package struct ContactLines: Sendable {
  /// The keys that nothing was read from, each once, in the order in which they were met; no more
  /// than `keyLimit` are kept.
  package private(set) var unread: [String] = []

  /// How many unread keys are remembered: enough to tell a person what is wrong.
  package static let keyLimit = 40

  private var known: [String: ContactSheet.Role?] = [:]

  /// Before the first line.
  package init() {}

  /// What an object says about a contact, as it was written. A text may hold several phones or
  /// e-mails, as a cell may; a list holds one or more each.
  package mutating func row(_ object: JSONObject, line: Int) -> ContactRow {
    var row = ContactRow(line: line)
    for (key, value) in object {
      guard let role = role(of: key) else { continue }
      guard let texts = Self.texts(value) else {
        row.problems.append(.wrongValue(key: key))
        continue
      }
      for text in texts { row.read(text, as: role, title: key) }
    }
    return row
  }

  private mutating func role(of key: String) -> ContactSheet.Role? {
    if let role = known[key] { return role }
    let role = ContactSheetTitles.role(of: key)
    if role == nil {
      guard unread.count < Self.keyLimit else { return nil }
      unread.append(key)
    }
    known[key] = .some(role)
    return role
  }

  /// Nil for what is none of a text, a number, a list of them, and null.
  private static func texts(_ value: JSONValue) -> [String]? {
    switch value {
    case .null: return []
    case .string(let text): return [text]
    case .number(let number): return [number.text]
    case .bool, .object: return nil
    case .array(let values):
      var texts: [String] = []
      for value in values {
        guard value.array == nil, let text = Self.texts(value) else { return nil }
        texts += text
      }
      return texts
    }
  }
}
