/// Work to be done for a contact: numbered from 1, open or closed.
package struct Ticket: StoredRecord, Hashable {
  package static let kind = RecordKind.ticket

  package var id = ID(0)
  package var rev = 0
  package var title = ""
  package var state = TicketState.open
  package var origin = TicketOrigin.manual
  package var contact: Contact.ID?
  /// The conversation whose messages, earlier and later, are all the ticket's.
  package var conversation: Conversation.ID?
  /// C11: the conversation that somebody made it from, of which it holds what was chosen alone.
  package var madeFrom: Conversation.ID?
  /// C10: the messages that were linked to it, by conversation.
  package var links: [TicketLink] = []
  package var team: Team.ID?
  package var assignee: Agent.ID?
  package var category: Category.ID?
  package var ticketType: TicketType.ID?
  package var priority: Priority.ID?
  package var openedAt = Instant(secondsSinceEpoch: 0)
  package var closedAt: Instant?
  package var schedule: Schedule.ID?
  package var comments: [TicketComment] = []

  package init() {}

  package static let fields: Fields<Self> = [
    Field("number", \.id, required: true, automatic: true, en: "its number", pt: "o número"),
    Field("rev", \.rev, automatic: true, en: "grows with each write", pt: "cresce a cada gravação"),
    Field("title", \.title, required: true, en: "what it is about", pt: "o assunto"),
    Field(
      "state", \.state, automatic: true, en: "open or closed",
      pt: "aberto (open) ou fechado (closed)"),
    Field("origin", \.origin, automatic: true, en: "where it came from", pt: "de onde veio"),
    Field("contact", \.contact, automatic: true, en: "whose it is", pt: "de quem é"),
    Field(
      "conversation", \.conversation, automatic: true, en: "the conversation that it is bound to",
      pt: "a conversa a que está ligado"),
    Field(
      "madeFrom", \.madeFrom, automatic: true, en: "the conversation that it was made from",
      pt: "a conversa de que foi criado"),
    Field("links", \.links, automatic: true, en: "linked messages", pt: "mensagens vinculadas"),
    Field("team", \.team, en: "the team that has it", pt: "a equipe responsável"),
    Field("assignee", \.assignee, en: "the agent who has it", pt: "o atendente responsável"),
    Field("category", \.category, en: "its category", pt: "a categoria"),
    Field("ticketType", \.ticketType, en: "its type", pt: "o tipo"),
    Field("priority", \.priority, en: "its priority", pt: "a prioridade"),
    Field(
      "openedAt", \.openedAt, automatic: true, en: "when it was opened", pt: "quando foi aberto"),
    Field(
      "closedAt", \.closedAt, automatic: true, en: "when it was closed", pt: "quando foi fechado"),
    Field(
      "schedule", \.schedule, automatic: true, en: "the schedule that opened it",
      pt: "o agendamento que o abriu"),
    Field(
      "comments", \.comments, automatic: true, en: "internal notes", pt: "os comentários internos"),
  ]
}

/// The life cycle of a ticket.
package enum TicketState: String, ChoiceValue, Hashable {
  case open
  case closed
}

extension Ticket {
  /// W10: a ticket that a schedule opened made the conversation, not the other way round.
  func isMade(from conversation: Conversation.ID) -> Bool {
    (self.conversation ?? madeFrom) == conversation && origin != .schedule
  }
}

/// What opened a ticket.
package enum TicketOrigin: String, ChoiceValue, Hashable {
  case whatsapp
  case livechat
  case webchat
  case schedule
  case manual
}

/// An internal note on a ticket; it is never sent.
package struct TicketComment: Record, Hashable {
  package var at = Instant(secondsSinceEpoch: 0)
  package var author = ""
  package var text = ""

  package init() {}

  package init(at: Instant, author: String, text: String) {
    self.at = at
    self.author = author
    self.text = text
  }

  package static let fields: Fields<Self> = [
    Field("at", \.at, required: true, en: "when it was written", pt: "quando foi escrito"),
    Field("author", \.author, required: true, en: "who wrote it", pt: "quem escreveu"),
    Field("text", \.text, required: true, en: "what it says", pt: "o que diz"),
  ]
}
