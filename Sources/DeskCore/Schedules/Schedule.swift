/// Something that happens once, at a time, for one contact (S1).
package struct Schedule: StoredRecord, Hashable {
  package static let kind = RecordKind.schedule

  package var id = ID(0)
  package var rev = 0
  /// When it is due: a whole minute.
  package var at = Instant(secondsSinceEpoch: 0)
  package var contact = Contact.ID(0)
  package var group: Group.ID?
  package var team: Team.ID?
  package var agent: Agent.ID?
  package var action = ScheduleAction.openTicket
  package var phone: PhoneNumber?
  package var message: String?
  package var files: [Attachment] = []
  package var comment: String?
  package var template: String?
  package var parameters: [TemplateParameter] = []
  package var state = ScheduleState.pending
  package var reason: FailureReason?
  package var madeBy = ""
  package var madeAt = Instant(secondsSinceEpoch: 0)
  package var firedAt: Instant?
  /// Seconds between when it was due and when it was settled.
  package var lateness: Int?
  package var ticket: Ticket.ID?
  /// S4: the ticket that stood open when it was due.
  package var openTicket: Ticket.ID?
  package var outbox: OutboxEntry.ID?
  package var notifications: [Notification.ID] = []

  package init() {}

  package static let fields: Fields<Self> = [
    Field("id", \.id, required: true, automatic: true, en: "its number", pt: "o número"),
    Field("rev", \.rev, automatic: true, en: "grows with each write", pt: "cresce a cada gravação"),
    Field("at", \.at, required: true, en: "when it is due", pt: "quando dispara"),
    Field("contact", \.contact, required: true, en: "for whom", pt: "para quem"),
    Field(
      "group", \.group, en: "a group that the contact belongs to", pt: "um agrupamento do contato"),
    Field("team", \.team, en: "the team that answers", pt: "a equipe que atende"),
    Field("agent", \.agent, en: "the agent who answers", pt: "o atendente"),
    Field("action", \.action, en: "what it does", pt: "o que faz"),
    Field(
      "phone", \.phone, en: "the phone it is sent to, unless the first",
      pt: "o telefone de destino, se não for o primeiro"),
    Field("message", \.message, en: "what is sent", pt: "o que é enviado"),
    Field("files", \.files, en: "the files that are sent", pt: "os arquivos enviados"),
    Field(
      "comment", \.comment, en: "an internal note, never sent",
      pt: "um lembrete interno, nunca enviado"),
    Field("template", \.template, en: "the template that is sent", pt: "o modelo enviado"),
    Field("parameters", \.parameters, en: "what fills the template", pt: "o que preenche o modelo"),
    Field("state", \.state, automatic: true, en: "where it stands", pt: "a situação"),
    Field("reason", \.reason, automatic: true, en: "why it failed", pt: "por que falhou"),
    Field("madeBy", \.madeBy, automatic: true, en: "who made it", pt: "quem criou"),
    Field("madeAt", \.madeAt, automatic: true, en: "when it was made", pt: "quando foi criado"),
    Field(
      "firedAt", \.firedAt, automatic: true, en: "when it was settled", pt: "quando foi resolvido"),
    Field("lateness", \.lateness, automatic: true, en: "seconds late", pt: "segundos de atraso"),
    Field(
      "ticket", \.ticket, automatic: true, en: "the ticket that it opened",
      pt: "o chamado que abriu"),
    Field(
      "openTicket", \.openTicket, automatic: true, en: "the ticket that stood in its way",
      pt: "o chamado que a impediu"),
    Field(
      "outbox", \.outbox, automatic: true, en: "the message that it sent",
      pt: "a mensagem que enviou"),
    Field(
      "notifications", \.notifications, automatic: true, en: "who was notified",
      pt: "as notificações"),
  ]

  /// Whether something is sent to the contact when it fires.
  package var sends: Bool { message != nil || !files.isEmpty || template != nil }
}

/// S5: what a schedule does when it fires.
package enum ScheduleAction: String, ChoiceValue, Hashable {
  case openTicket
  case openTicketAndNotify
  case notify

  package var opensTicket: Bool { self != .notify }
}

/// Where a schedule stands. All but `pending` are final.
package enum ScheduleState: String, ChoiceValue, Hashable {
  case pending
  case completed
  case failed
  case expired
  case cancelled
}

/// S11: why a schedule was not carried out, in the order in which the reasons are tried.
package enum FailureReason: String, ChoiceValue, Hashable {
  case late
  case agentNotInTeam = "agent_not_in_team"
  case contactNotInGroup = "contact_not_in_group"
  case ticketOpen = "ticket_open"
  case windowClosed = "window_closed"
  /// C14: WhatsApp has not approved its template any more, or its parameters have changed.
  case templateRefused = "template_refused"
  /// The contact was removed after it was made.
  case contactGone = "contact_gone"

  /// The rule that says so.
  package var rule: String {
    switch self {
    case .late: "S9"
    case .agentNotInTeam, .contactNotInGroup, .contactGone: "S6"
    case .ticketOpen: "S4"
    case .windowClosed: "S11"
    case .templateRefused: "C14"
    }
  }
}

/// A value for one of a template's parameters.
package struct TemplateParameter: Record, Hashable {
  package var key = ""
  package var value = ""

  package init() {}

  package init(key: String, value: String) {
    self.key = key
    self.value = value
  }

  package static let fields: Fields<Self> = [
    Field("key", \.key, required: true, en: "its name or number", pt: "o nome ou número"),
    Field("value", \.value, required: true, en: "what it is filled with", pt: "o valor"),
  ]
}
