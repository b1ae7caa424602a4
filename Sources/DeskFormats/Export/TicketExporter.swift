import DeskCore

/// A system that tickets leave for.
package enum ExportTarget: String, CaseIterable, Sendable {
  case zendesk
  case freshdesk
  case zammad
  case jira
  case glpi
  case chatwoot
  case csv
  case jsonl

  package func exporter(_ writing: ExportWriting) -> any TicketExporter {
    switch self {
    case .zendesk: ZendeskExporter(writing)
    case .freshdesk: FreshdeskExporter(writing)
    case .zammad: ZammadExporter(writing)
    case .jira: JiraExporter(writing)
    case .glpi: GLPIExporter(writing)
    case .chatwoot: ChatwootExporter(writing)
    case .csv: SpreadsheetExporter(writing)
    case .jsonl: LinesExporter(writing)
    }
  }
}

/// Makes the bodies that one system takes. It is given tickets in order and of each its entries in
/// order, one at a time, and keeps none of them.
package protocol TicketExporter {
  /// What becomes there of what a ticket holds.
  var fates: [ExportedField: Fate] { get }
  /// Before the first ticket.
  mutating func start(_ output: inout ExportOutput)
  /// `first` is the entry that stands for what the ticket is about, where it has one that may be
  /// shown to its contact; it is not given again.
  mutating func begin(
    _ ticket: ExportedTicket, first: ExportedEntry?, _ output: inout ExportOutput)
  mutating func add(
    _ entry: ExportedEntry, to ticket: ExportedTicket, _ output: inout ExportOutput)
  mutating func end(_ ticket: ExportedTicket, _ output: inout ExportOutput)
  /// After the last ticket.
  mutating func finish(_ output: inout ExportOutput)
}

extension TicketExporter {
  package mutating func start(_ output: inout ExportOutput) {}
  package mutating func end(_ ticket: ExportedTicket, _ output: inout ExportOutput) {}
}

/// Something that a ticket holds and a system may not.
package enum ExportedField: String, CaseIterable, Sendable {
  case openedAt
  case closedAt
  case messageTimes
  case authors
  case deliveryStates
  case privateComments
  case states
  case teams
  case assignees
  case categories
  case ticketTypes
  case priorities
  case origins
  /// A requester without an e-mail address, whom the system knows by nothing else.
  case requestersWithoutEmail
  /// What requesters are called.
  case names
  case phones
  /// A title too long for the systems that bound theirs.
  case longTitles
  case attachments
  /// An attachment that the store itself does not have.
  case missingFiles
  /// A message in a conversation that whoever exports may not see.
  case hiddenMessages

  /// Never there to be exported.
  static let absent: Set<ExportedField> = [.missingFiles, .hiddenMessages]
}

/// What becomes of it.
package enum Fate: String, Sendable {
  case kept
  /// It is a tag, a label or an attribute, where the system's own field is another thing.
  case asTag
  /// It is written into the text.
  case inText
  case lost
}
