import DeskCore

/// Which column of a spreadsheet of contacts holds what, by its first record.
package struct ContactSheet: Hashable, Sendable {
  /// What a column holds that is read.
  enum Role: Hashable, Sendable {
    case name
    case phone
    case email
    case group
  }

  /// A column that is not read, and why; it is to be reported.
  package struct UnreadColumn: Hashable, Sendable {
    /// From 0.
    package let index: Int

    /// As it stands in the file.
    package let title: String

    /// Why nothing is read from it.
    package let reason: Reason

    /// The ways in which a column comes to be left out.
    package enum Reason: Hashable, Sendable {
      /// The title is none that is known.
      case unknown
      /// There is no title.
      case untitled
      /// A column before it holds the same, of which a contact has one.
      case repeated
    }
  }

  /// The columns that are not read, from left to right.
  package let unread: [UnreadColumn]

  private let titles: [String]

  /// For each column that is read what it holds.
  private let roles: [Int: Role]

  /// Reads the titles. Capitals, accents, signs and numbers make no difference in them, and several
  /// columns may hold phones or e-mails: `Telefone 2`.
  ///
  /// Throws where no column holds phones or e-mails: without either, there is no contact.
  package init(header titles: [String]) throws(ContactSheetError) {
    var roles: [Int: Role] = [:]
    var unread: [UnreadColumn] = []
    for (index, title) in titles.enumerated() {
      let role = ContactSheetTitles.role(of: title)
      if let role, role == .phone || role == .email || !roles.values.contains(role) {
        roles[index] = role
        continue
      }
      let isBlank = title.folded.isEmpty
      let reason: UnreadColumn.Reason =
        role == nil ? (isBlank ? .untitled : .unknown) : .repeated
      unread.append(UnreadColumn(index: index, title: title, reason: reason))
    }
    guard roles.values.contains(where: { $0 == .phone || $0 == .email }) else {
      throw .noPhoneOrEmail(titles: titles)
    }
    self.titles = titles
    self.roles = roles
    self.unread = unread
  }

  /// What a record says about a contact, as it was typed; nil for one whose cells are all blank.
  package func row(_ record: CSVRecord) -> ContactRow? {
    guard !record.fields.allSatisfy(\.isBlank) else { return nil }
    var row = ContactRow(line: record.line)
    if record.isRagged {
      row.problems.append(
        .fieldCount(expected: record.expectedCount, found: record.fields.count))
    }
    for (index, field) in record.fields.enumerated() {
      guard let role = roles[index] else { continue }
      row.read(field, as: role, title: titles[index])
    }
    return row
  }
}

extension String {
  /// Whether nothing in it is seen.
  fileprivate var isBlank: Bool {
    unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.generalCategory == .format
    }
  }
}

/// Why a spreadsheet is none of contacts.
package enum ContactSheetError: Error, Hashable, Sendable {
  /// No column holds phones or e-mails; these are its titles.
  case noPhoneOrEmail(titles: [String])
}
