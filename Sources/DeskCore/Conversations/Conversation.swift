/// What a contact and the desk write to each other: one per contact, channel and session.
package struct Conversation: StoredRecord, Hashable {
  package static let kind = RecordKind.conversation

  package var id = ID(0)
  package var rev = 0
  package var channel = Channel.whatsapp
  /// The desk's number that it is held with, by its id at WhatsApp: answers leave by it. Nil until
  /// somebody wrote, and where messages do not say which number they came to.
  package var number: PhoneNumberID?
  package var contact = Contact.ID(0)
  package var team: Team.ID?
  package var assignee: Agent.ID?
  package var attention = Attention.resolved
  package var state = ConversationState.open
  package var openedAt = Instant(secondsSinceEpoch: 0)
  package var closedAt: Instant?
  package var closedBy: String?
  package var lastInboundAt: Instant?
  package var lastTicket: Ticket.ID?
  /// How many messages it holds; the next one has the number after.
  package var messageCount = 0
  package var history: [HistoryEntry] = []
  /// What the desk asked before a ticket was opened; nil where it never did.
  package var intake: Intake?
  /// Livechat: the browser that it is held with.
  package var visitor: Visitor?

  package init() {}

  package static let fields: Fields<Self> = [
    Field("id", \.id, required: true, automatic: true, en: "its number", pt: "o número"),
    Field("rev", \.rev, automatic: true, en: "grows with each write", pt: "cresce a cada gravação"),
    Field("channel", \.channel, required: true, en: "where it is held", pt: "o canal"),
    Field("number", \.number, en: "the desk's number", pt: "o número da central"),
    Field("contact", \.contact, required: true, en: "with whom", pt: "com quem"),
    Field("team", \.team, en: "the team that has it", pt: "a equipe responsável"),
    Field("assignee", \.assignee, en: "the agent who has it", pt: "o atendente responsável"),
    Field(
      "attention", \.attention, en: "whether it waits for somebody", pt: "se espera por alguém"),
    Field("state", \.state, en: "open or closed", pt: "aberta (open) ou encerrada (closed)"),
    Field("openedAt", \.openedAt, required: true, en: "when it began", pt: "quando começou"),
    Field("closedAt", \.closedAt, en: "when it was closed", pt: "quando foi encerrada"),
    Field("closedBy", \.closedBy, en: "who closed it", pt: "quem encerrou"),
    Field(
      "lastInboundAt", \.lastInboundAt, en: "when the contact last wrote",
      pt: "quando o contato escreveu pela última vez"),
    Field(
      "lastTicket", \.lastTicket, en: "the newest ticket bound to it",
      pt: "o chamado mais novo ligado a ela"),
    Field(
      "messageCount", \.messageCount, en: "how many messages it holds", pt: "quantas mensagens tem"),
    Field("history", \.history, en: "who had it, and when", pt: "quem a teve, e quando"),
    Field("intake", \.intake, en: "what it was asked", pt: "o que lhe foi perguntado"),
    Field(
      "visitor", \.visitor, en: "the browser that it is held with",
      pt: "o navegador com que é mantida"),
  ]
}

/// Where a conversation is held.
package enum Channel: String, ChoiceValue, Hashable {
  case whatsapp
  case livechat
  case webchat
}

/// Whether a conversation waits for somebody: a flag, not the life cycle.
package enum Attention: String, ChoiceValue, Hashable {
  case pending
  case resolved
}

/// The life cycle of a conversation.
package enum ConversationState: String, ChoiceValue, Hashable {
  case open
  case closed
}

/// C9: a step in a conversation's life, with who and when; nothing deletes one.
package struct HistoryEntry: Record, Hashable {
  package var at = Instant(secondsSinceEpoch: 0)
  package var actor = ""
  package var what = Change.opened
  package var team: Team.ID?
  package var assignee: Agent.ID?
  package var cause: Reference?

  /// What changed.
  package enum Change: String, ChoiceValue, Hashable {
    case opened
    case moved
    /// It has another assignee.
    case assigned
    /// The first agent wrote in it.
    case answered
    /// C8: it went from one agent to another.
    case transferred
    case closed
  }

  package init() {}

  package init(
    at: Instant, actor: String, what: Change, team: Team.ID?, assignee: Agent.ID?, cause: Reference?
  ) {
    self.at = at
    self.actor = actor
    self.what = what
    self.team = team
    self.assignee = assignee
    self.cause = cause
  }

  package static let fields: Fields<Self> = [
    Field("at", \.at, required: true, en: "when", pt: "quando"),
    Field("actor", \.actor, required: true, en: "who did it", pt: "quem fez"),
    Field("what", \.what, required: true, en: "what was done", pt: "o que foi feito"),
    Field("team", \.team, en: "the team from then on", pt: "a equipe a partir daí"),
    Field("assignee", \.assignee, en: "the agent from then on", pt: "o atendente a partir daí"),
    Field("cause", \.cause, en: "the record that caused it", pt: "o registro que causou"),
  ]
}
