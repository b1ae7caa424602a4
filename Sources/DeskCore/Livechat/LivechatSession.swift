/// A conversation of livechat while a plan changes it.
struct LivechatSession: ChatSession {
  let setting: LivechatSetting
  let actor: String
  var contact: Contact
  var conversation: Conversation
  var ticket: Ticket?
  var effects: [Effect] = []
  let isBlocked: Bool

  /// `owner` is who the visitor claims to be (W7).
  init(
    _ conversation: Conversation, with contact: Contact, owner: Contact? = nil,
    setting: LivechatSetting, actor: String
  ) {
    self.conversation = conversation
    self.contact = contact
    self.setting = setting
    self.actor = actor
    isBlocked = contact.isBlocked(as: owner)
  }
}
