import DeskCore
import DeskTestSupport
import Foundation
import Testing

/// `conversation export` and `conversation import`, there and back.
struct ExportTests {
  /// An empty desk with the same Config.
  private func empty(like desk: TestDesk) throws -> TestDesk {
    let other = try TestDesk(now: desk.now)
    other.environment["DESKCTL_CONFIG"] = desk.root + "/config"
    let made = other.run("init")
    #expect(made.status == 0, "\(made.error)")
    return other
  }

  @Test(arguments: Exhaustion.some(Array(1...10), atMost: 3))
  func `exported, imported into an empty desk and exported it is the same bytes`(
    _ seed: UInt64
  ) throws {
    let desk = try RandomDesk(seed: seed).desk
    let first = desk.run("conversation", "export", "--to", "jsonl")
    #expect(first.status == 0, "\(first.error)")
    try desk.write("todas.jsonl", first.output)
    let other = try empty(like: desk)
    let taken = other.run("conversation", "import", desk.root + "/todas.jsonl")
    #expect(taken.status == 0, "\(taken.error)")
    let second = other.run("conversation", "export", "--to", "jsonl")
    let isSame = second.output == first.output
    #expect(isSame, "seed \(seed)")
    #expect(other.run("doctor").status == 0, "\(other.run("doctor").output)")
    // Again it takes in nothing, and nothing that had not left goes out.
    let again = other.run("conversation", "import", desk.root + "/todas.jsonl", "--jsonl")
    #expect(again.output == #"{"contacts":0,"conversations":0,"messages":0}"# + "\n")
    #expect(!other.run("outbox", "list", "--jsonl").output.contains(#""state":"queued""#))
    try Exhaustion.count(
      "export: there and back", cases: 1, failures: isSame ? 0 : 1)
  }

  @Test func `an import that was stopped goes on where it was`() throws {
    let desk = try RandomDesk(seed: 4).desk
    let whole = desk.run("conversation", "export", "--to", "jsonl").output
    let lines = whole.split(separator: "\n")
    #expect(lines.count > 20)
    let other = try empty(like: desk)
    for count in Exhaustion.some(Array(1...lines.count), atMost: 8) {
      let part = lines.prefix(count).joined(separator: "\n") + "\n"
      #expect(other.run(["conversation", "import", "-"], input: part).status == 0, "\(count)")
    }
    #expect(other.run("conversation", "export", "--to", "jsonl").output == whole)
  }

