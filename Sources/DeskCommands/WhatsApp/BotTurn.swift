import DeskCore
import DeskFormats
import DeskStore
import DeskSystem
import JSON

extension Desk {
  /// W9: lets the bot answer those whose messages came in, and those who wait for it because a run
  /// was killed before it could: WhatsApp then sends the same messages again.
  func answerByBot(after events: [ReceivedEvent]) throws {
    guard try settings.whatsapp.bot.command != nil else { return }
    let seen = Set(
      events.compactMap { event in
        if case .message(let message) = event.event, case .seen = event.result {
          message.id
        } else {
          nil
        }
      })
    let again = try seen.isEmpty ? [] : reading { try $0.received(seen).values.sorted() }
    var known: Set<Conversation.ID> = []
    try answerByBot(
      (events.compactMap(\.conversationForBot) + again).filter { known.insert($0).inserted })
  }

  /// W9: lets the bot answer conversations, one after the other: each is read, the bot is asked
  /// while no lock is held, and what it said is recorded in one transaction. Killed in between, the
  /// conversation still waits for the bot.
  func answerByBot(_ conversations: [Conversation.ID]) throws {
    guard !isDryRun, let command = try settings.whatsapp.bot.command else { return }
    for id in conversations {
      guard let request = try reading({ try botRequest(id, $0) }) else { continue }
      let answer = try askBot(command, request, limit: settings.whatsapp.bot.timeout)
      try transaction { transaction in
        try transaction.apply(botEffects(answer, to: request, transaction))
      }
    }
  }

  /// What the bot is to be told; nil where it has nothing to say any more, or said it.
  func botRequest(_ id: Conversation.ID, _ store: some StoreReading) throws -> BotRequest? {
    guard let conversation = try store.find(id), BotTurn.silence(in: conversation) == nil,
      let contact = try store.find(conversation.contact)
    else { return nil }
    let messages = try store.messages(of: id)
    let answered = conversation.intake?.botAnswered ?? 0
    guard messages.contains(where: { $0.direction == .inbound && $0.id > answered }) else {
      return nil
    }
    return BotRequest(
      conversation: conversation, contact: contact, claimed: try store.claimed(by: contact),
      ticket: try conversation.lastTicket.flatMap { try store.find($0) }, messages: messages)
  }

  func askBot(
    _ command: String, _ request: BotRequest, limit: Int
  ) throws -> Result<BotAnswer, BotFailure> {
    // W12: it is not even asked; recording its silence hands the conversation over.
    if request.contact.isBlocked(as: request.claimed) { return .success(BotAnswer()) }
    return Bot(command: command, limit: Double(limit), environment: botEnvironment).answer(
      to: request)
  }

  /// A bot that asks the desk something by `deskctl` finds this one.
  private var botEnvironment: [String] {
    var outside = surroundings
    outside.environment["DESKCTL_CONFIG"] = configPath
    outside.environment["DESKCTL_DATA"] = dataPath
    return outside.childEnvironment
  }

  /// What its answer does to the conversation as it is by now.
  func botEffects(
    _ answer: Result<BotAnswer, BotFailure>, to request: BotRequest, _ store: Transaction
  ) throws -> [Effect] {
    guard let conversation = try store.find(request.conversation.id) else { return [] }
    let contact = try store.find(conversation.contact)
    var turn = BotTurn(
      conversation: conversation, contact: contact, answer: answer,
      asked: request.conversation.messageCount, nextOutbox: try store.nextNumber(.outbox),
      nextNotification: try store.nextNumber(.notification),
      language: try settings.desk.language, now: try now())
    turn.claimed = try contact.flatMap { try store.claimed(by: $0) }
    return turn.plan()
  }
}

extension ReceivedEvent {
  /// The conversation that it handed to the bot.
  fileprivate var conversationForBot: Conversation.ID? {
    guard case .message(let outcome) = result, outcome.asksBot else { return nil }
    return outcome.conversation?.id
  }
}

/// The bot itself: a command of the shell that is given a conversation and says what it answers.
struct Bot {
  let command: String
  /// Seconds.
  let limit: Double
  let environment: [String]

  func answer(to request: BotRequest) -> Result<BotAnswer, BotFailure> {
    var program = Program("sh", ["-c", command], environment: environment)
    program.input = Array(request.json.text().utf8) + [UInt8(ascii: "\n")]
    program.limit = limit
    // A byte more than it may write, so that the rest is not needed to know that it did.
    program.longestOutput = BotAnswer.sizeLimit + 1
    program.leavesNothing = true
    guard let outcome = try? program.run() else { return .failure(BotFailure(.notStarted)) }
    if outcome.output.count > BotAnswer.sizeLimit { return .failure(BotFailure(.tooMuch)) }
    if outcome.wasStopped { return .failure(BotFailure(.late)) }
    return read(outcome)
  }

  private func read(_ outcome: Program.Outcome) -> Result<BotAnswer, BotFailure> {
    switch outcome.status {
    case 0: Result { () throws(BotFailure) in try BotAnswer(reading: outcome.output) }
    case let status where ShellCommand.notStarted.contains(status):
      .failure(BotFailure(.notStarted))
    default: .failure(BotFailure(.exited, String(outcome.status)))
    }
  }
}
