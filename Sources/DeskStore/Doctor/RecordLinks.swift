import DeskCore

/// What a record refers to: what a doctor looks for.
protocol LinkingRecord: DerivingRecord {
  var references: [Reference] { get }
  var attachments: [Attachment] { get }
}

extension LinkingRecord {
  var attachments: [Attachment] { [] }
}

extension RecordID where Kind: StoredRecord {
  fileprivate var reference: Reference { Reference(Kind.kind, number) }
}

extension Contact: LinkingRecord {
  var references: [Reference] {
    [joined?.reference, claim?.contact.reference, lastTicket?.reference].compactMap { $0 }
      + lines.compactMap { $0.conversation?.reference }
  }
}

extension Ticket: LinkingRecord {
  var references: [Reference] {
    [contact?.reference, conversation?.reference, madeFrom?.reference, schedule?.reference]
      .compactMap { $0 } + links.map(\.conversation.reference)
  }
}

extension Conversation: LinkingRecord {
  var references: [Reference] {
    [contact.reference, lastTicket?.reference].compactMap { $0 } + tickets.map(\.reference)
      + history.compactMap(\.cause)
  }
}

extension Schedule: LinkingRecord {
  var references: [Reference] {
    [contact.reference, ticket?.reference, openTicket?.reference, outbox?.reference]
      .compactMap { $0 } + notifications.map(\.reference)
  }
  var attachments: [Attachment] { files }
}

extension OutboxEntry: LinkingRecord {
  var references: [Reference] {
    [contact?.reference, schedule?.reference, conversation?.reference].compactMap { $0 }
  }
  var attachments: [Attachment] { body.files }
}

extension Notification: LinkingRecord {
  var references: [Reference] {
    [
      contact?.reference, conversation?.reference, ticket?.reference, schedule?.reference,
      outbox?.reference,
    ].compactMap { $0 }
  }
}
