import DeskCore
import DeskFormats
import DeskStore

/// What a page of the webchat asks.
extension Gateway {
  /// R1, R4: whether somebody is there or when, the subjects to choose from, and the form.
  func webchatState() throws -> WebAnswer {
    guard try desk.settings.webchat.enabled else { return .state(.off) }
    return try desk.reading { store in
      let setting = try desk.webchatSetting(store, links: desk.ticketLinks(reading: store))
      return .state(.there(setting.availability), WebchatMenu(setting))
    }
  }

  func startWebchat(_ call: VisitorCall.Start) throws -> WebAnswer {
    let line = call.line
    try check(line.form)
    return try inConversation(line.token, since: line.since) { known, transaction in
      if let known { return try hear(line, in: known, transaction) }
      try checkPace(transaction)
      let start = WebchatStart(
        call.details, token: line.token, id: line.id, text: line.text, subject: line.subject,
        form: line.form, facts: try desk.livechatStartFacts(call.details.email, transaction),
        setting: try desk.webchatSetting(transaction))
      try transaction.apply(start.plan())
    }
  }

  func hearWebchat(
    _ line: VisitorCall.Line, in conversation: Conversation, _ transaction: Transaction
  ) throws {
    try check(line.form)
    let turn = try desk.webchatTurn(conversation, transaction)
    try transaction.apply(
      turn.hearing(line.text, line.id, subject: line.subject, form: line.form))
  }

  /// R4: what must be filled in is.
  private func check(_ form: FormAnswers?) throws {
    guard let form, let missing = try desk.settings.webchat.form.missing(in: form) else { return }
    throw WebRefusal(missing)
  }
}

extension Desk {
  /// R2: lets the bot answer a visitor: read, asked while no lock is held, recorded in one
  /// transaction. Killed in between, the visitor still waits for it, and their next message asks again.
  /// False where there was nothing to ask.
  func answerByBot(inWebchat id: Conversation.ID) throws -> Bool {
    let bot = try settings.webchat.bot
    guard !isDryRun, let command = bot.command else { return false }
    guard let request = try reading({ try webchatBotRequest(id, $0) }) else { return false }
    let answer = try askBot(command, request, limit: bot.timeout)
    try transaction { transaction in
      let conversation = try transaction.get(id)
      let contact = try transaction.get(conversation.contact)
      let turn = WebchatBotTurn(
        conversation, with: contact, owner: try transaction.claimed(by: contact), answer: answer,
        asked: request.conversation.messageCount, next: try transaction.nextNumbers(),
        setting: try webchatSetting(transaction))
      try transaction.apply(turn.plan())
    }
    return true
  }

  private func webchatBotRequest(
    _ id: Conversation.ID, _ store: StoreReader
  ) throws -> BotRequest? {
    guard let conversation = try store.find(id), WebchatBotTurn.isAsked(conversation) else {
      return nil
    }
    let messages = try store.messages(of: id)
    let answered = conversation.webchat?.botAnswered ?? 0
    guard messages.contains(where: { $0.direction == .inbound && $0.id > answered }) else {
      return nil
    }
    let contact = try store.get(conversation.contact)
    return BotRequest(
      conversation: conversation, contact: contact, claimed: try store.claimed(by: contact),
      ticket: nil, messages: messages)
  }
}
