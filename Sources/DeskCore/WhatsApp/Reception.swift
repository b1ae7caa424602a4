/// What one message of a customer does to the desk: kept where it belongs, and what intake makes of
/// it, as effects in order. It is made of what is known at that moment and of nothing else.
package struct Reception: Sendable {
  /// What receiving a message depends on.
  package struct Facts: Sendable {
    /// Who wrote it; nil for somebody new.
    package var contact: Contact?
    /// Another contact who has had the user id until now.
    package var former: Contact?
    /// Whether another contact has the phone that a notice says is theirs now.
    package var isNewPhoneTaken = false
    /// Their open conversation on the number, else the newest one there.
    package var conversation: Conversation?
    /// W7: who they claim to be.
    package var claimed: Contact?
    /// The registered contacts that have the e-mail which the message may hold.
    package var owners: [Contact] = []
    /// What the message carried and was fetched.
    package var files: [Attachment] = []
    /// C6: the one that the closed conversation waits for.
    package var survey: Survey?
    /// W10: whether an agent belongs to the new tickets' team.
    package var isMember: @Sendable (Agent.ID) -> Bool = { _ in false }
    package var next: NextNumbers

    package init(next: NextNumbers) { self.next = next }
  }

  /// What all messages of a run have in common.
  package struct Setting: Sendable {
    package var desk: DeskSettings
    package var whatsapp: WhatsAppSettings
    package var links: TicketLinks
    /// The day, as customers read it.
    package var dateText: String
    package var now: Instant

    package init(
      desk: DeskSettings, whatsapp: WhatsAppSettings, links: TicketLinks? = nil, dateText: String,
      now: Instant
    ) {
      self.desk = desk
      self.whatsapp = whatsapp
      self.links = links ?? TicketLinks(desk.ticketLink)
      self.dateText = dateText
      self.now = now
    }
  }

  /// What came of a message.
  package struct Outcome: Sendable {
    package let effects: [Effect]
    /// What intake did, in order, with the rule of each step.
    package let steps: [IntakeStep]
    package let contact: Contact
    /// Nil where it waits for a conversation.
    package let conversation: Conversation?
    package let ticket: Ticket.ID?
    /// The bot is to be asked, once all this is kept.
    package var asksBot: Bool { steps.contains { $0.act == .handToBot } }
  }

  let message: InboundMessage
  let facts: Facts
  let setting: Setting
  /// A token that nobody knows yet, for the link to create a password (W8).
  let token: String

  var contact: Contact
  /// W7: whom they turned out to be, where a claim is taken for proof.
  var trusted: Contact?
  var line: ContactLine
  var conversation: Conversation
  var ticket: Ticket?
  var next: NextNumbers
  var effects: [Effect] = []

  package init(_ message: InboundMessage, facts: Facts, setting: Setting, token: String) {
    self.message = message
    self.facts = facts
    self.setting = setting
    self.token = token
    next = facts.next
    contact = facts.contact ?? Contact()
    line = contact.lines.first { $0.number == message.number.key } ?? ContactLine()
    line.number = message.number.key
    conversation = facts.conversation ?? Conversation()
  }

  static let actor = "system"

  /// Everything that it does, in order.
  package static func of(
    _ message: InboundMessage, facts: Facts, setting: Setting, token: String
  ) -> Outcome {
    var reception = Reception(message, facts: facts, setting: setting, token: token)
    return reception.run()
  }

  private mutating func run() -> Outcome {
    meetContact()
    if let plan = surveyPlan() {
      let steps = take(plan)
      return Outcome(
        effects: effects, steps: steps, contact: contact, conversation: conversation, ticket: nil)
    }
    let plan = turn().plan()
    if case .notice(let identity?) = message.content.role { follow(identity) }
    guard message.isInbound || facts.conversation != nil else {
      line.waiting.append(Message(message, from: contact.id, files: facts.files))
      keepContact()
      return outcome(plan, nil)
    }
    if !joins(plan) { begin() }
    keepMessage()
    for step in plan.steps { carryOut(step) }
    if let intake = plan.intake { keep(intake) }
    keepContact()
    let people = [contact] + (trusted.map { [$0] } ?? [])
    effects = people.map(Effect.contact) + [.conversation(conversation)] + effects
    return outcome(plan, conversation)
  }

  private func outcome(_ plan: IntakePlan, _ conversation: Conversation?) -> Outcome {
    let kept = conversation == nil ? [.contact(contact)] + effects : effects
    return Outcome(
      effects: kept, steps: plan.steps, contact: contact, conversation: conversation,
      ticket: ticket?.id)
  }

  /// Whether the message goes on with the conversation that is there (W11, D4).
  private func joins(_ plan: IntakePlan) -> Bool {
    guard let known = facts.conversation else { return false }
    return known.state == .open || !message.isInbound || isOlder(plan)
  }

  private func isOlder(_ plan: IntakePlan) -> Bool {
    plan.steps.contains { $0.act == .skip(.older) }
  }

  private func turn() -> IntakeTurn {
    IntakeTurn(
      settings: setting.whatsapp, standing: standing,
      isBlocked: contact.isBlocked(as: facts.claimed),
      conversation: facts.conversation, message: message,
      owners: facts.owners.map { EmailOwner($0.id, isBlocked: $0.automaticBlocked) },
      earlierRequests: earlierRequests, now: setting.now)
  }

  /// W4: what was asked in the conversation before this one; it counts on in this one.
  private var earlierRequests: [Instant] {
    guard let earlier = facts.conversation, earlier.state == .closed else { return [] }
    return earlier.intake?.requests ?? []
  }

  private mutating func keep(_ intake: Intake) {
    var intake = intake
    intake.requests = (earlierRequests + intake.requests).filter {
      setting.now - $0 < IntakeTurn.requestSpan
    }
    conversation.intake = intake
  }

  private var standing: PhoneStanding {
    if facts.contact?.registered == true { return .known }
    if let claim = facts.contact?.claim, let claimed = facts.claimed, let email = claim.email {
      return .claimed(claimed.id, email: email)
    }
    return .unknown
  }
}
