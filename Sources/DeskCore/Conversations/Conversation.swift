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
  /// When the last message was written that anybody said, and how it begins.
  package var lastMessageAt: Instant?
  package var lastText: String?
  /// C7: since when the contact is waited for; nil while they wait for us.
  package var silentSince: Instant?
  /// C6, C7: when tick looks at it next.
  package var checkAt: Instant?
  package var lastTicket: Ticket.ID?
  /// C10, C11: those that hold some of its messages.
  package var tickets: [Ticket.ID] = []
  /// How many messages it holds; the next one has the number after.
  package var messageCount = 0
  package var history: [HistoryEntry] = []
  /// What the desk asked before a ticket was opened; nil where it never did.
  package var intake: Intake?
  /// Livechat: the browser that it is held with.
  package var visitor: Visitor?
  /// Webchat: how far it came, and who it is offered to.
  package var webchat: WebchatState?
  /// R7: what is recorded of the service, from acceptance on.
  package var serviceCase: Case?
  /// C6: the survey that its contact was sent after it was closed, or that somebody answered for them.
  package var survey: SurveyState?

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
      "lastMessageAt", \.lastMessageAt, en: "when the last message was written",
      pt: "quando a última mensagem foi escrita"),
    Field("lastText", \.lastText, en: "how it begins", pt: "como ela começa"),
    Field(
      "silentSince", \.silentSince, en: "since when an answer of the contact is waited for",
      pt: "desde quando se espera uma resposta do contato"),
    Field(
      "checkAt", \.checkAt, en: "when tick looks at it next", pt: "quando o tick olha de novo"),
    Field(
      "lastTicket", \.lastTicket, en: "the newest ticket bound to it",
      pt: "o chamado mais novo ligado a ela"),
    Field(
      "tickets", \.tickets, en: "the tickets that hold some of its messages",
      pt: "os chamados que têm mensagens dela"),
    Field(
      "messageCount", \.messageCount, en: "how many messages it holds", pt: "quantas mensagens tem"),
    Field("history", \.history, en: "who had it, and when", pt: "quem a teve, e quando"),
    Field("intake", \.intake, en: "what it was asked", pt: "o que lhe foi perguntado"),
    Field(
      "visitor", \.visitor, en: "the browser that it is held with",
      pt: "o navegador com que é mantida"),
    Field("webchat", \.webchat, en: "how far the webchat came", pt: "em que ponto está o webchat"),
    Field("case", \.serviceCase, en: "the record of the service", pt: "o registro do atendimento"),
    Field("survey", \.survey, en: "its survey", pt: "a pesquisa"),
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
  /// What was said to those who have it from then on; it is never sent.
  package var comment: String?

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
    /// C8: it waits in another team.
    case forwarded
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
    Field("comment", \.comment, en: "an internal note", pt: "um comentário interno"),
  ]
}
