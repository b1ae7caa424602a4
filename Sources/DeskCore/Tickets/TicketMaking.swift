/// C11, C20: a ticket is made from a conversation by hand: a plan, made of what is known at that moment.
package struct TicketMaking: Sendable {
  /// What it takes with it.
  package enum Content: Hashable, Sendable {
    /// C11: these alone, or none.
    case chosen(MessageSelection)
    /// C20: the whole history, earlier and later.
    case whole

    var rule: String {
      switch self {
      case .chosen: "C11"
      case .whole: "C20"
      }
    }
  }

  /// What it depends on besides.
  package struct Facts: Sendable {
    package var conversation: Conversation
    package var contact: Contact
    package var sync: AssigneeSync
    /// W10: whether an agent belongs to the new ticket's team.
    package var isMember: @Sendable (Agent.ID) -> Bool
    package var next: Ticket.ID

    package init(
      conversation: Conversation, contact: Contact, sync: AssigneeSync, next: Ticket.ID,
      isMember: @escaping @Sendable (Agent.ID) -> Bool
    ) {
      self.conversation = conversation
      self.contact = contact
      self.sync = sync
      self.next = next
      self.isMember = isMember
    }
  }

  let content: Content
  let opening: TicketOpening
  let facts: Facts
  let actor: String
  let now: Instant

  package init(
    _ content: Content, _ opening: TicketOpening, _ facts: Facts, actor: String, now: Instant
  ) {
    self.content = content
    self.opening = opening
    self.facts = facts
    self.actor = actor
    self.now = now
  }

  package func plan() -> [Effect] {
    // W7: the ticket is whose they claim to be.
    var ticket = opening.ticket(
      facts.next, from: facts.conversation.channel.origin,
      of: facts.contact.claim?.contact ?? facts.contact.id, at: now)
    var conversation = facts.conversation
    switch content {
    case .whole:
      ticket.conversation = conversation.id
      conversation.lastTicket = ticket.id
    case .chosen(let chosen):
      // C11: it holds these alone, and is not the conversation's own.
      ticket.madeFrom = conversation.id
      _ = ticket.link(chosen, of: conversation.id)
      conversation.tickets.append(ticket.id)
    }
    let refusal = takeAssignee(&ticket)
    let event = Event(
      at: now, actor: actor, record: ticket.reference, what: "opened", rule: content.rule,
      detail: [conversation.reference.text] + refusal)
    return [.ticket(ticket), .conversation(conversation)] + contact(ticket) + [.event(event)]
  }

  /// W10; answers why it has nobody though the conversation has.
  private func takeAssignee(_ ticket: inout Ticket) -> [String] {
    let ruling = facts.sync.ruling(
      .ticketMade, assignee: facts.conversation.assignee, ticketState: .open,
      isMember: facts.isMember)
    switch ruling {
    case .take(let agent): ticket.assignee = agent
    case .keep(let reason?): return [reason.rawValue]
    case .keep(nil): break
    }
    return []
  }

  /// C15: the newest one of WhatsApp origin.
  private func contact(_ ticket: Ticket) -> [Effect] {
    guard ticket.origin == .whatsapp else { return [] }
    var contact = facts.contact
    contact.lastTicket = ticket.id
    return [.contact(contact)]
  }
}

extension Channel {
  /// C11: where a ticket comes from that is made of its conversations.
  package var origin: TicketOrigin {
    switch self {
    case .whatsapp: .whatsapp
    case .livechat: .livechat
    case .webchat: .webchat
    }
  }
}
