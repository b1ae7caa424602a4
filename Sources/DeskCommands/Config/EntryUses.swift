import DeskCore
import DeskStore

/// What refers to an entry: other entries, and the records that are live. What is over may name
/// what is gone.
struct EntryUses<Entry: ConfiguredRecord>: Sendable {
  var agents: (@Sendable (Agent) -> [Entry.ID])?
  /// Other entries that name one, as `queue/vendas`.
  var entries: (@Sendable (Entry.ID, Desk) throws -> [String])?
  /// The keys of `desk.json` that may name one, with what each names.
  var settings: (@Sendable (DeskFile) -> [(key: String, id: Entry.ID?)])?
  var tickets: (@Sendable (Ticket) -> Entry.ID?)?
  var conversations: (@Sendable (Conversation) -> Entry.ID?)?
  var schedules: (@Sendable (Schedule) -> Entry.ID?)?
  var outbox: (@Sendable (OutboxEntry) -> Entry.ID?)?
  var contacts: (@Sendable (Contact) -> [Entry.ID])?

  /// At most so many are named; who removes a group of thousands needs no more.
  private static var limit: Int { 10 }

  /// The first of those that refer to an entry, as `agent/ana` and `ticket/3`. Config is locked
  /// already; the store, where there is one, is read under its lock.
  func users(of id: Entry.ID, _ desk: Desk) throws -> [String] {
    var users =
      try agents.map { used in
        try desk.agents.entries.filter { used($0.value).contains(id) }.map { "agent/\($0.id)" }
      } ?? []
    users += try entries?(id, desk) ?? []
    if let settings {
      users += try settings(desk.settings).filter { $0.id == id }.map { "config/\($0.key)" }
    }
    do {
      users += try desk.reading { try stored(id, $0) }
    } catch StoreError.noStore {
      // A configuration is made and checked without a store, too.
    }
    let more = users.count - Self.limit
    return more > 0 ? users.prefix(Self.limit) + ["… (+\(more))"] : users
  }

  private func stored(_ id: Entry.ID, _ store: StoreReader) throws -> [String] {
    var users: [String] = []
    if let tickets {
      let open: [Ticket] = try store.records(store.numbers(.open(.ticket)).map { RecordID($0) })
      users += open.filter { tickets($0) == id }.map(\.reference.text)
    }
    if let conversations {
      let open: [Conversation] = try store.records(
        store.numbers(.open(.conversation)).map { RecordID($0) })
      users += open.filter { conversations($0) == id }.map(\.reference.text)
    }
    if let schedules {
      let pending: [Schedule] = try store.records(
        store.pendingSchedules().map { RecordID($0.schedule) })
      users += pending.filter { schedules($0) == id }.map(\.reference.text)
    }
    if let outbox {
      let open: [OutboxEntry] = try store.records(
        store.numbers(.open(.outbox)).map { RecordID($0) })
      users += open.filter { outbox($0) == id }.map(\.reference.text)
    }
    if let contacts {
      try store.forEach(Contact.self) { contact in
        if contacts(contact).contains(id) { users.append(contact.reference.text) }
      }
    }
    return users
  }
}
