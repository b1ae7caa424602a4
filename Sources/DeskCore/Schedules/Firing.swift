/// What firing a schedule depends on: all that it names, as it is at that moment.
package struct FiringFacts: Sendable {
  package var contact: Contact?
  /// Nil where the agent is no longer configured.
  package var agentTeams: [Team.ID]?
  package var openTickets: [Ticket]
  /// The contact's open WhatsApp conversation.
  package var conversation: Conversation?
  package var template: MessageTemplate?
  /// The desk's first number, which begins conversations.
  package var number: PhoneNumberID?
  /// C13: whether free text waits for the window.
  package var hasWindow: Bool
  /// The day, as the desk writes it.
  package var dateText: String
  package var next: NextNumbers

  package init(
    contact: Contact?, agentTeams: [Team.ID]?, openTickets: [Ticket], conversation: Conversation?,
    template: MessageTemplate?, number: PhoneNumberID?, hasWindow: Bool, dateText: String,
    next: NextNumbers
  ) {
    self.contact = contact
    self.agentTeams = agentTeams
    self.openTickets = openTickets
    self.conversation = conversation
    self.template = template
    self.number = number
    self.hasWindow = hasWindow
    self.dateText = dateText
    self.next = next
  }
}

/// The numbers that the next new records have.
package struct NextNumbers: Sendable {
  package var contact: Int
  package var ticket: Int
  package var conversation: Int
  package var outbox: Int
  package var notification: Int

  package init(contact: Int, ticket: Int, conversation: Int, outbox: Int, notification: Int) {
    self.contact = contact
    self.ticket = ticket
    self.conversation = conversation
    self.outbox = outbox
    self.notification = notification
  }
}

