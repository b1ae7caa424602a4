/// C6, C7: tick looks at a conversation because its time has come: a plan, made of what is known then.
package struct SilenceCheck: Sendable {
  /// What is to be done.
  package enum Plan: Hashable, Sendable {
    /// C7: the contact was silent for long enough.
    case close
    /// C6: nobody answers the survey any more.
    case endSurvey(SurveyState)
    /// Looked at too early, or for nothing; nil: nothing is waited for now.
    case wait(until: Instant?)
  }

  let conversation: Conversation
  let minutes: Int?
  let now: Instant

  package init(_ conversation: Conversation, minutes: Int?, now: Instant) {
    self.conversation = conversation
    self.minutes = minutes
    self.now = now
  }

  package func plan() -> Plan {
    switch conversation.state {
    case .open: silence()
    case .closed: survey()
    }
  }

  /// A contact who waits for the desk is never closed: their message stopped the clock.
  private func silence() -> Plan {
    guard let since = conversation.silentSince, let minutes else { return .wait(until: nil) }
    let end = since + minutes * 60
    return end <= now ? .close : .wait(until: end)
  }

  private func survey() -> Plan {
    guard var survey = conversation.survey, survey.isWaiting else { return .wait(until: nil) }
    guard survey.end <= now else { return .wait(until: survey.end) }
    survey.endedAt = now
    return .endSurvey(survey)
  }
}
