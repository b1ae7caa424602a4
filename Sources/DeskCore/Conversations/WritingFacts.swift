extension Writing {
  /// All that it depends on.
  package struct Facts: Sendable {
    package var conversation: Conversation
    package var contact: Contact
    /// Another conversation of the contact, that is open.
    package var open: Conversation.ID?
    /// Nil for an administrator who is no agent: nothing becomes theirs.
    package var agent: Agent.ID?
    /// The agent's.
    package var teams: [Team.ID]
    /// C17: whether they may write in what another agent has.
    package var seesAll: Bool
    /// The contact's open tickets, for W10.
    package var tickets: [Ticket]
    /// The desk's first number.
    package var number: PhoneNumberID?
    /// C13: whether free text waits for the window.
    package var hasWindow: Bool
    package var sync: AssigneeSync
    package var nextOutbox: Int

    package init(
      conversation: Conversation, contact: Contact, open: Conversation.ID?, agent: Agent.ID?,
      teams: [Team.ID], seesAll: Bool, tickets: [Ticket], number: PhoneNumberID?, hasWindow: Bool,
      sync: AssigneeSync, nextOutbox: Int
    ) {
      self.conversation = conversation
      self.contact = contact
      self.open = open
      self.agent = agent
      self.teams = teams
      self.seesAll = seesAll
      self.tickets = tickets
      self.number = number
      self.hasWindow = hasWindow
      self.sync = sync
      self.nextOutbox = nextOutbox
    }
  }
}
