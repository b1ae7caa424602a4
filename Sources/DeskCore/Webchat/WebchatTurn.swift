/// What happens in a conversation of the webchat that is there.
package struct WebchatTurn: Sendable {
  let conversation: Conversation
  let contact: Contact
  let owner: Contact?
  let next: NextNumbers
  let setting: WebchatSetting
  /// As the log has who acts.
  let actor: String

  package init(
    _ conversation: Conversation, with contact: Contact, owner: Contact? = nil, next: NextNumbers,
    setting: WebchatSetting, actor: String = "system"
  ) {
    self.conversation = conversation
    self.contact = contact
    self.owner = owner
    self.next = next
    self.setting = setting
    self.actor = actor
  }

  private var session: WebchatSession {
    WebchatSession(
      conversation, with: contact, owner: owner, next: next, setting: setting,
      actor: actor)
  }

  // MARK: The visitor

  /// One more message of the visitor, with the subject or the form where they were asked for one.
  package func hearing(
    _ text: VisitorText, _ id: VisitorMessageID, subject: Subject.ID? = nil,
    form: FormAnswers? = nil
  ) -> [Effect] {
    var session = session
    session.hear(text, id)
    switch conversation.visitorAsk {
    case .subject:
      if let subject {
        session.state.subject = subject
        session.route(with: form)
      }
    case .form:
      if let form { session.route(with: form) }
    case nil:
      // The bot was taken away while it had the visitor.
      if conversation.webchat?.step == .bot, setting.webchat.bot.command == nil { session.route() }
    }
    var contact = contact
    contact.lastInboundAt = setting.now
    return [.contact(contact)] + session.plan
  }

  /// R8: the session ends, whoever ends it; the case stays as it is.
  package func ending(byVisitor: Bool = false) -> [Effect] {
    guard conversation.state == .open else { return [] }
    var session = session
    session.withdrawOffers()
    session.end("R8", byVisitor: byVisitor)
    return session.plan
  }

  // MARK: The offers

  /// R6: their time is past, and it is offered again to those who are there now, if any.
  package func offeringAgain() -> [Effect] {
    guard conversation.state == .open, conversation.webchat?.step == .offered else { return [] }
    var session = session
    session.route()
    return session.plan
  }

  /// R6, R7: the first to accept has the visitor; the other offers are withdrawn, and the case opens.
  package func accepting(_ agent: Agent.ID) throws(OfferRefusal) -> [Effect] {
    var session = try answering(agent, .accepted)
    let standing = setting.standing(of: agent, in: conversation.team)
    guard standing == .there else { throw .notThere(conversation.id, agent, standing) }
    session.withdrawOffers()
    session.state.step = .inService
    session.conversation.assignee = agent
    session.conversation.serviceCase = Case(
      by: agent, for: contact, session.state, at: setting.now)
    session.note(.assigned)
    session.log(conversation.reference, "accepted", "R7", ["agent/\(agent)"])
    return session.plan
  }

  /// R6: all declined, it is offered again at once.
  package func declining(_ agent: Agent.ID) throws(OfferRefusal) -> [Effect] {
    var session = try answering(agent, .declined)
    session.log(conversation.reference, "declined", "R6", ["agent/\(agent)"])
    if session.conversation.offeredAgents.isEmpty { session.route() }
    return session.plan
  }

  private func answering(
    _ agent: Agent.ID, _ answer: OfferState
  ) throws(OfferRefusal) -> WebchatSession {
    if let taker = conversation.assignee { throw .taken(conversation.id, by: taker) }
    guard conversation.state == .open else { throw .ended(conversation.id) }
    guard
      let place = conversation.webchat?.offers.firstIndex(where: {
        $0.agent == agent && $0.state == .offered
      })
    else { throw .notOffered(conversation.id, agent) }
    var session = session
    session.state.offers[place].state = answer
    return session
  }
}

/// Why an offer is neither accepted nor declined.
package enum OfferRefusal: Error, Hashable, Sendable {
  /// R6: somebody was first.
  case taken(Conversation.ID, by: Agent.ID)
  /// The visitor left, or nobody took them.
  case ended(Conversation.ID)
  case notOffered(Conversation.ID, Agent.ID)
  /// R6: they left the webchat, its licence or the team since it was offered.
  case notThere(Conversation.ID, Agent.ID, AgentStanding.Standing)
  /// Only agents are offered visitors.
  case nobody
}

extension Case {
  /// R7: what is known of the visitor when an agent accepts.
  fileprivate init(by agent: Agent.ID, for contact: Contact, _ state: WebchatState, at now: Instant)
  {
    self.init()
    self.agent = agent
    openedAt = now
    customer.name = contact.name
    customer.email = contact.claim?.email ?? contact.emails.first
    customer.phone = state.answers.phone ?? contact.phones.first?.e164
    customer.document = state.answers.document
    service.subject = state.subject
  }
}
