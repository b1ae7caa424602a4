import DeskCore
import DeskSystem
import DeskTestSupport
import Foundation
import JSON
import Testing

@testable import DeskStore

/// A store with something of every kind in it, and one way of damaging it, by hand.
struct Damage: Sendable, CustomTestStringConvertible {
  let name: String
  /// What the doctor must find, as path, line and problem.
  let findings: [Finding]
  let isMended: Bool
  let inflict: @Sendable (TestStore) throws -> Void

  var testDescription: String { name }

  init(
    _ name: String, _ findings: [Finding], isMended: Bool = true,
    inflict: @escaping @Sendable (TestStore) throws -> Void
  ) {
    self.name = name
    self.findings = findings
    self.isMended = isMended
    self.inflict = inflict
  }

  /// 150 contacts, 3 tickets, 3 schedules of which one has fired, a conversation with 3 messages.
  static func store() throws -> TestStore {
    let store = try TestStore()
    try store.write { transaction in
      let now = transaction.now
      let file = try transaction.keep(Array("conteúdo".utf8), named: "a.txt")
      var sending = Sample.schedule(1, at: now + 3600)
      sending.files = [file]
      var fired = Sample.schedule(2, at: now - 3600)
      fired.state = .completed
      try transaction.apply((1...150).map { .contact(try Sample.contact($0)) })
      try transaction.apply((1...3).map { .ticket(Sample.ticket($0)) })
      try transaction.apply([
        .schedule(sending), .schedule(fired), .schedule(Sample.schedule(3, at: now + 7200)),
        .conversation(Sample.conversation(1, messages: 3)), .outbox(Sample.outbox(1)),
        .notification(Sample.notification(1)),
      ])
      var presence = Presence()
      presence.set(try Agent.ID(text: "ana"), on: .livechat, isOnline: true, at: now)
      try transaction.apply([.presence(presence)])
      try transaction.apply((1...3).map { .message(Sample.message($0, in: 1)) })
      try transaction.apply(
        (1...3).map {
          .event(Sample.event("opened", now, record: Reference(.ticket, $0)))
        })
    }
    return store
  }

  static let hour = Layout.agenda(TestDesk.start + 3600)
  static let doneHour = Layout.agenda(TestDesk.start - 3600, done: true)
  static let log = Layout.log(TestDesk.start)
  static let messages = Layout.messages(of: Conversation.ID(1))
  static let attachment = Layout.file(
    sha256: SHA256.hash(Array("conteúdo".utf8)).hexadecimal)
}

extension TestStore {
  /// Flips a bit of a line, from 1, far from its beginning.
  func flip(_ path: String, line: Int) {
    guard var bytes = self[path] else { return }
    let start = line == 1 ? 0 : bytes.indices.filter { bytes[$0] == newline }[line - 2] + 1
    bytes[start + 20] ^= 1
    self[path] = bytes
  }

  /// Takes lines out of a file.
  func drop(_ path: String, lines: ClosedRange<Int>) {
    let kept = splitLines(self[path] ?? []).enumerated().filter { !lines.contains($0.offset + 1) }
    self[path] = kept.flatMap { $0.element + [newline] }
  }

  func append(_ path: String, _ text: String) { self[path] = (self[path] ?? []) + Array(text.utf8) }
}

extension Damage {
  static let all: [Damage] = ofFolders + ofLines + ofReferences + ofDerived