/// Firing one due schedule: a plan, made of what is known at that moment and of nothing else.
package struct Firing: Sendable {
  package let schedule: Schedule
  package let facts: FiringFacts
  package let settings: ScheduleSettings
  package let language: DeskLanguage
  package let now: Instant

  package init(
    _ schedule: Schedule, facts: FiringFacts, settings: ScheduleSettings, language: DeskLanguage,
    now: Instant
  ) {
    self.schedule = schedule
    self.facts = facts
    self.settings = settings
    self.language = language
    self.now = now
  }

  static let actor = "system"

  /// Seconds between the minute that was planned and this one.
  private var lateness: Int { max(0, now.minute - schedule.at) }

  /// S11: the first reason why it is not carried out, in the order in which they are tried.
  package var failure: FailureReason? {
    if lateness > settings.maxLateness { return .late }
    guard let contact = facts.contact else { return .contactGone }
    if schedule.agent != nil, !isAgentInTeam { return .agentNotInTeam }
    if let group = schedule.group, !contact.groups.contains(group) { return .contactNotInGroup }
    // S5: notify always fires: it opens nothing and sends nothing.
    guard schedule.action.opensTicket else { return nil }
    if !facts.openTickets.isEmpty { return .ticketOpen }
    if schedule.sends, schedule.template == nil, !isWindowOpen { return .windowClosed }
    return isTemplateRefused ? .templateRefused : nil
  }

  /// C14: what was approved when it was made may not be any more.
  private var isTemplateRefused: Bool {
    guard schedule.template != nil else { return false }
    return (try? facts.template?.filled(with: schedule.parameters)) == nil
  }

  /// Where the message goes; nil where the contact has neither a phone nor ever wrote.
  private var recipient: Recipient? {
    let number = facts.conversation?.number ?? facts.number
    return facts.contact?.recipient(by: number, phone: schedule.phone)
  }

  private var isWindowOpen: Bool {
    !facts.hasWindow || recipient?.window.isOpen(at: now) ?? true
  }

  private var isAgentInTeam: Bool {
    guard let teams = facts.agentTeams else { return false }
    return schedule.team.map { teams.contains($0) } ?? true
  }

  /// Everything that firing it does, in order.
  package func plan() -> [Effect] {
    if let failure { return settle(failing: failure) }
    return schedule.action.opensTicket ? open() : notifyOnly()
  }

  // MARK: Failing

  /// S4, S9, S11: nothing is sent and nothing opened; its agent, and who made it, are told. Final.
  private func settle(failing reason: FailureReason) -> [Effect] {
    var settled = schedule
    settled.state = reason == .late ? .expired : .failed
    settled.reason = reason
    settled.openTicket = reason == .ticketOpen ? facts.openTickets.first?.id : nil
    var effects: [Effect] = []
    for (place, agent) in told.enumerated() {
      var notification = notification(.scheduleFailed, number: facts.next.notification + place)
      notification.agent = agent
      notification.ticket = settled.openTicket
      notification.text = NotificationText(language).failed(
        schedule, facts.contact, reason: reason, ticket: settled.openTicket)
      settled.notifications.append(notification.id)
      effects.append(.notification(notification))
    }
    let event = event(
      settled.state.rawValue, rule: reason.rule,
      [reason.rawValue] + (settled.openTicket.map { ["ticket/\($0.number)"] } ?? []))
    return effects + [.schedule(finished(settled)), event]
  }

  /// S13: its agent and whoever made it, each once; administrators where it has no agent.
  private var told: [Agent.ID?] {
    let maker = try? Agent.ID(text: schedule.madeBy)
    let isAgent = schedule.madeBy != "administrator" && schedule.madeBy != Self.actor
    guard isAgent, let maker, maker != schedule.agent else { return [schedule.agent] }
    return [schedule.agent, maker]
  }

  // MARK: Firing

  private func notifyOnly() -> [Effect] {
    var settled = schedule
    settled.state = .completed
    var notification = notification(.scheduleFired, number: facts.next.notification)
    notification.text = NotificationText(language).fired(schedule, facts.contact)
    settled.notifications = [notification.id]
    return [
      .notification(notification), .schedule(finished(settled)),
      event("completed", rule: "S5", ["notification/\(notification.id.number)"]),
    ]
  }

  /// S12, S14: a ticket, the conversation that it is bound to, the message where there is one.
  private func open() -> [Effect] {
    guard let contact = facts.contact else { return settle(failing: .contactGone) }
    var settled = schedule
    settled.state = .completed
    var ticket = newTicket(contact)
    settled.ticket = ticket.id
    var effects: [Effect] = []
    var details = ["ticket/\(ticket.id.number)"]
    if let recipient {
      var conversation = conversation(contact, ticket)
      ticket.conversation = conversation.id
      let entries = outboxEntries(to: recipient, contact, ticket, conversation)
      for entry in entries {
        effects.append(.message(conversation.take(message(entry))))
      }
      settled.outbox = entries.first?.id
      details += entries.map { "outbox/\($0.id.number)" }
      effects += entries.map { .outbox($0) }
      effects.insert(.conversation(conversation), at: 0)
    }
    effects.insert(.ticket(ticket), at: 0)
    if schedule.action == .openTicketAndNotify {
      var notification = notification(.scheduleFired, number: facts.next.notification)
      notification.ticket = ticket.id
      notification.conversation = ticket.conversation
      notification.text = NotificationText(language).fired(schedule, contact)
      settled.notifications = [notification.id]
      details.append("notification/\(notification.id.number)")
      effects.append(.notification(notification))
    }
    return effects + [.schedule(finished(settled)), event("completed", rule: "S4", details)]
  }

  private func newTicket(_ contact: Contact) -> Ticket {
    var ticket = Ticket()
    ticket.id = Ticket.ID(facts.next.ticket)
    let comment = schedule.comment ?? ""
    ticket.title = String(comment.prefix { !$0.isNewline }.prefix(80))
    ticket.origin = .schedule
    ticket.contact = contact.id
    ticket.team = schedule.team
    ticket.assignee = schedule.agent
    ticket.openedAt = now
    ticket.schedule = schedule.id
    ticket.comments = [TicketComment(at: now, author: schedule.madeBy, text: comment)]
    return ticket
  }

  private func conversation(_ contact: Contact, _ ticket: Ticket) -> Conversation {
    var conversation = facts.conversation ?? Conversation()
    let isNew = facts.conversation == nil
    if isNew {
      conversation.id = Conversation.ID(facts.next.conversation)
      conversation.contact = contact.id
      conversation.openedAt = now
    }
    conversation.team = schedule.team
    conversation.assignee = schedule.agent
    conversation.lastTicket = ticket.id
    conversation.history.append(
      HistoryEntry(
        at: now, actor: Self.actor, what: isNew ? .opened : .moved, team: schedule.team,
        assignee: schedule.agent, cause: schedule.reference))
    return conversation
  }

  /// The text goes with the first file as its caption; each further file is a message of its own,
  /// since a provider takes or refuses each by itself.
  private func outboxEntries(
    to recipient: Recipient, _ contact: Contact, _ ticket: Ticket, _ conversation: Conversation
  ) -> [OutboxEntry] {
    guard schedule.sends else { return [] }
    var first = OutboxEntry()
    first.id = OutboxEntry.ID(facts.next.outbox)
    first.number = recipient.number
    first.to = recipient.address
    first.contact = contact.id
    first.kind = schedule.template != nil ? .template : schedule.files.isEmpty ? .text : .file
    first.body.text = text(contact, ticket, conversation)
    first.body.template = schedule.template
    first.body.parameters = facts.template?.ordered(schedule.parameters) ?? []
    first.body.files = Array(schedule.files.prefix(1))
    first.queuedAt = now
    first.changedAt = now
    first.schedule = schedule.id
    first.conversation = conversation.id
    first.agent = schedule.agent
    let others = schedule.files.dropFirst().enumerated().map { place, file in
      var entry = first
      entry.id = OutboxEntry.ID(facts.next.outbox + place + 1)
      entry.kind = .file
      entry.body = OutboxBody()
      entry.body.files = [file]
      return entry
    }
    return [first] + others
  }

  private func text(
    _ contact: Contact, _ ticket: Ticket, _ conversation: Conversation
  ) -> String? {
    if let template = facts.template, schedule.template != nil {
      return try? template.filled(with: schedule.parameters)
    }
    guard let message = schedule.message else { return nil }
    return PlaceholderValues(
      contactName: contact.name ?? contact.displayName,
      contactPhone: (schedule.phone ?? contact.phones.first)?.display ?? "", channel: "WhatsApp",
      date: facts.dateText, conversation: conversation.id, ticket: ticket.id
    ).filling(message)
  }

  private func message(_ entry: OutboxEntry) -> Message {
    var message = Message()
    message.author = schedule.madeBy
    message.at = now
    message.type = entry.kind == .text ? "text" : entry.kind.rawValue
    message.text = entry.body.text
    message.files = entry.body.files
    message.outbox = entry.id
    return message
  }

  // MARK: Parts

  private func notification(_ kind: Notification.Kind, number: Int) -> Notification {
    var notification = Notification()
    notification.id = Notification.ID(number)
    notification.agent = schedule.agent
    notification.kind = kind
    notification.at = now
    notification.contact = schedule.contact
    notification.conversation = facts.conversation?.id
    notification.schedule = schedule.id
    return notification
  }

  private func finished(_ settled: Schedule) -> Schedule {
    var settled = settled
    settled.firedAt = now
    settled.lateness = lateness
    return settled
  }

  private func event(_ what: String, rule: String, _ detail: [String]) -> Effect {
    let late = lateness > 0 ? ["\(lateness) s late"] : []
    return .event(
      Event(
        at: now, actor: Self.actor, record: schedule.reference, what: what, rule: rule,
        detail: detail + late))
  }
}
