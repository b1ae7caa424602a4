import DeskCore
import DeskStore

extension Desk {
  /// C5, C7: the end of a WhatsApp conversation.
  func closing(
    of conversation: Conversation, by cause: WhatsAppClosing.Cause, _ transaction: Transaction
  ) throws -> WhatsAppClosing {
    let settings = try settings
    let contact = try transaction.get(conversation.contact)
    let number = conversation.number ?? settings.whatsapp.numbers.first
    let chosen = settings.whatsapp.survey.onManualClose
    var facts = WhatsAppClosing.Facts(
      conversation: conversation, contact: contact,
      survey: try chosen.flatMap { try config().catalog(Survey.self)[$0] },
      isWindowOpen: settings.isWindowOpen(to: contact, by: number, at: try now()),
      message: settings.whatsapp.closing.message,
      values: try placeholderValues(of: conversation, with: contact),
      number: settings.whatsapp.numbers.first, nextOutbox: try transaction.nextNumber(.outbox))
    facts.claimed = try transaction.claimed(by: contact)
    facts.asked = chosen.map {
      AskedSurvey($0, minutes: settings.whatsapp.survey.answerWithinMinutes)
    }
    return WhatsAppClosing(facts, cause: cause, actor: actor.name, now: try now())
  }

  /// R6: nobody took the visitor in time.
  private func offeringAgain(
    _ conversation: Conversation, _ transaction: Transaction
  ) throws -> [Effect] {
    let effects = try webchatTurn(conversation, transaction).offeringAgain()
    // The agenda's line was for nothing: it goes.
    return effects.isEmpty ? [.conversation(conversation)] : effects
  }

  /// C6, C7: what tick does with a conversation whose time has come.
  func check(_ conversation: Conversation, _ transaction: Transaction) throws -> [Effect] {
    let minutes = try settings.whatsapp.inactivity.closeAfterMinutes
    if conversation.channel == .webchat { return try offeringAgain(conversation, transaction) }
    var checked = conversation
    switch SilenceCheck(conversation, minutes: minutes, now: try now()).plan() {
    case .close: return try closing(of: conversation, by: .inactivity, transaction).plan()
    case .wait(let until):
      checked.checkAt = until
      return [.conversation(checked)]
    case .endSurvey(let state):
      checked.survey = state
      let rating = state.rating.map { ["rating \($0)"] } ?? []
      return [
        .conversation(checked), try event(checked.reference, "surveyEnded", rule: "C6", rating),
      ]
    }
  }
}
