import DeskTestSupport
import Foundation
import Glibc
import JSON
import Testing

/// Files whose names are no numbers of records, in every folder: never taken for records, and named
/// by the doctor without doing harm.
struct OddNameTests {
  static let names = [
    "x.jsonl", "012.jsonl", "00001.jsonl", "-1", "-001.jsonl", "+001.jsonl", "0001.jsonl~",
    "0001.JSONL", "0001.jsonl.jsonl", " 0001.jsonl", ".0001.jsonl", "é001.jsonl", "٠٠٠١.jsonl",
    "0x01.jsonl", "99999999999999999999.jsonl", "0001\n.jsonl", "\u{1B}[31m0001.jsonl",
    "\u{202E}0001.jsonl", "5T10.jsonl", "99T99.jsonl", "2026-13-01.jsonl", "zz.jsonl",
  ]

  static let folders = [
    "contacts", "tickets", "conversations", "conversations/0000", "schedules", "outbox",
    "notifications", "agenda/2026-12", "agenda/done/2026-12", "index/phone", "index/open/ticket",
    "log", "files", "",
  ]

  /// What is asked, before and after.
  static let questions = [
    "contact list --all --jsonl", "ticket list --jsonl", "conversation list --all --jsonl",
    "schedule list --all --jsonl", "outbox list --all --jsonl", "notification list --all --jsonl",
    "log --jsonl", "status --json", "contact show 11987654321 --json", "tick -n --json",
    "contact add --name Nova --phones 11977770000 -n --json",
  ]

  private func answers(_ desk: BinaryDesk) throws -> [String] {
    try Self.questions.map { try desk.run($0.split(separator: " ").map(String.init)).output }
  }

  @Test func `S10 files with odd names are no records, and the doctor names each`() throws {
    let desk = try Ground.scheduled.desk()
    let before = try answers(desk)
    let whole = try String(contentsOfFile: desk.root + "/data/contacts/0000.jsonl", encoding: .utf8)
    var placed = 0
    for folder in Self.folders {
      for name in Self.names {
        let path = "\(desk.root)/data/\(folder)/\(name)"
        #expect(FileManager.default.createFile(atPath: path, contents: Data(whole.utf8)))
        #expect(chmod(path, 0o600) == 0)
        placed += 1
      }
    }
    #expect(try answers(desk) == before)
    let found = try desk.run("doctor", "--jsonl")
    #expect(found.status == 1, "\(found.error)")
    let named = try found.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
    #expect(named.count == placed)
    let paths = Set(named.compactMap { $0["path"]?.string })
    #expect(paths.count == placed)
    for format in ["table", "tsv", "csv", "github"] {
      let shown = try desk.run("doctor", "--format", format).output
      #expect(
        !shown.unicodeScalars.contains { $0.value < 32 && !"\r\n\t".unicodeScalars.contains($0) })
      #expect(!shown.contains("\u{202E}"), "\(format)")
    }
    #expect(try desk.run("doctor", "--repair").status == 1)
    try Exhaustion.count(
      "program: files with odd names", cases: placed, failures: placed - paths.count)
  }
}
