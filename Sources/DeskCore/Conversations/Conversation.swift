/// What a contact and the desk write to each other: one per contact, channel and session.
package struct Conversation: StoredRecord, Hashable {
  package static let kind = RecordKind.conversation

  package var id = ID(0)
  package var rev = 0
  package var channel = Channel.whatsapp
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

  package init() {}

  package static let fields: Fields<Self> = [
    Field("id", \.id, required: true, automatic: true, en: "its number", pt: "o número"),
    Field("rev", \.rev, automatic: true, en: "grows with each write", pt: "cresce a cada gravação"),
    Field("channel", \.channel, required: true, en: "where it is held", pt: "o canal"),
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

/// One message of a conversation. Its id is its place there, from 1.
package struct Message: Record, Hashable {
  package var id = 0
  package var conversation = Conversation.ID(0)
  package var direction = Direction.outbound
  package var author = ""
  package var at = Instant(secondsSinceEpoch: 0)
  package var type = "text"
  package var text: String?
  /// No person wrote it for this contact.
  package var automatic = false
  package var files: [Attachment] = []
  /// Its id at the provider.
  package var provider: String?
  /// The outbox entry that carries it.
  package var outbox: OutboxEntry.ID?

  package init() {}

  package static let fields: Fields<Self> = [
    Field(
      "id", \.id, required: true, en: "its place in the conversation", pt: "o lugar na conversa"),
    Field("conversation", \.conversation, required: true, en: "the conversation", pt: "a conversa"),
    Field(
      "direction", \.direction, required: true, en: "in or out",
      pt: "recebida (in) ou enviada (out)"),
    Field("author", \.author, required: true, en: "who wrote it", pt: "quem escreveu"),
    Field("at", \.at, required: true, en: "when", pt: "quando"),
    Field("type", \.type, en: "text, image, …", pt: "text, image, …"),
    Field("text", \.text, en: "what it says", pt: "o que diz"),
    Field("automatic", \.automatic, en: "whether no person wrote it", pt: "se ninguém a escreveu"),
    Field("files", \.files, en: "what is attached", pt: "os anexos"),
    Field("provider", \.provider, en: "its id at the provider", pt: "o id no provedor"),
    Field(
      "outbox", \.outbox, en: "the outbox entry that carries it",
      pt: "o item da caixa de saída que a leva"),
  ]
}

/// Which way a message went.
package enum Direction: String, ChoiceValue, Hashable {
  case inbound = "in"
  case outbound = "out"
}

/// A file that was copied into the store, where it lies under the hash of its content.
package struct Attachment: Record, Hashable {
  package var name = ""
  /// Lower-case hexadecimal, 64 digits.
  package var sha256 = ""
  /// Bytes.
  package var size = 0

  package init() {}

  package init(name: String, sha256: String, size: Int) {
    self.name = name
    self.sha256 = sha256
    self.size = size
  }

  package static let fields: Fields<Self> = [
    Field("name", \.name, required: true, en: "its name", pt: "o nome"),
    Field(
      "sha256", \.sha256, required: true, en: "the hash of its content", pt: "o hash do conteúdo"),
    Field("size", \.size, required: true, en: "its size in bytes", pt: "o tamanho em bytes"),
  ]
}
