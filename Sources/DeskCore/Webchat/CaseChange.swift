/// R8: a case is edited from acceptance until it is saved, and saved once the session has ended.
package struct CaseChange: Sendable {
  /// Why it is not.
  package enum Refusal: Error, Hashable, Sendable {
    /// Nobody has accepted its visitor.
    case none(Conversation.ID)
    case saved(Conversation.ID, Case)
    case notEnded(Conversation.ID)
    /// Whose it is.
    case another(Conversation.ID, Agent.ID?)
  }

  let conversation: Conversation
  let actor: String
  let now: Instant

  package init(_ conversation: Conversation, actor: String, now: Instant) {
    self.conversation = conversation
    self.actor = actor
    self.now = now
  }

  /// Nothing where it is so already.
  package func editing(_ edit: (inout Case) -> Void) throws(Refusal) -> [Effect] {
    let old = try unsaved()
    var edited = old
    edit(&edited)
    guard edited != old else { return [] }
    var changed = conversation
    changed.serviceCase = edited
    return [.conversation(changed), event("caseSet", [])]
  }

  /// `day` is that of the desk's zone.
  package func saving(on day: CivilDate) throws(Refusal) -> [Effect] {
    var saved = try unsaved()
    guard conversation.state == .closed else { throw .notEnded(conversation.id) }
    let number = ProtocolNumber(of: conversation.id, on: day)
    saved.protocolNumber = number.text
    saved.savedAt = now
    saved.savedBy = actor
    var changed = conversation
    changed.serviceCase = saved
    return [.conversation(changed), event("caseSaved", [number.text])]
  }

  private func unsaved() throws(Refusal) -> Case {
    guard let found = conversation.serviceCase else { throw .none(conversation.id) }
    if found.isSaved {
      throw .saved(conversation.id, found)
    }
    return found
  }

  private func event(_ what: String, _ detail: [String]) -> Effect {
    .event(
      Event(
        at: now, actor: actor, record: conversation.reference, what: what, rule: "R8",
        detail: detail))
  }
}
