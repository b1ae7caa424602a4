/// C6: what one message does to the survey after a closed conversation: a plan, made of what is known
/// at that moment and of nothing else.
package struct SurveyTurn: Sendable {
  package var state: SurveyState
  /// Nil where it is not configured any more: then nothing is an answer.
  package var survey: Survey?
  package var message: InboundMessage
  /// W12: no automatic message goes to them.
  package var isBlocked: Bool
  package var now: Instant

  package init(
    state: SurveyState, survey: Survey?, message: InboundMessage, isBlocked: Bool, now: Instant
  ) {
    self.state = state
    self.survey = survey
    self.message = message
    self.isBlocked = isBlocked
    self.now = now
  }

  /// What a message was to the survey.
  package enum Reply: String, Hashable, Sendable, CaseIterable {
    case rating
    case comment
    /// No answer: kept as comment, and asked once more.
    case again
  }

  /// The survey as it is afterwards.
  package struct Plan: Hashable, Sendable {
    package let state: SurveyState
    package let reply: Reply
  }

  /// Nil for a message that is a new contact (W11).
  package func plan() -> Plan? {
    guard state.isWaiting, message.isInbound, let survey else { return nil }
    guard message.at >= state.askedAt, message.at <= state.until else { return nil }
    if state.rating != nil { return comment() }
    if let answer = survey.answer(message.content) { return rate(answer) }
    return state.isRepeated || isBlocked ? nil : ask()
  }

  private func rate(_ answer: SurveyAnswer) -> Plan {
    var rated = state
    rated.rating = answer.value
    return Plan(state: rated, reply: .rating)
  }

  /// One more text, and no third: then the survey is over.
  private func comment() -> Plan? {
    guard message.content.type == "text", let text else { return nil }
    var commented = state
    commented.comment = [state.comment, text].compactMap { $0 }.joined(separator: "\n")
    commented.endedAt = now
    return Plan(state: commented, reply: .comment)
  }

  private func ask() -> Plan {
    var repeated = state
    repeated.isRepeated = true
    repeated.comment = text
    return Plan(state: repeated, reply: .again)
  }

  private var text: String? {
    message.content.text.map { String($0.trimmed) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension Survey {
  /// The answer that a message is: its value or its label, typed or tapped.
  func answer(_ content: MessageContent) -> SurveyAnswer? {
    let said: [String?]
    if let choice = content.choice {
      said = [choice.id, choice.title]
    } else {
      said = content.type == "text" ? [content.text] : []
    }
    let words = said.compactMap { $0?.folded }
    return answers.first { answer in
      words.contains(answer.value.folded) || words.contains(answer.label.folded)
    }
  }

  /// The answer of a value or a label, as somebody types it.
  package func answer(_ typed: String) -> SurveyAnswer? {
    answer(MessageContent(type: "text", text: typed))
  }
}
