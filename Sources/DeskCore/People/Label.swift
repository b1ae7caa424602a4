/// A list of names that an administrator keeps, and its words in commands and files.
package protocol LabelKind: Sendable {
  static var noun: String { get }
  static var file: String { get }
}

/// An entry of such a list: a slug that everything refers to, and the name that people read.
package struct Label<Kind: LabelKind>: ConfiguredRecord, Hashable {
  package var name = ""

  package init() {}

  package static var noun: String { Kind.noun }
  package static var file: String { Kind.file }
  package static var fields: Fields<Self> {
    [
      Field(
        "name", \.name, required: true, en: "what people call it", pt: "o nome que as pessoas usam")
    ]
  }
}

/// A department: agents belong to it, tickets and conversations are its.
package typealias Team = Label<TeamKind>
/// What a ticket is about.
package typealias Category = Label<CategoryKind>
/// What kind of work a ticket is.
package typealias TicketType = Label<TicketTypeKind>
/// How soon a ticket wants an answer; the file lists the most urgent first.
package typealias Priority = Label<PriorityKind>
/// A company or family of contacts; who belongs to it stands in the contact's record.
package typealias Group = Label<GroupKind>

/// Says that a label is a team.
package enum TeamKind: LabelKind {
  package static let noun = "team"
  package static let file = "teams"
}

/// Says that a label is a category.
package enum CategoryKind: LabelKind {
  package static let noun = "category"
  package static let file = "categories"
}

/// Says that a label is a ticket type.
package enum TicketTypeKind: LabelKind {
  package static let noun = "ticket-type"
  package static let file = "ticketTypes"
}

/// Says that a label is a priority.
package enum PriorityKind: LabelKind {
  package static let noun = "priority"
  package static let file = "priorities"
}

/// Says that a label is a group.
package enum GroupKind: LabelKind {
  package static let noun = "group"
  package static let file = "groups"
}
