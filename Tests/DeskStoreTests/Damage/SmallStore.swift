import DeskCore
import DeskTestSupport

@testable import DeskStore

/// A store with a little of every kind in it, each record in the log as commands leave it.
enum SmallStore {
  static func make() throws -> TestStore {
    let store = try TestStore()
    try store.write { try fill($0) }
    return store
  }

  private static func fill(_ transaction: Transaction) throws {
    let now = transaction.now
    let file = try transaction.keep(Array("conteúdo".utf8), named: "a.txt")
    var sending = Sample.schedule(1, at: now + 3600)
    sending.files = [file]
    var fired = Sample.schedule(2, at: now - 3600)
    fired.state = .completed
    var cancelled = Sample.schedule(4, at: now + 7200)
    cancelled.state = .cancelled
    var closed = Sample.ticket(3)
    closed.state = .closed
    try transaction.apply((1...4).map { .contact(try Sample.contact($0)) })
    try transaction.apply([
      .ticket(Sample.ticket(1)), .ticket(Sample.ticket(2)), .ticket(closed), .schedule(sending),
      .schedule(fired), .schedule(Sample.schedule(3, at: now + 7200)), .schedule(cancelled),
      .conversation(Sample.conversation(1, messages: 3)), .outbox(Sample.outbox(1)),
      .notification(Sample.notification(1)),
    ])
    var presence = Presence()
    presence.set(try Agent.ID(text: "ana"), on: .livechat, isOnline: true, at: now)
    try transaction.apply([.presence(presence)])
    try transaction.apply((1...3).map { .message(Sample.message($0, in: 1)) })
    try transaction.apply([
      .inbox(InboxBody(at: now, body: "{\"entry\":[]}")), .status(Sample.status("sent", now)),
      .status(Sample.status("read", now + 9)),
    ])
    let made = [(RecordKind.contact, 4), (.ticket, 3), (.schedule, 4), (.conversation, 1)]
    try transaction.apply(
      made.flatMap { kind, count in
        (1...count).map { .event(Sample.event("added", now, record: Reference(kind, $0))) }
      })
  }
}
