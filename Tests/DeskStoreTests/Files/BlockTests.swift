import DeskCore
import JSON
import Testing

@testable import DeskStore

struct BlockTests {
  private static func line(_ id: Int, _ text: String = "a") -> [UInt8] {
    StoredLine.encode(["id": JSONValue(id), "text": JSONValue(text)])
  }

  private func block(_ number: Int, ids: [Int]) throws -> Block {
    try Block(
      path: "tickets/x.jsonl", number: number,
      base: ids.isEmpty ? nil : ids.flatMap { Self.line($0) + [newline] })
  }

  @Test func `the first block begins at 1 and each other at a hundred times its number`() throws {
    #expect(try block(0, ids: []).firstID == 1)
    #expect(try block(12, ids: []).firstID == 1200)
  }

  @Test func `a record is found by its number`() throws {
    let block = try block(1, ids: [100, 101, 102])
    #expect(try block.line(101).map { Array($0) } == Self.line(101))
    #expect(try block.line(103) == nil)
    #expect(block.lastID == 102)
  }

  @Test func `what changes is replaced and all else keeps its bytes`() throws {
    var block = try block(0, ids: [1, 2, 3])
    block.put(2, Self.line(2, "outro"))
    block.put(4, Self.line(4))
    #expect(!block.onlyAppends)
    let lines = splitLines(block.after).map { Array($0) }
    #expect(lines == [Self.line(1), Self.line(2, "outro"), Self.line(3), Self.line(4)])
    #expect(block.editedLines == Self.line(2, "outro") + [newline] + Self.line(4) + [newline])
  }

  @Test func `what only adds is an append`() throws {
    var block = try block(0, ids: [1])
    block.put(2, Self.line(2))
    #expect(block.onlyAppends)
    #expect(block.lastID == 2)
  }

  @Test func `an empty file, another record and too many lines are damage`() throws {
    #expect(throws: StoreError.damaged(path: "tickets/x.jsonl", .empty)) {
      try Block(path: "tickets/x.jsonl", number: 0, base: [])
    }
    #expect(throws: StoreError.damaged(path: "tickets/x.jsonl", line: 2, .notRecord(2))) {
      try block(0, ids: [1, 3]).line(2)
    }
    #expect(throws: StoreError.damaged(path: "tickets/x.jsonl", line: 100, .tooManyLines)) {
      try block(0, ids: Array(1...100))
    }
    #expect(throws: StoreError.damaged(path: "tickets/x.jsonl", line: 1, .noLastLineEnd)) {
      try Block(path: "tickets/x.jsonl", number: 0, base: Self.line(1))
    }
  }

  @Test(arguments: [
    ("{\"id\":42,\"a\":1}", 42), ("{\"number\":7}", 7), ("{\"id\":0}", nil),
    ("{\"id\":\"4\"}", nil),
    ("{\"id\":4", nil), ("", nil), ("[1]", nil), ("{\"id\":99999999999999999999}", nil),
  ])
  func `the leading number of a line`(text: String, id: Int?) {
    #expect(leadingID(Array(text.utf8)[...]) == id)
  }
}
