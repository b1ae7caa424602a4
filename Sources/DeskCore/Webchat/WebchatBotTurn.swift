/// R2: what a bot's answer does to its conversation, which may have changed while the bot was thinking.
package struct WebchatBotTurn: Sendable {
  let conversation: Conversation
  let contact: Contact
  /// Who the visitor claims to be.
  let owner: Contact?
  let answer: Result<BotAnswer, BotFailure>
  /// The newest message that the bot was told of, by its place.
  let asked: Int
  let next: NextNumbers
  let setting: WebchatSetting

  package init(
    _ conversation: Conversation, with contact: Contact, owner: Contact? = nil,
    answer: Result<BotAnswer, BotFailure>, asked: Int, next: NextNumbers, setting: WebchatSetting
  ) {
    self.conversation = conversation
    self.contact = contact
    self.owner = owner
    self.answer = answer
    self.asked = asked
    self.next = next
    self.setting = setting
  }

  /// Whether the bot has the visitor.
  package static func isAsked(_ conversation: Conversation) -> Bool {
    guard let state = conversation.webchat else { return false }
    return conversation.state == .open && state.step == .bot
  }

  package func plan() -> [Effect] {
    var session = WebchatSession(
      conversation, with: contact, owner: owner, next: next, setting: setting, actor: "system")
    // Another run, which knew as much, was faster; or the visitor has left.
    guard Self.isAsked(conversation), session.state.botAnswered < asked else {
      session.log(conversation.reference, "dropped", "R2", [BotTurn.author])
      return session.effects
    }
    session.state.botAnswered = asked
    switch answer {
    case .success(let answer): say(answer, in: &session)
    case .failure(let failure):
      session.add(.notification(notification(failure)))
      handOver(nil, failure.codes + ["notification/\(next.notification)"], in: &session)
    }
    return session.plan
  }

  /// W12: who gets no automatic messages goes to a person.
  private func say(_ answer: BotAnswer, in session: inout WebchatSession) {
    for message in answer.messages ?? [] {
      session.tell(message.text, "R2", by: BotTurn.author)
    }
    session.log(conversation.reference, "answered", "R2", [BotTurn.author])
    guard answer.handOver || session.isBlocked else { return }
    handOver(answer.subject.flatMap { try? Subject.ID(text: $0.text) }, [], in: &session)
  }

  /// From then on the subject that it names counts; where it names none, the visitor is asked.
  private func handOver(
    _ subject: Subject.ID?, _ detail: [String], in session: inout WebchatSession
  ) {
    session.state.isHandedOver = true
    session.state.subject = subject ?? session.state.subject
    session.log(
      conversation.reference, "handedOver", "R2",
      [BotTurn.author] + (subject.map { ["subject/\($0)"] } ?? []) + detail)
    session.route()
  }

  private func notification(_ failure: BotFailure) -> Notification {
    var notification = Notification()
    notification.id = Notification.ID(next.notification)
    notification.kind = .botFailed
    notification.at = setting.now
    notification.contact = conversation.contact
    notification.conversation = conversation.id
    notification.text = NotificationText(setting.desk.language).botFailed(failure.reason, contact)
    return notification
  }
}