  private static let ofFolders: [Damage] = [
    Damage("a folder is gone", [Finding("quarantine", .missing)]) {
      try FileManager.default.removeItem(atPath: $0.path + "/quarantine")
    },
    Damage("who is online is altered", [Finding("presence.json", line: 1, .badLine)]) {
      $0.flip("presence.json", line: 4)
    },
    Damage("the lock is gone", [Finding("lock", .missing)]) { $0["lock"] = nil },
    Damage("the journal is gone", [Finding("journal", .missing)]) { $0["journal"] = nil },
    Damage("a link stands for a folder", [Finding("log", .foreign(found: "link"))], isMended: false)
    {
      try FileManager.default.moveItem(atPath: $0.path + "/log", toPath: $0.path + "/quarantine/x")
      try FileManager.default.createSymbolicLink(
        atPath: $0.path + "/log", withDestinationPath: "quarantine/x")
    },
    Damage(
      "a pipe stands for a file", [Finding("reserve", .foreign(found: "pipe"))], isMended: false
    ) {
      $0["reserve"] = nil
      #expect(mkfifo($0.path + "/reserve", 0o600) == 0)
    },
    Damage("a file has two names", [Finding(log, .foreign(found: "hard link"))], isMended: false) {
      try FileManager.default.linkItem(atPath: "\($0.path)/\(log)", toPath: "\($0.path)/log-too")
    },
    Damage("a file that nobody knows", [Finding("tickets/notes.txt", .unknown)], isMended: false) {
      $0["tickets/notes.txt"] = Array("olá".utf8)
    },
    Damage("a temporary is left", [Finding("tickets/.deskctl-new-0000.jsonl", .leftover)]) {
      $0["tickets/.deskctl-new-0000.jsonl"] = Array("meio".utf8)
    },
    Damage("a file that others may read", [Finding(log, .mode(found: 0o644, expected: 0o600))]) {
      #expect(chmod("\($0.path)/\(log)", 0o644) == 0)
    },
    Damage("a folder that others may enter", [Finding("log", .mode(found: 0o755, expected: 0o700))])
    {
      #expect(chmod("\($0.path)/log", 0o755) == 0)
    },
    Damage("the reserve is short", [Finding("reserve", .noReserve)]) { $0["reserve"] = [0] },
  ]

  private static let ofLines: [Damage] = [
    Damage(
      "a flipped bit in a record", [Finding("contacts/0000.jsonl", line: 7, .badLine)]
    ) { $0.flip("contacts/0000.jsonl", line: 7) },
    Damage(
      "a record that was never finished",
      [Finding("tickets/0000.jsonl", line: 4, .tornTail(bytes: 9))]
    ) { $0.append("tickets/0000.jsonl", "{\"number\"") },
    Damage(
      "a record that lost its end", [Finding("tickets/0000.jsonl", line: 3, .unended)]
    ) { $0["tickets/0000.jsonl"]?.removeLast() },
    Damage(
      "an empty block",
      [
        Finding("outbox/0000.jsonl", .empty),
        Finding("index/open/outbox/" + shardName, .indexSurplus(record: 1)),
      ]
    ) { $0["outbox/0000.jsonl"] = [] },
    Damage(
      "a missing block", [Finding("contacts/0000.jsonl", .missingRecords(1, through: 99))]
    ) { $0["contacts/0000.jsonl"] = nil },
    Damage(
      "a block that lost lines", [Finding("contacts/0000.jsonl", .missingRecords(98, through: 99))]
    ) { $0.drop("contacts/0000.jsonl", lines: 98...99) },
    Damage(
      "a line that is no record",
      [Finding("tickets/0000.jsonl", line: 2, .undecodable(Mismatch(.missing(key: "title"))))],
      isMended: false
    ) { store in
      let line = StoredLine.encode(["number": 2, "rev": 1])
      var lines = splitLines(store["tickets/0000.jsonl"] ?? []).map { Array($0) }
      lines[1] = line
      store["tickets/0000.jsonl"] = lines.flatMap { $0 + [newline] }
    },
    Damage(
      "two records that changed places",
      [
        Finding("tickets/0000.jsonl", line: 2, .misplaced(expected: 2, found: 3)),
        Finding("tickets/0000.jsonl", line: 3, .misplaced(expected: 3, found: 2)),
      ]
    ) { store in
      var lines = splitLines(store["tickets/0000.jsonl"] ?? []).map { Array($0) }
      lines.swapAt(1, 2)
      store["tickets/0000.jsonl"] = lines.flatMap { $0 + [newline] }
    },
    Damage("a flipped bit in the log", [Finding(log, line: 2, .badLine)]) { $0.flip(log, line: 2) },
    Damage("a flipped bit in a message", [Finding(messages, line: 2, .badLine)]) {
      $0.flip(messages, line: 2)
    },
    Damage(
      "a message is gone",
      [
        Finding(messages, line: 2, .misplaced(expected: 2, found: 3)),
        Finding(
          "conversations/0000.jsonl", line: 1, .messageCount(conversation: 1, stated: 3, found: 2)),
      ]
    ) { $0.drop(messages, lines: 2...2) },
    Damage(
      "the last message is gone",
      [
        Finding(
          "conversations/0000.jsonl", line: 1, .messageCount(conversation: 1, stated: 3, found: 2))
      ]
    ) { $0.drop(messages, lines: 3...3) },
  ]

