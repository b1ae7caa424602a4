/// A conversation of the webchat while a plan changes it: where its visitor is led (R1 to R6).
struct WebchatSession: ChatSession {
  let setting: WebchatSetting
  let actor: String
  let contact: Contact
  var conversation: Conversation
  var ticket: Ticket?
  var effects: [Effect] = []
  let isBlocked: Bool
  /// Whose a ticket is: the registered contact that the visitor claims to be.
  let owner: Contact
  let next: NextNumbers

  init(
    _ conversation: Conversation, with contact: Contact, owner: Contact? = nil, next: NextNumbers,
    setting: WebchatSetting, actor: String
  ) {
    self.conversation = conversation
    self.contact = contact
    self.owner = owner ?? contact
    self.next = next
    self.setting = setting
    self.actor = actor
    isBlocked = contact.isBlocked(as: owner)
  }

  var state: WebchatState {
    get { conversation.webchat ?? WebchatState() }
    set { conversation.webchat = newValue }
  }

  // MARK: R1

  /// Leads the visitor on, with what they filled in where they were shown the form. What they were
  /// offered for before is over, wherever they come to be.
  mutating func route(with form: FormAnswers? = nil) {
    withdrawOffers()
    if let form { state.answers = setting.webchat.form.asked(form) }
    conversation.team = setting.team(of: state.subject) ?? conversation.team
    switch setting.outcome(state.subject, isHandedOver: state.isHandedOver) {
    case .bot: state.step = .bot
    case .chooseSubject:
      state.subject = nil
      state.step = .chooseSubject
    case .form(let reason): form == nil ? askForForm(reason) : openTicket(reason)
    case .defaultText(let reason): turnAway(reason)
    case .offer(let agents): offer(to: agents)
    }
  }

  private mutating func askForForm(_ reason: RouteReason) {
    state.step = .form
    log(conversation.reference, "formOffered", reason.rule, [reason.rawValue])
  }

  /// R3 to R5: the default text, and that is all.
  private mutating func turnAway(_ reason: RouteReason) {
    state.step = .turnedAway
    tell(setting.webchat.defaultText, reason.rule, as: .closing)
    log(conversation.reference, "turnedAway", reason.rule, [reason.rawValue])
    end(reason.rule)
  }

  // MARK: R4

  /// A sent form is one ticket in the team of the subject's queue, with its fields inside.
  private mutating func openTicket(_ reason: RouteReason) {
    let subject = state.subject.map { setting.routing.subjects.name($0) } ?? "webchat"
    var ticket = TicketOpening(
      title: "\(subject): \(contact.name ?? contact.displayName)", team: conversation.team
    )
    .ticket(Ticket.ID(next.ticket), from: .webchat, of: owner.id, at: setting.now)
    ticket.comments = [TicketComment(at: setting.now, author: "system", text: formText)]
    open(ticket, of: owner, reason.rule)
    mailOwner()
    state.step = .formSent
    tell(setting.webchat.form.thanks, reason.rule, as: .closing)
    end(reason.rule)
  }

  /// W7: whoever has the e-mail is told that a ticket was opened in their name.
  private mutating func mailOwner() {
    guard let email = contact.claim?.email, !isBlocked else { return }
    let texts = setting.mails.opened
    var values = values
    values.contactName = owner.name ?? owner.displayName
    mail(
      OutboxEntry.ID(next.outbox), email, to: owner.id, subject: values.filling(texts.subject),
      parts: [values.filling(texts.body), ticketLink])
  }

  /// The form as people read it. The message stands in the conversation, which the ticket is bound to.
  private var formText: String {
    let language = setting.desk.language
    let own = setting.webchat.form.ownFields.compactMap { field in
      state.answers[field].map { "\(field.label(language)): \($0)" }
    }
    let email = contact.claim?.email ?? contact.emails.first
    return
      (["\(FormField.name.label(language)): \(contact.name ?? contact.displayName)"]
      + (email.map { ["\(FormField.email.label(language)): \($0.text)"] } ?? []) + own)
      .joined(separator: "\n")
  }

  // MARK: R6

  private mutating func offer(to agents: [Agent.ID]) {
    state.step = .offered
    state.waitingSince = state.waitingSince ?? setting.now
    state.offersEndAt = setting.now + setting.webchat.offerSeconds
    state.offers = agents.map { Offer($0, at: setting.now) }
    log(conversation.reference, "offered", "R6", agents.map { "agent/\($0)" })
  }

  mutating func withdrawOffers() {
    state.offersEndAt = nil
    for place in state.offers.indices where state.offers[place].state == .offered {
      state.offers[place].state = .withdrawn
    }
  }
}
