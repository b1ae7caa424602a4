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
    let contact = visitor.contact
    var session = LivechatSession(
      conversation(with: contact), with: contact, owner: owner, setting: setting, actor: "system")
    session.note(.opened)
    session.hear(text, id)
    if setting.availability.isOnline {
      session.log(session.conversation.reference, "waits", "L5")
      session.tell(setting.livechat.onlineWelcome.text, "L5", as: .welcome)
    } else {
      open(in: &session)
      session.tell(setting.livechat.offlineWelcome.text, "L4", as: .offline)
    }
    return visitor.effects + session.plan
  }

  // MARK: L9

  private var visitor: VisitorContact {
    VisitorContact(
      details, owners: facts.owners, known: facts.known, next: facts.next.contact,
      trusts: setting.trustsClaimedEmail, now: setting.now)
  }

  private var owner: Contact? { visitor.owner }

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
