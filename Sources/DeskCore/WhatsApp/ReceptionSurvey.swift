extension Reception {
  /// C6: what the message is to the survey of the closed conversation; nil where it is nothing to it.
  func surveyPlan() -> SurveyTurn.Plan? {
    guard let known = facts.conversation, known.state == .closed, let state = known.survey else {
      return nil
    }
    return SurveyTurn(
      state: state, survey: facts.survey, message: message,
      isBlocked: contact.isBlocked(as: facts.claimed), now: setting.now
    ).plan()
  }

  /// The reply joins the conversation, which stays closed.
  mutating func take(_ plan: SurveyTurn.Plan) -> [IntakeStep] {
    keepMessage()
    conversation.survey = plan.state
    if plan.reply == .again, let survey = facts.survey { send(survey.menu, as: .said) }
    let rating = plan.state.rating.map { ["rating \($0)"] } ?? []
    log(conversation.reference, "survey", "C6", [plan.reply.rawValue] + rating)
    keepContact()
    effects.insert(.conversation(conversation), at: 0)
    effects.insert(.contact(contact), at: 0)
    return [IntakeStep("C6", .survey(plan.reply))]
  }
}
