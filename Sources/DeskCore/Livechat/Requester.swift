/// C18: an agent puts right who a visitor is. Name and e-mail together register them; an e-mail that a
/// contact has leads to that contact instead of making a second.
package struct Requester: Sendable {
  /// Why it is not done.
  package enum Refusal: Error, Hashable, Sendable {
    /// A registered contact's record is edited where records are.
    case registered(Contact.ID)
    /// Several contacts have the e-mail: nobody can say which it is.
    case several(EmailAddress, [Contact.ID])
    case nameEmpty
  }

  /// What is said of them; nil stays as it is.
  package struct Change: Sendable {
    package var name: String?
    package var email: EmailAddress?

    package init(name: String?, email: EmailAddress?) {
      self.name = name
      self.email = email
    }
  }

  /// What came of it.
  package enum Outcome: Hashable, Sendable {
    case edited(Contact.ID)
    case registered(Contact.ID)
    case linked(Contact.ID)
  }

  let contact: Contact
  let conversation: Conversation
  let change: Change
  let setting: LivechatSetting
  let actor: String

  package init(
    _ change: Change, of contact: Contact, in conversation: Conversation,
    setting: LivechatSetting, actor: String
  ) {
    self.change = change
    self.contact = contact
    self.conversation = conversation
    self.setting = setting
    self.actor = actor
  }

  /// `owners` are the registered contacts with the e-mail. Without one of them an e-mail goes out with
  /// `token` (W8); with one, their own is what `joining` moves.
  package func plan(
    owners: [Contact], open: OpenWork, outbox: OutboxEntry.ID, token: String
  ) throws(Refusal) -> (effects: [Effect], outcome: Outcome) {
    if contact.registered { throw .registered(contact.id) }
    if let name = change.name, name.trimmed.isEmpty { throw .nameEmpty }
    let owners = owners.filter { $0.id != contact.id }
    if let email = change.email, owners.count > 1 { throw .several(email, owners.map(\.id)) }
    if let owner = owners.first { return (link(to: owner, open), .linked(owner.id)) }
    var edited = contact
    if let name = change.name { edited.name = String(name.trimmed) }
    if let email = change.email {
      edited.emails = [email]
      edited.claim = nil
    }
    edited.changedAt = setting.now
    guard edited.name != nil, let email = edited.emails.first else {
      return ([.contact(edited), event(edited, "set")], .edited(edited.id))
    }
    return (register(edited, email, outbox, token), .registered(edited.id))
  }

  /// What of the contact is not over yet.
  package struct OpenWork: Sendable {
    package var conversations: [Conversation]
    package var tickets: [Ticket]

    package init(conversations: [Conversation], tickets: [Ticket]) {
      self.conversations = conversations
      self.tickets = tickets
    }
  }

  /// An e-mail that the visitor mistyped is not the contact's: it is left behind.
  private func link(to owner: Contact, _ open: OpenWork) -> [Effect] {
    var left = contact
    left.emails = []
    let joining = Confirmation(
      of: left, as: owner, conversations: open.conversations, tickets: open.tickets, schedules: [],
      actor: actor, now: setting.now, rule: "C18")
    return joining.plan()
  }

  // MARK: W8

  private func register(
    _ edited: Contact, _ email: EmailAddress, _ outbox: OutboxEntry.ID, _ token: String
  ) -> [Effect] {
    var contact = edited
    contact.registered = true
    let isSilent = contact.automaticBlocked
    let link = isSilent ? nil : setting.desk.passwordLink
    if link != nil {
      contact.passwordToken = PasswordToken(
        sha256: Redemption.key(of: token), expiresAt: setting.now + setting.desk.tokenLifetime)
    }
    var session = LivechatSession(conversation, with: contact, setting: setting, actor: actor)
    session.add(.contact(contact))
    session.log(contact.reference, "registered", "C18", [conversation.reference.text])
    if !isSilent {
      let mail = setting.livechat.mail.registered
      let values = session.values
      session.mail(
        outbox, email, to: contact.id, subject: values.filling(mail.subject),
        parts: [
          values.filling(mail.body),
          link.map { [values.filling(mail.password), $0].joined(separator: "\n") },
        ], secret: link.map { _ in token })
    }
    return session.effects
  }

  private func event(_ contact: Contact, _ what: String) -> Effect {
    .event(
      Event(
        at: setting.now, actor: actor, record: contact.reference, what: what, rule: "C18",
        detail: [conversation.reference.text]))
  }
}
