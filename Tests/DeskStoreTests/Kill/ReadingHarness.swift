import DeskCore
import DeskSystem
import DeskTestSupport
import Glibc
import Testing

@testable import DeskStore

/// Everything that can be asked of a store, as texts: two answers are compared by them.
struct Answers {
  /// What is asked, and what it answers or throws.
  struct Question: Sendable {
    let name: String
    let ask: @Sendable (StoreReader) throws -> String
  }

  static let questions: [Question] =
    [
      all(Contact.self), all(Ticket.self), all(Conversation.self), all(Schedule.self),
      all(OutboxEntry.self), all(Notification.self),
    ] + [
      Question(name: "messages") { "\(try $0.messages(of: Conversation.ID(1)).map(\.json))" },
      Question(name: "log") { reader in
        "\(try reader.logDays().map { try reader.log(day: $0).map(\.json) })"
      },
      Question(name: "pending") { "\(try $0.pendingSchedules().map(\.json))" },
      Question(name: "due") { reader in
        "\(try reader.due(at: TestDesk.start + 86_400, limit: 100).map(\.json))"
      },
      Question(name: "agenda") { reader in
        let now = TestDesk.start
        return "\(try reader.agenda(from: now - 7200, to: now + 7200).map(\.json))"
      },
      Question(name: "phone") { reader in
        "\(try reader.contacts(with: Sample.phone(3)).map(\.json))"
      },
      Question(name: "received") { reader in
        "\(try reader.received(["wamid.2"]).map { "\($0) \($1.number)" })"
      },
      Question(name: "statuses") { "\(try $0.statuses(of: "wamid.own").map(\.json))" },
      Question(name: "open tickets") { reader in
        "\(try reader.records(reader.numbers(.open(.ticket)).map { Ticket.ID($0) }).map(\.json))"
      },
      Question(name: "attachment") { reader in
        let schedule = try reader.find(Schedule.ID(1))
        return "\(try schedule?.files.map { try reader.content(of: $0) } ?? [])"
      },
    ]

  private static func all<Kept: StoredRecord>(_ type: Kept.Type) -> Question {
    Question(name: "all of \(Kept.kind.rawValue)") { reader in
      var found: [String] = []
      try reader.forEach(type) { found.append("\($0.json)") }
      return found.joined()
    }
  }
}

/// Makes each call of a reader fail in turn: it says so, or answers as if nothing had failed.
struct ReadingHarness {
  private let fault: SeededFault?
  private let store: TestStore

  init(fault: SeededFault? = nil) throws {
    self.fault = fault
    store = try SmallStore.make()
  }

  func violations() throws -> (cases: Int, found: [String]) {
    var cases = 0
    var found: [String] = []
    for question in Answers.questions {
      let counting = FaultyKernel()
      let whole = try answer(question, counting.kernel)
      for place in Exhaustion.some(Array(1...counting.calls.count), atMost: 8) {
        for code in [EIO, EMFILE, EACCES] {
          cases += 1
          let kernel = FaultyKernel(.error(code, at: place)).kernel
          guard let answer = try? answer(question, kernel), answer != whole else { continue }
          found.append("\(question.name), \(counting.calls[place - 1]) fails: \(answer)")
        }
      }
    }
    return (cases, found)
  }

  private func answer(_ question: Answers.Question, _ kernel: Kernel) throws -> String {
    let kernel = fault?.over(kernel, store.path) ?? kernel
    return try store.open(kernel).read(patience: 0, question.ask)
  }
}

struct ReadingFaultTests {
  @Test func `a reader whose calls fail says so, or answers the whole`() throws {
    let (cases, found) = try ReadingHarness().violations()
    try Exhaustion.count("store: one error of a reader", cases: cases, failures: found.count)
    #expect(found.prefix(3) == [])
  }
}
