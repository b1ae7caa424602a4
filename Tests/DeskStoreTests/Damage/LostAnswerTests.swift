import DeskCore
import DeskTestSupport
import Testing

@testable import DeskStore

/// What a reader can tell by itself: that an answer is not all that was stored.
struct LostAnswerTests {
  private let store: TestStore

  init() throws { store = try SmallStore.make() }

  private func refusal(_ body: (StoreReader) throws -> Void) -> StoreError? {
    do {
      try store.read(body)
      return nil
    } catch {
      return error as? StoreError
    }
  }

  @Test func `an index that leads behind the last record is not an empty answer`() {
    store.drop("contacts/0000.jsonl", lines: 4...4)
    let found = refusal { _ = try $0.contacts(with: Sample.phone(4)) }
    #expect(found == .damaged(path: "contacts/0000.jsonl", .missingRecord(4)))
  }

  @Test func `a conversation with fewer messages than it states is damage`() {
    let path = Layout.messages(of: Conversation.ID(1))
    store.drop(path, lines: 3...3)
    let found = refusal { _ = try $0.messages(of: Conversation.ID(1)) }
    #expect(found == .damaged(path: path, .missingRecord(3)))
  }

  @Test func `an attachment that was altered is not given out`() throws {
    let file = try #require(try store.read { try $0.find(Schedule.ID(1))?.files.first })
    let path = Layout.file(sha256: file.sha256)
    store[path]?[0] ^= 1
    #expect(refusal { _ = try $0.content(of: file) } == .damaged(path: path, .notAsWritten))
  }

  @Test func `format json that was altered is not believed`() throws {
    let text = String(decoding: store["format.json"] ?? [], as: UTF8.self)
    let altered = text.replacing("2026", with: "2027")
    #expect(altered != text)
    store["format.json"] = Array(altered.utf8)
    #expect(throws: StoreError.damaged(path: "format.json", .notAsWritten)) { try store.open() }
  }

  @Test func `a doctor finds the lost end of a block in what is no longer pending`() throws {
    store.drop("schedules/0000.jsonl", lines: 4...4)
    store["log/" + (try #require(try store.read { try $0.logDays() }.first)) + ".jsonl"] = nil
    let found = try store.open().examine(patience: 0, .none).findings.map(\.problem)
    #expect(found.contains(.dangling(from: nil, to: Reference(.schedule, 4), last: 3)))
  }
}
