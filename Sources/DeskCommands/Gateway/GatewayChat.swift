import DeskCore
import DeskFormats
import DeskStore

/// What the chat on a page asks.
extension Gateway {
  func state(_ request: WebRequest) throws -> WebAnswer {
    let channel = try VisitorCall.channel(named: request.query["channel"])
    if channel == .webchat { return try webchatState() }
    guard try desk.settings.livechat.enabled else { return .state(.off) }
    return .state(.there(try desk.reading { try desk.livechatAvailability($0) }))
  }

  /// L9: the first message. The same again changes nothing and is answered the same.
  func start(_ body: [UInt8]) throws -> WebAnswer {
    let call = try VisitorCall.start(body)
    try requireChat(call.channel)
    if call.channel == .webchat { return try startWebchat(call) }
    let line = call.line
    return try inConversation(line.token, since: line.since) { known, transaction in
      if let known { return try hear(line, in: known, transaction) }
      try checkPace(transaction)
      let start = LivechatStart(
        call.details, token: line.token, id: line.id, text: line.text,
        facts: try desk.livechatStartFacts(call.details.email, transaction),
        setting: try desk.livechatSetting(transaction))
      try transaction.apply(start.plan())
    }
  }

  func say(_ body: [UInt8]) throws -> WebAnswer {
    let line = try VisitorCall.say(body)
    try requireSomeChat()
    return try inConversation(line.token, since: line.since) { known, transaction in
      guard let known else { throw WebRefusal.token }
      try hear(line, in: known, transaction)
    }
  }

  /// L6: the visitor ends it.
  func end(_ body: [UInt8]) throws -> WebAnswer {
    let token = try VisitorCall.end(body)
    try requireSomeChat()
    return try inConversation(token, since: 0) { known, transaction in
      guard let known else { throw WebRefusal.token }
      if known.channel == .webchat {
        return try transaction.apply(desk.webchatTurn(known, transaction).ending(byVisitor: true))
      }
      try transaction.apply(desk.livechatTurn(known, transaction).ending(byVisitor: true))
    }
  }

  func poll(_ body: [UInt8]) throws -> WebAnswer {
    let call = try VisitorCall.poll(body)
    try requireSomeChat()
    return try desk.reading { store in
      guard let known = try conversation(of: call.token, store) else { throw WebRefusal.token }
      return try view(
        known, since: call.since, store, links: desk.ticketLinks(reading: store))
    }
  }

  // MARK: Parts

  /// L1, R1: of a chat that the desk does not have there is nothing here.
  private func requireChat(_ channel: Channel) throws {
    let settings = try desk.settings
    let isThere = channel == .webchat ? settings.webchat.enabled : settings.livechat.enabled
    guard isThere else { throw WebRefusal.notFound }
  }

  private func requireSomeChat() throws {
    if try !desk.settings.webchat.enabled { try requireChat(.livechat) }
  }

  func checkPace(_ transaction: Transaction) throws {
    let earlier = try transaction.nextNumber(.conversation) - VisitorPace.starts
    let conversation: Conversation? =
      try earlier > 0 ? transaction.find(Conversation.ID(earlier)) : nil
    if VisitorPace.isTooFast(after: conversation, now: try desk.now()) {
      throw WebRefusal.slowDown
    }
  }

  /// A message, once, in a conversation that is open; one to a conversation that ended belongs to a
  /// new session. A page that is told `closed` asks once more for what was said last.
  func hear(
    _ line: VisitorCall.Line, in conversation: Conversation, _ transaction: Transaction
  ) throws {
    let key = line.id.key(of: line.token.hash)
    if try transaction.received([key])[key] != nil { return }
    guard conversation.state == .open else { throw WebRefusal.closed }
    let now = try desk.now()
    if VisitorPace.isTooFast(try transaction.messages(of: conversation.id), now: now) {
      throw WebRefusal.slowDown
    }
    if conversation.channel == .webchat {
      return try hearWebchat(line, in: conversation, transaction)
    }
    let turn = try desk.livechatTurn(conversation, transaction)
    try transaction.apply(turn.hearing(line.text, line.id))
  }

  /// Changes a visitor's conversation in one transaction, and answers with what they see then. The
  /// webchat's bot is asked behind it, while no lock is held (R2).
  func inConversation(
    _ token: VisitorToken, since: Int, _ change: (Conversation?, Transaction) throws -> Void
  ) throws -> WebAnswer {
    let (answer, forBot) = try desk.transaction { transaction in
      try change(conversation(of: token, transaction), transaction)
      guard let changed = try conversation(of: token, transaction) else {
        throw WebRefusal.token
      }
      return (
        try view(changed, since: since, transaction, links: desk.ticketLinks(transaction)),
        WebchatBotTurn.isAsked(changed) ? changed.id : nil
      )
    }
    guard let forBot, try desk.answerByBot(inWebchat: forBot) else { return answer }
    return try desk.reading { store in
      try view(store.get(forBot), since: since, store, links: desk.ticketLinks(reading: store))
    }
  }

  /// Nil where nobody has the token, or it is of a conversation that ended long ago.
  private func conversation(
    of token: VisitorToken, _ store: some StoreReading
  ) throws -> Conversation? {
    guard let number = try store.numbers(.visitor, key: token.hash).last,
      let conversation = try store.find(Conversation.ID(number))
    else { return nil }
    try requireChat(conversation.channel)
    let now = try desk.now()
    let isForgotten = conversation.closedAt.map { now - $0 >= VisitorToken.lifetime } ?? false
    return isForgotten ? nil : conversation
  }

  private func view(
    _ conversation: Conversation, since: Int, _ store: some StoreReading, links: TicketLinks
  ) throws -> WebAnswer {
    let messages = try store.messages(of: conversation.id)
    guard conversation.channel == .webchat else {
      return .view(
        VisitorView(
          conversation, messages, since: since,
          setting: try desk.livechatSetting(store, links: links), names: try names()))
    }
    let setting = try desk.webchatSetting(store, links: links)
    let view = VisitorView(
      conversation, messages, since: since, setting: setting, ask: conversation.visitorAsk,
      names: try names())
    let isHandedOver = conversation.webchat?.isHandedOver ?? false
    return .view(view, WebchatMenu(setting, isHandedOver: isHandedOver))
  }

  private func names() throws -> (String) -> String? {
    let agents = try desk.agents
    return { author in (try? Agent.ID(text: author)).flatMap { agents[$0]?.name } }
  }
}
