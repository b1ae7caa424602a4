import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var conversationRate: CommandSpec {
    CommandSpec(
      name: "rate",
      summary: Text(
        en: "Note the answer to the survey that a contact gave otherwise.",
        pt: "Anota a resposta à pesquisa que um contato deu de outro jeito."),
      examples: [
        Example(
          "deskctl conversation rate 3 5 --comment 'por telefone'",
          Text(en: "a value or a label of the survey", pt: "um valor ou rótulo da pesquisa"))
      ],
      arguments: [.record(.conversation), value], options: [comment, .ifRevision],
      action: .write(.work, run))
  }

  private static let value = ArgumentSpec(
    "VALUE", Text(en: "a value or a label of the survey", pt: "um valor ou rótulo da pesquisa"))
  private static let comment = OptionSpec.value(
    "comment", "TEXT", Text(en: "what was said besides", pt: "o que se disse além dela"))

  private static func run(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    var conversation = try desk.conversation(words.arguments[0], in: transaction)
    guard conversation.channel == .whatsapp else { throw Failure.unsurveyed(conversation) }
    let configured = try desk.settings.whatsapp.survey.onManualClose
    guard let id = conversation.survey?.survey ?? configured,
      let survey = try desk.config().catalog(Survey.self)[id]
    else { throw Failure.noSurvey }
    guard let answer = survey.answer(words.arguments[1]) else {
      let answers = survey.answers.map(\.text).joined(separator: ", ")
      throw Failure.badValue("VALUE", words.arguments[1], Text(answers))
    }
    let now = try desk.now()
    var state = conversation.survey ?? SurveyState(AskedSurvey(id, minutes: 0), at: now)
    state.rating = answer.value
    if let typed = words.value(comment) { state.comment = try desk.text(typed) }
    if state == conversation.survey {
      return try desk.unchanged(conversation, transaction)
    }
    state.endedAt = state.endedAt ?? now
    conversation.survey = state
    try transaction.apply([
      .conversation(conversation),
      try desk.event(conversation.reference, "rated", rule: "C6", ["rating \(answer.value)"]),
    ])
    return Output(
      .changed(
        schema: "conversation", [try desk.changed(conversation.id, "rated", transaction)]))
  }
}

extension Failure {
  /// C5: only WhatsApp's conversations end with a survey.
  fileprivate static func unsurveyed(_ conversation: Conversation) -> Failure {
    let (reference, channel) = (conversation.reference, conversation.channel.rawValue)
    return Failure(
      .refused, "C6",
      Text(
        en: "\(reference) is of \(channel), which has no survey",
        pt: "\(reference) é do \(channel), que não tem pesquisa"))
  }

  fileprivate static let noSurvey = Failure(
    .refused, "C6",
    Text(en: "there is no survey to answer", pt: "não há pesquisa a responder"),
    hint: Text("deskctl config set whatsapp.survey.onManualClose=nota"))
}
