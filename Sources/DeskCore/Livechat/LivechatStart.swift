/// A visitor's first message: who they are, their conversation, and what they are told (L4, L5, L9).
package struct LivechatStart: Sendable {
  /// What it depends on.
  package struct Facts: Sendable {
    /// The registered contacts that have the e-mail.
    package var owners: [Contact]
    /// Somebody who is not registered and gave the same e-mail in an earlier chat.
    package var known: Contact?
    package var next: NextNumbers

    package init(owners: [Contact], known: Contact?, next: NextNumbers) {
      self.owners = owners
      self.known = known
      self.next = next
    }
  }

  let details: VisitorDetails
  let token: VisitorToken
  let id: VisitorMessageID
  let text: VisitorText
  let facts: Facts
  let setting: LivechatSetting

  package init(
    _ details: VisitorDetails, token: VisitorToken, id: VisitorMessageID, text: VisitorText,
    facts: Facts, setting: LivechatSetting
  ) {
    self.details = details
    self.token = token
    self.id = id
    self.text = text
    self.facts = facts
    self.setting = setting
  }

  /// Everything that it does, in order.
  package func plan() -> [Effect] {
    var contact = contact
    contact.lastInboundAt = setting.now
    contact.changedAt = setting.now
    var session = LivechatSession(
      conversation(with: contact), with: contact, setting: setting, actor: "system")
    session.isBlocked = contact.automaticBlocked || owner?.automaticBlocked == true
    session.note(.opened)
    session.hear(text, id)
    if setting.isOnline {
      session.log(session.conversation.reference, "waits", "L5")
      session.tell(setting.livechat.onlineWelcome.text, "L5")
    } else {
      open(in: &session)
      session.tell(setting.livechat.offlineWelcome.text, "L4")
    }
    let told = contact.claim == nil ? [] : [claimed(contact)]
    return [.contact(contact)] + told + session.plan
  }

  // MARK: L9

  /// The one registered contact whose e-mail it is.
  private var owner: Contact? { facts.owners.count == 1 ? facts.owners.first : nil }

  /// Who writes: nobody has proved that an e-mail is theirs, so a registered contact's is a claim (W7).
  /// Somebody who is not registered is the same again by the same e-mail, under their newest name:
  /// agents see one person, and no visitor sees more than their own browser's conversation.
  private var contact: Contact {
    if let owner, setting.trustsClaimedEmail { return owner }
    if let owner {
      var contact = newContact
      contact.claim = Claim(contact: owner.id, email: details.email, at: setting.now)
      return contact
    }
    var contact = facts.known ?? newContact
    contact.name = details.name
    if facts.known == nil { contact.emails = [details.email] }
    return contact
  }

  private var newContact: Contact {
    var contact = Contact()
    contact.id = Contact.ID(facts.next.contact)
    contact.createdAt = setting.now
    contact.name = details.name
    return contact
  }

  private func claimed(_ contact: Contact) -> Effect {
    .event(
      Event(
        at: setting.now, actor: "system", record: contact.reference, what: "claimed", rule: "W7",
        detail: owner.map { [$0.reference.text] } ?? []))
  }

  private func conversation(with contact: Contact) -> Conversation {
    var conversation = Conversation()
    conversation.id = Conversation.ID(facts.next.conversation)
    conversation.channel = .livechat
    conversation.contact = contact.id
    conversation.team = setting.livechat.team
    conversation.openedAt = setting.now
    conversation.visitor = Visitor(sha256: token.hash, page: details.page)
    return conversation
  }

  // MARK: L4

  /// W12: somebody who gets nothing of the desk's own still has their ticket where they are known.
  private func open(in session: inout LivechatSession) {
    let contact = session.contact
    guard !session.isBlocked || owner != nil else {
      session.log(session.conversation.reference, "skipped", "W12", ["blocked"])
      return
    }
    session.openTicket(Ticket.ID(facts.next.ticket), of: owner ?? contact, "L4")
    if facts.owners.count > 1 { session.add(.notification(sharedEmail(session))) }
    if let owner, contact.claim != nil, !session.isBlocked { mail(owner, &session) }
  }

  /// W7: whoever has the e-mail is told that a ticket was opened in their name.
  private func mail(_ owner: Contact, _ session: inout LivechatSession) {
    let mail = setting.livechat.mail.opened
    var values = session.values
    values.contactName = owner.name ?? owner.displayName
    session.mail(
      OutboxEntry.ID(facts.next.outbox), details.email, to: owner.id,
      subject: values.filling(mail.subject), parts: [values.filling(mail.body), session.ticketLink])
  }

  private func sharedEmail(_ session: LivechatSession) -> Notification {
    var notification = Notification()
    notification.id = Notification.ID(facts.next.notification)
    notification.kind = .sharedEmail
    notification.at = setting.now
    notification.contact = session.contact.id
    notification.conversation = session.conversation.id
    notification.ticket = session.ticket?.id
    notification.text = NotificationText(setting.desk.language).concern(
      .sharedEmail, session.contact)
    return notification
  }
}
