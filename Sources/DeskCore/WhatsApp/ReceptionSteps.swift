extension Reception {
  /// Carries out one step of intake.
  mutating func carryOut(_ step: IntakeStep) {
    switch step.act {
    case .ask(let question): send(values(named: contact).filling(text(of: question)))
    case .openTicket(let owner): openTicket(owner, step.rule)
    // C7: a link starts no clock.
    case .sendLink: send(linkText, as: .said)
    case .register(let address): register(address)
    case .claim(let owner): claim(owner)
    case .trust(let owner): trust(owner)
    case .sendMail(.opened, let address): mailOpened(address)
    case .sendMail(.welcome, let address): mailWelcome(address)
    case .handToBot: log(conversation.reference, "handedToBot", step.rule)
    case .waitForTeam: log(conversation.reference, "waits", step.rule)
    case .notifyAgent(let concern): notify(concern)
    case .skip(.blocked): log(conversation.reference, "skipped", step.rule, ["blocked"])
    // C6: done where the reply was taken.
    case .survey: break
    // Said for whoever asks why nothing happened; nothing to be kept.
    case .skip(.noInbound), .skip(.older), .skip(.settled), .skip(.attended): break
    }
  }

  private func text(of question: IntakeStep.Question) -> String {
    switch question {
    case .email: setting.whatsapp.texts.askEmail
    case .emailAgain: setting.whatsapp.texts.askAgain
    case .menu: setting.whatsapp.texts.menu
    }
  }

  /// What fills a text. What goes to the phone names its own contact: a claim is not yet proved.
  private func values(named contact: Contact) -> PlaceholderValues {
    PlaceholderValues(
      contactName: contact.name ?? contact.displayName, contactPhone: phoneText,
      channel: "WhatsApp", date: setting.dateText, conversation: conversation.id,
      ticket: ticket?.id)
  }

  private var phoneText: String {
    (message.sender.phone ?? contact.phones.first)?.display ?? line.address
  }

  // MARK: The ticket

  private mutating func openTicket(_ owner: IntakeStep.TicketOwner, _ rule: String) {
    let owner = self.owner(owner)
    var opened = setting.whatsapp.opening.filled(by: values(named: owner)).ticket(
      Ticket.ID(next.ticket), from: .whatsapp, of: owner.id, at: setting.now)
    next.ticket += 1
    opened.conversation = conversation.id
    var detail = [owner.reference.text]
    switch setting.whatsapp.assigneeSync.ruling(
      .ticketMade, assignee: conversation.assignee, ticketState: .open, isMember: facts.isMember)
    {
    case .take(let agent): opened.assignee = agent
    case .keep(let reason?): detail.append(reason.rawValue)
    case .keep(nil): break
    }
    ticket = opened
    conversation.lastTicket = opened.id
    if trusted == nil { contact.lastTicket = opened.id } else { trusted?.lastTicket = opened.id }
    effects.append(.ticket(opened))
    log(opened.reference, "opened", rule, detail + [conversation.reference.text])
  }

  private func owner(_ owner: IntakeStep.TicketOwner) -> Contact {
    switch owner {
    case .own: contact
    case .claimed(let id): claimed(id) ?? contact
    }
  }

  private func claimed(_ id: Contact.ID) -> Contact? {
    facts.owners.first { $0.id == id } ?? facts.claimed.flatMap { $0.id == id ? $0 : nil }
  }

  private var linkText: String {
    let text = values(named: contact).filling(setting.whatsapp.texts.link)
    return [text, ticketLink].compactMap { $0 }.joined(separator: "\n")
  }

  private var ticketLink: String? {
    ticket.flatMap { setting.links.address(of: $0.id) }
  }

  // MARK: The contact

  /// W8: the name is WhatsApp's, else what stands before the @.
  private mutating func register(_ address: EmailAddress) {
    contact.registered = true
    contact.emails.append(address)
    contact.name =
      contact.name ?? contact.profileName ?? String(address.text.prefix { $0 != "@" })
    log(Reference(.contact, contact.id.number), "registered", "W8")
  }

  private mutating func claim(_ owner: Contact.ID) {
    guard case .email(let address) = IntakeAnswer(message.content) else { return }
    contact.claim = Claim(contact: owner, email: address, at: setting.now)
    log(Reference(.contact, contact.id.number), "claimed", "W7", ["contact/\(owner.number)"])
  }

  /// With `trustClaimedEmail` the phone becomes that contact's, as an agent's confirmation makes it.
  private mutating func trust(_ owner: Contact.ID) {
    guard let known = claimed(owner) else { return }
    keepContact()
    let joined = known.taking(contact, now: setting.now)
    trusted = joined.kept
    contact = joined.left
    conversation.contact = owner
    log(Reference(.contact, owner.number), "joined", "W7", ["contact/\(contact.id.number)"])
  }

  // MARK: E-mails

  private mutating func mailOpened(_ address: EmailAddress) {
    guard let owner = ticket?.contact.flatMap(claimed) else { return }
    let mail = setting.whatsapp.mail.opened
    let values = values(named: owner)
    self.mail(
      address, to: owner.id, subject: values.filling(mail.subject),
      parts: [values.filling(mail.body), ticketLink])
  }

  private mutating func mailWelcome(_ address: EmailAddress) {
    let mail = setting.whatsapp.mail.welcome
    let values = values(named: contact)
    var parts = [values.filling(mail.body), ticketLink]
    var secret: String?
    if let link = setting.desk.passwordLink {
      parts.append([values.filling(mail.password), link].joined(separator: "\n"))
      secret = token
      contact.passwordToken = PasswordToken(
        sha256: SHA256.hash(Array(token.utf8)).hexadecimal,
        expiresAt: setting.now + setting.desk.tokenLifetime)
    }
    self.mail(
      address, to: contact.id, subject: values.filling(mail.subject), parts: parts,
      secret: secret)
  }

  // MARK: People

  /// Whoever has the conversation is told, else the administrators.
  private mutating func notify(_ concern: IntakeStep.Concern) {
    var notification = Notification()
    notification.id = Notification.ID(next.notification)
    next.notification += 1
    notification.agent = conversation.assignee
    notification.at = setting.now
    notification.contact = contact.id
    notification.conversation = conversation.id
    notification.ticket = ticket?.id
    notification.text = NotificationText(setting.desk.language).concern(concern, contact)
    switch concern {
    case .manyRequests: notification.kind = .manyRequests
    case .sharedEmail: notification.kind = .sharedEmail
    }
    effects.append(.notification(notification))
  }
}
