import Testing

@testable import DeskStore

struct JournalTests {
  @Test func `a commit that never ended is told from a journal that was altered`() {
    let change = FileChange.append(
      path: "log/a.jsonl", offset: 3, bytes: [UInt8](repeating: 0x61, count: 2000))
    let whole = Journal.encode([change])
    var holed = whole
    for place in 512..<1024 { holed[place] = 0 }
    var flipped = whole
    flipped[900] ^= 1
    var shortened = whole
    shortened[18] = UInt8(ascii: "1")
    let takenBack = Journal.takenBack + whole.dropFirst(Journal.takenBack.count)
    for unfinished in [whole.dropLast(), whole.prefix(20), holed[...], takenBack[...]] {
      #expect(Journal.decode(Array(unfinished)) == nil)
      #expect(Journal.isUnfinished(Array(unfinished)))
    }
    #expect(Journal.decode(flipped) == nil)
    #expect(!Journal.isUnfinished(flipped))
    #expect(shortened != whole && Journal.decode(shortened) == [change])
  }

  private static let changes: [FileChange] = [
    .append(path: "log/2026-12-05.jsonl", offset: 120, bytes: Array("um\ndois\n".utf8)),
    .edit(
      path: "tickets/0012.jsonl", before: Fingerprint(of: [1]), after: Fingerprint(of: [2]),
      lines: Array("{\"number\":1200}\n".utf8)),
    .write(path: "format.json", before: nil, bytes: [0, 10, 255]),
    .write(path: "index/phone/00.jsonl", before: Fingerprint(of: [3]), bytes: []),
    .remove(path: "agenda/2026-12/05T10.jsonl", before: Fingerprint(of: [4])),
  ]

  @Test func `what was written is read`() {
    #expect(Journal.decode(Journal.encode(Self.changes)) == Self.changes)
    #expect(Journal.decode(Journal.encode([])) == [])
  }

  @Test func `no beginning of it is a transaction`() {
    let bytes = Journal.encode(Self.changes)
    for count in 0..<bytes.count { #expect(Journal.decode(Array(bytes[..<count])) == nil) }
  }

  @Test func `what stands behind it means nothing`() {
    #expect(Journal.decode(Journal.encode(Self.changes) + Array("old".utf8)) == Self.changes)
  }

  @Test func `with any byte changed it is none, or the same`() {
    let bytes = Journal.encode(Self.changes)
    for place in bytes.indices {
      for other in [bytes[place] ^ 1, bytes[place] ^ 0x20, 0, 10, 0x2B, 0x30, 0xFF] {
        var changed = bytes
        changed[place] = other
        let read = Journal.decode(changed)
        #expect(read == nil || read == Self.changes, "byte \(place) as \(other)")
      }
    }
  }

  @Test func `zeros where a page did not reach the disk are no transaction`() {
    let bytes = Journal.encode(Self.changes)
    for start in stride(from: 0, to: bytes.count, by: 16) {
      var torn = bytes
      for place in start..<min(start + 16, bytes.count) { torn[place] = 0 }
      #expect(torn == bytes || Journal.decode(torn) == nil)
    }
  }

  @Test func `a newer journal says so`() {
    #expect(Journal.format(of: Array("deskctl-journal 2 10 00\n".utf8)) == 2)
    #expect(Journal.format(of: Array("something else\n".utf8)) == nil)
  }
}
