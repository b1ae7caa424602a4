import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var notificationDismiss: CommandSpec {
    CommandSpec(
      name: "dismiss", summary: Text(en: "Put notifications away.", pt: "Dispensa avisos."),
      arguments: [.records(.notification)], options: [.ifRevision],
      action: .write(.work, dismiss))
  }

  static var notificationOpen: CommandSpec {
    CommandSpec(
      name: "open",
      summary: Text(
        en: "What a notification leads to: the conversation, else the contact.",
        pt: "Aonde um aviso leva: à conversa, senão ao contato."),
      arguments: [.record(.notification)], action: .read(nil, open))
  }

  private static func dismiss(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    let changes = try desk.words(words.arguments).map { word in
      var notification = try desk.notification(word, in: transaction)
      if notification.dismissed { return Output.Change.unchanged(notification, desk) }
      notification.dismissed = true
      try transaction.apply([
        .notification(notification),
        try desk.event(notification.reference, "dismissed", rule: "S13"),
      ])
      return try desk.change(transaction.get(notification.id), "dismissed")
    }
    return Output(.changed(schema: "notification", changes))
  }

  /// S13: opening one leads to the contact's conversation, else to the contact.
  private static func open(
    _ desk: Desk, _ store: StoreReader, _ words: ParsedWords
  ) throws -> Output {
    let notification = try desk.notification(words.arguments[0], in: store)
    let conversation =
      try notification.conversation.flatMap { try store.find($0) }
      ?? notification.contact.flatMap { try store.openConversations(of: $0).first }
    if let conversation, try desk.sees(conversation) {
      let lines = try desk.thread(store.messages(of: conversation.id), store).map(\.line)
      return Output(
        .one(
          schema: "conversation", try desk.visible(conversation, store).fullJSON,
          text: try "\(notification.text)\n\n" + desk.sheet(conversation) + "\n" + lines.joined()))
    }
    guard let contact = try notification.contact.flatMap({ try store.find($0) }) else {
      throw Failure.noSuchRecord("contact", notification.contact.map { String($0.number) } ?? "-")
    }
    return Output(
      .one(
        schema: "contact", contact.fullJSON,
        text: try "\(notification.text)\n\n" + desk.sheet(contact)))
  }
}

extension Desk {
  /// A notification of this actor's; another's is as if it were not there.
  func notification(_ word: String, in store: some StoreReading) throws -> DeskCore.Notification {
    let notification = try record(DeskCore.Notification.self, word, in: store)
    guard actor.isTold(notification) else { throw Failure.noSuchRecord("notification", word) }
    return notification
  }
}