  @Test(arguments: [
    (#""id":1,"conversation":1"#, #""id":0,"conversation":1"#),
    (#""id":1,"conversation":1"#, #""id":-9223372036854775808,"conversation":1"#),
    (#""contact":1,"#, #""contact":9223372036854775807,"#),
    (#"{"conversation":{"id":1,"#, #"{"conversation":{"id":9223372036854775807,"#),
  ])
  func `numbers that no desk gives are refused`(_ number: String, _ other: String) throws {
    let desk = try TestDesk.sample()
    desk.run(["whatsapp", "receive", "-"], input: Self.body)
    let whole = desk.run("conversation", "export", "--to", "jsonl").output
    try #require(whole.contains(number), "\(whole)")
    let input = whole.replacingOccurrences(of: number, with: other)
    let taken = try empty(like: desk).run(["conversation", "import", "-"], input: input)
    #expect([4, 5].contains(taken.status), "\(taken.error)")
  }

  @Test func `public leaves comments, history and what the desk noted out`() throws {
    let desk = try TestDesk.sample()
    desk.run(["whatsapp", "receive", "-"], input: Self.body)
    desk.run("conversation", "forward", "1", "vendas", "--comment", "cliente difícil")
    for form in ["jsonl", "text", "html"] {
      let inside = desk.run("conversation", "export", "--to", form).output
      let outside = desk.run("conversation", "export", "--to", form, "--public").output
      #expect(inside.contains("cliente difícil"), "\(form)")
      #expect(!outside.contains("cliente difícil"), "\(form)")
      #expect(!outside.contains("istory"), "\(form)")
      #expect(outside.contains("Cadê a nota?"), "\(form)")
    }
  }

  @Test func `what Config lacks is all named before anything is taken in`() throws {
    let desk = try RandomDesk(seed: 4).desk
    let whole = desk.run("conversation", "export", "--to", "jsonl").output
    let other = try TestDesk(now: desk.now)
    #expect(other.run("init").status == 0)
    let refused = other.run(["conversation", "import", "-"], input: whole)
    #expect(refused.status == 3, "\(refused.error)")
    for noun in ["team", "agent"] {
      for id in try names(noun, in: whole) {
        #expect(refused.error.contains("\(noun)/\(id)"), "\(noun)/\(id)")
        #expect(refused.error.contains("deskctl \(noun) add \(id)"), "\(noun)/\(id)")
      }
    }
    #expect(other.run("contact", "list").output == "")
    // What it says to do does it.
    _ = try Binary.run(["cp", "-R", desk.root + "/config/.", other.root + "/config/"])
    #expect(other.run(["conversation", "import", "-"], input: whole).status == 0)
  }

  /// As the lines themselves have them.
  private func names(_ noun: String, in lines: String) throws -> Set<String> {
    let key = noun == "team" ? #""team":""# : #""assignee":""#
    let records = lines.split(separator: "\n").filter { $0.hasPrefix(#"{"conversation""#) }
    let found = records.compactMap { record in
      record.range(of: key).map { record[$0.upperBound...].prefix { $0 != "\"" } }
    }
    return Set(found.map(String.init))
  }

  @Test func `a transcript goes by the clock, and says what kind a message is`() throws {
    let desk = try TestDesk.sample()
    desk.run(["whatsapp", "receive", "-"], input: Self.body)
    let sticker = Self.body("wamid.0", 1_796_389_990, #""type":"sticker""#)
    let reaction = Self.body(
      "wamid.2", 1_796_390_010,
      #""type":"reaction","reaction":{"message_id":"wamid.1","emoji":"👍"}"#)
    desk.run(["whatsapp", "receive", "-"], input: sticker + "\n" + reaction)
    for form in ["text", "html"] {
      let output = desk.run("conversation", "export", "--to", form).output
      let places = ["[sticker]", "Cadê a nota?", "[reaction to 1]"].map {
        output.range(of: $0)?.lowerBound
      }
      #expect(!places.contains(nil), "\(output)")
      #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted(), "\(output)")
    }
  }

  @Test func `what goes out is in the desk's language, unless another is asked for`() throws {
    let desk = try TestDesk.sample()
    desk.run(["whatsapp", "receive", "-"], input: Self.body)
    func page(_ words: String...) -> String {
      desk.run(["conversation", "export", "--to", "html"] + words).output
    }
    #expect(page("--public").contains(#"<html lang="pt-BR">"#))
    #expect(page("--public", "--lang", "en").contains(#"<html lang="en">"#))
    #expect(page().contains(#"<html lang="en">"#))
  }

  @Test func `C1 what one does not see is in no export`() throws {
    let desk = try TestDesk.sample()
    desk.run(["whatsapp", "receive", "-"], input: Self.body)
    desk.run("conversation", "forward", "1", "vendas")
    for form in ["jsonl", "text", "html"] {
      let seen = desk.run("conversation", "export", "--to", form, "--as", "bia").output
      let hidden = desk.run("conversation", "export", "--to", form, "--as", "ana").output
      #expect(seen.contains("Cadê a nota?") != hidden.contains("Cadê a nota?"), "\(form)")
      #expect(!hidden.contains("98765"), "\(form)")
    }
  }

  @Test func `a file is for its owner's eyes alone`() throws {
    let desk = try TestDesk.sample()
    desk.run("conversation", "export", "--to", "html", "-o", "todas.html")
    let facts = try FileManager.default.attributesOfItem(atPath: desk.root + "/todas.html")
    #expect(facts[.posixPermissions] as? Int == 0o600)
  }

  static let body = body("wamid.1", 1_796_390_000, #""type":"text","text":{"body":"Cadê a nota?"}"#)

  /// A webhook's body with one message of Carla's.
  private static func body(_ id: String, _ seconds: Int, _ rest: String) -> String {
    #"{"entry":[{"changes":[{"field":"messages","value":{"messages":[{"id":"\#(id)","#
      + #""from":"5511987654321","timestamp":"\#(seconds)",\#(rest)}]}}]}]}"#
  }
}
