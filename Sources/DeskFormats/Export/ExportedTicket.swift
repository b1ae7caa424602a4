package import DeskCore

/// A ticket on its way into another system: what its record says, in the words that people read.
package struct ExportedTicket: Sendable {
  /// `ticket/12`; a conversation that has no ticket is `conversation/3`.
  package var reference: String
  package var title = ""
  package var isClosed = false
  /// The channel, `schedule` or `manual`.
  package var origin = ""
  /// Nil where nobody is asked about it, or their record was erased.
  package var requester: ExportedPerson?
  package var team: ExportedName?
  package var assignee: ExportedPerson?
  package var category: ExportedName?
  package var ticketType: ExportedName?
  package var priority: ExportedName?
  package var openedAt = Instant(secondsSinceEpoch: 0)
  package var closedAt: Instant?

  package init(reference: String) { self.reference = reference }
}

extension ExportedTicket {
  /// So many units of UTF-16 fit the titles of all the systems that bound them.
  private static let longestTitle = 250

  var hasLongTitle: Bool { title.utf16.count > Self.longestTitle }

  /// The title, or as many of its whole characters as fit.
  var shortTitle: String {
    guard hasLongTitle else { return title }
    var short = ""
    for letter in title {
      guard short.utf16.count + letter.utf16.count <= Self.longestTitle else { break }
      short.append(letter)
    }
    return short
  }
}

/// A word that programs know, such as a slug of Config, and what people read for it.
package struct ExportedName: Hashable, Sendable {
  package let slug: String
  package let name: String

  package init(slug: String, name: String) {
    self.slug = slug
    self.name = name
  }
}

/// Who wrote something, asked for it or has it.
package struct ExportedPerson: Hashable, Sendable {
  /// On which side of the desk they are.
  package enum Kind: Hashable, Sendable {
    case contact
    case agent
    /// The desk itself, its bot, or whoever runs it.
    case desk
  }

  package let kind: Kind
  /// `contact/12`, `agent/ana`, `desk/system`.
  package let reference: String
  package let name: String
  package let email: String?
  /// In E.164.
  package let phone: String?

  package init(
    _ kind: Kind, _ reference: String, name: String, email: String? = nil, phone: String? = nil
  ) {
    self.kind = kind
    self.reference = reference
    self.name = name
    self.email = email
    self.phone = phone
  }
}

/// A message or an internal comment of a ticket.
package struct ExportedEntry: Sendable {
  /// `conversation/3#5`, `ticket/12#comment-1`.
  package var reference: String
  package var author: ExportedPerson
  package var at: Instant
  package var text: String
  /// An internal comment is not.
  package var isPublic = true
  package var files: [ExportedFile] = []
  /// How far a message of ours came.
  package var delivery: ExportedName?

  package init(reference: String, author: ExportedPerson, at: Instant, text: String) {
    self.reference = reference
    self.author = author
    self.at = at
    self.text = text
  }

  /// It is the contact's own.
  package var isInbound: Bool { author.kind == .contact }
}

/// An attachment, copied into the folder.
package struct ExportedFile: Hashable, Sendable {
  package let name: String
  /// Below the folder.
  package let path: String
  package let mediaType: String

  package init(_ file: Attachment) {
    name = file.name
    path = "files/\(file.sha256.prefix(16))-\(Self.safe(file.name))"
    mediaType = MediaType(fileName: file.name).text
  }

  /// Visitors chose the name: what may stand in a path stays, the rest is `_`.
  private static func safe(_ name: String) -> String {
    let letters = name.unicodeScalars.suffix(80).map { scalar -> Character in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": Character(scalar)
      default: "_"
      }
    }
    return String(letters.drop { $0 == "." })
  }
}
