/// What happens in a conversation of livechat that is there: the visitor writes, or somebody ends it.
package struct LivechatTurn: Sendable {
  let conversation: Conversation
  let contact: Contact
  /// Who the visitor claims to be.
  let owner: Contact?
  let setting: LivechatSetting
  /// As the log has who acts.
  let actor: String

  package init(
    _ conversation: Conversation, with contact: Contact, owner: Contact?,
    setting: LivechatSetting, actor: String = "system"
  ) {
    self.conversation = conversation
    self.contact = contact
    self.owner = owner
    self.setting = setting
    self.actor = actor
  }

  private var session: LivechatSession {
    LivechatSession(
      conversation, with: contact, owner: owner, setting: setting, actor: actor)
  }

  /// L9: one more message of the visitor, which did not come before.
  package func hearing(_ text: VisitorText, _ id: VisitorMessageID) -> [Effect] {
    var session = session
    session.hear(text, id)
    var contact = contact
    contact.lastInboundAt = setting.now
    return [.contact(contact)] + session.plan
  }

  /// L6: it ends, with its closing message; nothing where it ended before.
  package func ending(byVisitor: Bool = false) -> [Effect] {
    guard conversation.state == .open else { return [] }
    var session = session
    session.close(byVisitor: byVisitor)
    return session.plan
  }

  /// C19: it ends and its whole history, closing message included, is a ticket's. A session's own
  /// ticket is bound to the conversation already: what is said later is its, too.
  package func ending(with ticket: Ticket.ID, own: Ticket?) -> [Effect] {
    guard conversation.state == .open else { return [] }
    var session = session
    session.close()
    if let own {
      session.log(own.reference, "updated", "C19", [conversation.reference.text])
    } else {
      session.openTicket(ticket, of: owner ?? contact, "C19")
    }
    return session.plan
  }
}

extension LivechatSession {
  /// L6: the closing message, once: what is closed is not closed again.
  mutating func close(byVisitor: Bool = false) {
    tell(setting.livechat.closing.text, "L6", as: .closing)
    end("L6", byVisitor: byVisitor)
  }
}
