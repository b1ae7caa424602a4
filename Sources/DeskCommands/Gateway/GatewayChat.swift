import DeskCore
import DeskFormats
import DeskStore

/// What the chat on a page asks.
extension Gateway {
  func state(_ request: WebRequest) throws -> WebAnswer {
    let channel = try VisitorCall.channel(named: request.query["channel"])
    guard channel == .livechat, try desk.settings.livechat.enabled else { return .state(.off) }
    guard try desk.isLivechatOpen() else { return .state(.closed) }
    let isOnline = try desk.reading { try desk.livechatPresence($0).isSomebodyOnline }
    return .state(isOnline ? .online : .offline)
  }

  /// L9: the first message. The same again changes nothing and is answered the same.
  func start(_ body: [UInt8]) throws -> WebAnswer {
    let call = try VisitorCall.start(body)
    guard call.channel == .livechat else { throw WebRefusal.notFound }
    try requireLivechat()
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
    try requireLivechat()
    return try inConversation(line.token, since: line.since) { known, transaction in
      guard let known else { throw WebRefusal.token }
      try hear(line, in: known, transaction)
    }
  }

  /// L6: the visitor ends it.
  func end(_ body: [UInt8]) throws -> WebAnswer {
    let token = try VisitorCall.end(body)
    try requireLivechat()
    return try inConversation(token, since: 0) { known, transaction in
      guard let known else { throw WebRefusal.token }
      let turn = LivechatTurn(
        known, with: try transaction.get(known.contact),
        setting: try desk.livechatSetting(transaction))
      try transaction.apply(turn.ending())
    }
  }

  func poll(_ body: [UInt8]) throws -> WebAnswer {
    let call = try VisitorCall.poll(body)
    try requireLivechat()
    return try desk.reading { store in
      guard let known = try conversation(of: call.token, store) else { throw WebRefusal.token }
      return try view(
        known, since: call.since, store,
        desk.livechatSetting(store, links: desk.ticketLinks(reading: store)))
    }
  }

  // MARK: Parts

  /// L1: without livechat there is nothing here.
  private func requireLivechat() throws {
    guard try desk.settings.livechat.enabled else { throw WebRefusal.notFound }
  }

  private func checkPace(_ transaction: Transaction) throws {
    let earlier = try transaction.nextNumber(.conversation) - VisitorPace.starts
    let conversation: Conversation? =
      try earlier > 0 ? transaction.find(Conversation.ID(earlier)) : nil
    if VisitorPace.isTooFast(after: conversation, now: try desk.now()) {
      throw WebRefusal.slowDown
    }
  }

  /// A message, once, in a conversation that is open; one of a conversation that ended belongs to a
  /// new session.
  private func hear(
    _ line: VisitorCall.Line, in conversation: Conversation, _ transaction: Transaction
  ) throws {
    let key = line.id.key(of: line.token.hash)
    if try transaction.received([key])[key] != nil { return }
    guard conversation.state == .open else { throw WebRefusal.token }
    let now = try desk.now()
    if VisitorPace.isTooFast(try transaction.messages(of: conversation.id), now: now) {
      throw WebRefusal.slowDown
    }
    let turn = LivechatTurn(
      conversation, with: try transaction.get(conversation.contact),
      setting: try desk.livechatSetting(transaction))
    try transaction.apply(turn.hearing(line.text, line.id))
  }

  /// Changes a visitor's conversation in one transaction, and answers with what they see then.
  private func inConversation(
    _ token: VisitorToken, since: Int, _ change: (Conversation?, Transaction) throws -> Void
  ) throws -> WebAnswer {
    try desk.transaction { transaction in
      try change(conversation(of: token, transaction), transaction)
      guard let changed = try conversation(of: token, transaction) else {
        throw WebRefusal.token
      }
      return try view(changed, since: since, transaction, desk.livechatSetting(transaction))
    }
  }

  /// Nil where nobody has the token, or it is of a conversation that ended long ago.
  private func conversation(
    of token: VisitorToken, _ store: some StoreReading
  ) throws -> Conversation? {
    guard let number = try store.numbers(.visitor, key: token.hash).last,
      let conversation = try store.find(Conversation.ID(number))
    else { return nil }
    let now = try desk.now()
    let isForgotten = conversation.closedAt.map { now - $0 >= VisitorToken.lifetime } ?? false
    return isForgotten ? nil : conversation
  }

  private func view(
    _ conversation: Conversation, since: Int, _ store: some StoreReading,
    _ setting: LivechatSetting
  ) throws -> WebAnswer {
    let agents = try desk.agents
    let view = VisitorView(
      conversation, try store.messages(of: conversation.id), since: since, setting: setting
    ) { author in
      (try? Agent.ID(text: author)).flatMap { agents[$0]?.name }
    }
    return .view(view)
  }
}
