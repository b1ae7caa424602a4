import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var conversationResolve: CommandSpec {
    CommandSpec(
      name: "resolve",
      summary: Text(
        en: "Put conversations out of sight until the contact writes again.",
        pt: "Tira conversas de vista até o contato escrever de novo."),
      arguments: [.records(.conversation)], options: [.ifRevision],
      action: .write(.work, { try $0.turn($2, to: .resolved, $1) }))
  }

  static var conversationPending: CommandSpec {
    CommandSpec(
      name: "pending",
      summary: Text(
        en: "Put conversations back among what waits.",
        pt: "Devolve conversas ao que está pendente."),
      arguments: [.records(.conversation)], options: [.ifRevision],
      action: .write(.work, { try $0.turn($2, to: .pending, $1) }))
  }
}

extension Desk {
  /// C4: all of them, or none where one is refused.
  fileprivate func turn(
    _ words: ParsedWords, to attention: Attention, _ transaction: Transaction
  ) throws -> Output {
    let changes = try self.words(words.arguments).map { word in
      let conversation = try conversationToWork(word, in: transaction)
      let change = AttentionChange(conversation, to: attention, actor: actor.name, now: try now())
      let effects = try change.plan(open: openSibling(of: conversation, transaction))
      if effects.isEmpty {
        return Output.Change.unchanged(try visible(conversation, transaction), self)
      }
      try transaction.apply(effects)
      return try changed(conversation.id, attention.rawValue, transaction)
    }
    return Output(.changed(schema: "conversation", changes))
  }

  /// Where a conversation is closed: the contact's open one, for whoever is refused.
  func openSibling(
    of conversation: Conversation, _ store: some StoreReading
  ) throws -> Conversation.ID? {
    guard conversation.state == .closed else { return nil }
    return try openConversation(of: store.get(conversation.contact), store)
  }
}
