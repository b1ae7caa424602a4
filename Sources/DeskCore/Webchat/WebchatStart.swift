/// A visitor's first message in the webchat: who they are, their conversation, and where they are led.
package struct WebchatStart: Sendable {
  let details: VisitorDetails
  let token: VisitorToken
  let id: VisitorMessageID
  let text: VisitorText
  let subject: Subject.ID?
  /// Nil where they were not shown the form.
  let form: FormAnswers?
  let facts: LivechatStart.Facts
  let setting: WebchatSetting

  package init(
    _ details: VisitorDetails, token: VisitorToken, id: VisitorMessageID, text: VisitorText,
    subject: Subject.ID?, form: FormAnswers?, facts: LivechatStart.Facts, setting: WebchatSetting
  ) {
    self.details = details
    self.token = token
    self.id = id
    self.text = text
    self.subject = subject
    self.form = form
    self.facts = facts
    self.setting = setting
  }

  /// Everything that it does, in order.
  package func plan() -> [Effect] {
    let visitor = VisitorContact(
      details, owners: facts.owners, known: facts.known, next: facts.next.contact,
      trusts: setting.trustsClaimedEmail, now: setting.now)
    var session = WebchatSession(
      conversation(with: visitor.contact), with: visitor.contact, owner: visitor.owner,
      next: facts.next, setting: setting, actor: "system")
    session.note(.opened)
    session.hear(text, id)
    session.route(with: form)
    return visitor.effects + session.plan
  }

  private func conversation(with contact: Contact) -> Conversation {
    var conversation = Conversation()
    conversation.id = Conversation.ID(facts.next.conversation)
    conversation.channel = .webchat
    conversation.contact = contact.id
    conversation.openedAt = setting.now
    conversation.visitor = Visitor(sha256: token.hash, page: details.page)
    var state = WebchatState()
    state.subject = subject
    conversation.webchat = state
    return conversation
  }
}