  private static let ofReferences: [Damage] = [
    Damage(
      "a block lost its end",
      [
        Finding(log, line: 3, .dangling(from: nil, to: Reference(.ticket, 3), last: 2)),
        Finding("index/open/ticket/" + shardName, .indexSurplus(record: 3)),
      ]
    ) { $0.drop("tickets/0000.jsonl", lines: 3...3) },
    Damage(
      "an attachment is gone",
      [Finding(attachment, .missingAttachment(of: Reference(.schedule, 1)))], isMended: false
    ) { $0[attachment] = nil },
    Damage("an attachment has other content", [Finding(attachment, .otherContent)], isMended: false)
    {
      $0[attachment] = Array("outro".utf8)
    },
  ]

  private static let ofDerived: [Damage] = [
    Damage("a shard is gone", [Finding(phoneShard, .indexMissing(record: 5))]) {
      // One that leads to this contact alone.
      $0[phoneShard] = nil
    },
    Damage("a flipped bit in a shard", [Finding(phoneShard, line: 1, .badLine)]) {
      $0.flip(phoneShard, line: 1)
    },
    Damage("an index leads to too much", [Finding(phoneShard, .indexSurplus(record: 9))]) {
      let key = try Sample.phone(5).matchKey
      let line = StoredLine.encode(IndexLine(key: key, id: 9, gone: false).json)
      $0[phoneShard] = ($0[phoneShard] ?? []) + line + [newline]
    },
    Damage("an hour is gone", [Finding(hour, .agendaMissing(Reference(.schedule, 1)))]) {
      $0[hour] = nil
    },
    Damage("a pending hour among the done", [Finding(hour, .agendaWrong(Reference(.schedule, 1)))])
    {
      $0[Layout.done(agenda: hour)] = $0[hour]
      try FileManager.default.removeItem(atPath: "\($0.path)/\(hour)")
    },
    Damage(
      "a done hour among the pending",
      [
        Finding("agenda/" + doneHour.dropFirst(12), .unsettled)
      ]
    ) {
      $0["agenda/" + doneHour.dropFirst(12)] = $0[doneHour]
      try FileManager.default.removeItem(atPath: "\($0.path)/\(doneHour)")
    },
    Damage(
      "the agenda knows a schedule too many",
      [Finding(hour, .agendaSurplus(Reference(.schedule, 9)))]
    ) {
      var entry = AgendaEntry()
      entry.schedule = 9
      entry.at = TestDesk.start + 3600
      entry.contact = Contact.ID(1)
      $0[hour] = ($0[hour] ?? []) + StoredLine.encode(entry.json) + [newline]
    },
    Damage(
      "the agenda says that it was done", [Finding(hour, .agendaWrong(Reference(.schedule, 1)))]
    ) {
      guard var entry = Sample.schedule(1, at: TestDesk.start + 3600).agendaEntry else { return }
      entry.state = .done
      $0[hour] = ($0[hour] ?? []) + StoredLine.encode(entry.json) + [newline]
    },
  ]

  /// The shard in which all that is open for contact 1 stands.
  private static let shardName =
    Folder.name(of: Index.open(.outbox).shard(of: "1"))
  private static let phoneShard =
    (try? Index.phone.shard(of: Sample.phone(5).matchKey)) ?? ""
}
