/// Something that one agent is told; it stays until they dismiss it (S13).
package struct Notification: StoredRecord, Hashable {
  package static let kind = RecordKind.notification

  package var id = ID(0)
  package var rev = 0
  /// An agent, or nobody: then it is the administrators'.
  package var agent: Agent.ID?
  package var kind = Kind.scheduleFired
  package var at = Instant(secondsSinceEpoch: 0)
  package var text = ""
  package var contact: Contact.ID?
  package var conversation: Conversation.ID?
  package var ticket: Ticket.ID?
  package var schedule: Schedule.ID?
  package var outbox: OutboxEntry.ID?
  package var dismissed = false

  /// What it tells of.
  package enum Kind: String, ChoiceValue, Hashable {
    case scheduleFired
    case scheduleFailed
    case deliveryFailed
    /// W4: somebody was asked ten times in ten minutes.
    case manyRequests
    /// W7: two contacts have the e-mail that was given.
    case sharedEmail
    /// The bot gave no answer that can be used.
    case botFailed
  }

  package init() {}

  package static let fields: Fields<Self> = [
    Field("id", \.id, required: true, automatic: true, en: "its number", pt: "o número"),
    Field("rev", \.rev, automatic: true, en: "grows with each write", pt: "cresce a cada gravação"),
    Field("agent", \.agent, en: "who is told", pt: "quem é avisado"),
    Field("kind", \.kind, required: true, en: "what it tells of", pt: "do que avisa"),
    Field("at", \.at, required: true, en: "when", pt: "quando"),
    Field("text", \.text, required: true, en: "what it says", pt: "o que diz"),
    Field("contact", \.contact, en: "the contact", pt: "o contato"),
    Field("conversation", \.conversation, en: "the conversation", pt: "a conversa"),
    Field("ticket", \.ticket, en: "the ticket", pt: "o chamado"),
    Field("schedule", \.schedule, en: "the schedule", pt: "o agendamento"),
    Field("outbox", \.outbox, en: "the outbox entry", pt: "o item da caixa de saída"),
    Field("dismissed", \.dismissed, en: "whether it was dismissed", pt: "se foi dispensada"),
  ]
}
