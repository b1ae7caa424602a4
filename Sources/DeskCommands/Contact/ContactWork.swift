import CommandLineKit
import DeskCore
import DeskStore
import JSON

/// The newest conversations and tickets of a contact that whoever asks sees (C1), from the index of
/// what contacts have.
struct ContactWork {
  private let desk: Desk
  private let conversations: [ConversationRow]
  private let tickets: [Ticket]
  /// There are more of either.
  private let hasMore: Bool

  init(of contact: Contact, newest limit: Int, _ desk: Desk, _ store: StoreReader) throws {
    self.desk = desk
    let talks = try Self.newest(limit, .conversation, of: contact, store) {
      try store.find(Conversation.ID($0)).flatMap { try desk.sees($0) ? $0 : nil }
    }
    let work = try Self.newest(limit, .ticket, of: contact, store) {
      try store.find(Ticket.ID($0)).flatMap { desk.actor.sees($0) ? $0 : nil }
    }
    conversations = try talks.prefix(limit).map { try ConversationRow($0, desk, store) }
    tickets = Array(work.prefix(limit))
    hasMore = talks.count > limit || work.count > limit
  }

  /// As many as are wanted, and one more where there is one.
  private static func newest<Kept>(
    _ limit: Int, _ kind: RecordKind, of contact: Contact, _ store: StoreReader,
    _ find: (Int) throws -> Kept?
  ) throws -> [Kept] {
    var found: [Kept] = []
    for number in try store.numbers(kind, of: contact.id) where found.count <= limit {
      if let record = try find(number) { found.append(record) }
    }
    return found
  }

  func add(to record: inout JSONObject) {
    record["conversations"] = .array(conversations.map(\.json))
    record["tickets"] = .array(tickets.map(\.fullJSON))
    record["hasMore"] = JSONValue(hasMore)
  }

  /// A line each, the newest first.
  var text: String {
    get throws {
      let times = try desk.times()
      let talks = try conversations.map { try $0.summary(times) }
      let work = tickets.map { ticket in
        "ticket/\(ticket.id.number)  \(times.compact(ticket.openedAt))  "
          + "\(ticket.state.word(desk.language))  \(Shown(ticket.title).line)"
      }
      let more = Text(
        en: "there is more: --limit N shows more of each",
        pt: "há mais: --limit N mostra mais de cada")
      let lines = [talks, work, hasMore ? [more(desk.language)] : []].filter { !$0.isEmpty }
      return lines.map { "\n" + $0.map { $0 + "\n" }.joined() }.joined()
    }
  }
}
