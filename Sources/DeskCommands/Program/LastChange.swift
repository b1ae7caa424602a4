import CommandLineKit
import DeskCore
import DeskStore

/// Who changed a record last, and when: for whoever came second.
struct LastChange {
  let actor: String
  let at: Instant

  /// What today's log says of a record; of a conversation, whoever wrote in it last. Nil where
  /// neither tells.
  init?(of record: String, _ desk: Desk) {
    let found = try? desk.reading { store -> LastChange? in
      let event = try store.log(dayOf: desk.now()).last { $0.record?.text == record }
      let message = try Self.lastMessage(of: record, store)
      if let message, message.direction == .inbound, message.at >= event?.at ?? message.at {
        return LastChange(actor: message.author, at: message.at)
      }
      return event.map { LastChange(actor: $0.actor, at: $0.at) }
    }
    guard let found else { return nil }
    self = found
  }

  private init(actor: String, at: Instant) {
    self.actor = actor
    self.at = at
  }

  private static func lastMessage(of record: String, _ store: StoreReader) throws -> Message? {
    let reference = try Reference(text: record)
    guard reference.kind == .conversation else { return nil }
    return try store.messages(of: Conversation.ID(reference.number), last: 1).last
  }
}
