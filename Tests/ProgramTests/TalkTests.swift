import DeskTestSupport
import Foundation
import JSON
import Testing

/// Agents at their terminals: the pager, the editor, and two who act at once.
struct TalkTests {
  private func desk() throws -> BinaryDesk {
    let desk = try BinaryDesk()
    let body =
      #"{"entry":[{"changes":[{"field":"messages","value":{"messages":[{"id":"wamid.1","#
      + #""from":"5511987654321","timestamp":"1796390300","type":"text","text":{"body":"oi"}}]}}]}]}"#
    try body.write(toFile: desk.root + "/corpo.json", atomically: true, encoding: .utf8)
    try #require(try desk.run("whatsapp", "receive", "corpo.json").status == 0)
    return desk
  }

  /// What a command shows at a terminal.
  private func shown(_ line: String, _ desk: BinaryDesk) throws -> String {
    let terminal = try PseudoTerminal()
    let started = try Binary.start(
      ["/bin/sh", "-c", "exec '\(Binary.built.path)' \(line) >'\(terminal.path)'"],
      environment: desk.environment, folder: desk.root, input: terminal.path)
    #expect(try started.wait().status == 0)
    return terminal.read()
  }

  @Test func `at a terminal a thread goes through the pager, and nowhere else`() throws {
    let desk = try desk()
    desk.environment["PAGER"] = "tr a-z A-Z"
    #expect(try shown("conversation show 1", desk).contains("CARLA DIAS: OI"))
    #expect(try shown("ticket show 1", desk).contains("CARLA DIAS: OI"))
    #expect(try shown("conversation show 1 --json", desk).contains(#""text": "oi""#))
    #expect(try desk.run("conversation", "show", "1").output.contains("Carla Dias: oi"))
    desk.environment["DESKCTL_PAGER"] = "cat"
    #expect(try shown("conversation show 1", desk).contains("Carla Dias: oi"))
  }

  @Test func `without its pager a thread is shown all the same`() throws {
    let desk = try desk()
    for pager in ["no-such-pager -R", "/nonexistent", "/etc/passwd"] {
      desk.environment["PAGER"] = pager
      #expect(try shown("conversation show 1", desk).contains("Carla Dias: oi"), "\(pager)")
    }
    desk.environment["PAGER"] = "true"
    #expect(!(try shown("conversation show 1", desk).contains("oi")))
  }

  @Test func `at a terminal, say without a text opens the editor`() throws {
    let desk = try desk()
    desk.environment["EDITOR"] = "printf 'Já vejo.' >"
    _ = try shown("conversation say 1 --as ana", desk)
    let thread = try desk.run("conversation", "show", "1").output
    #expect(thread.contains("< ana: Já vejo."))
    let drafts = try FileManager.default.contentsOfDirectory(atPath: "/tmp")
    #expect(!drafts.contains { $0.hasPrefix("deskctl-say-") && isOwn($0) })
  }

  private func isOwn(_ name: String) -> Bool {
    (try? String(contentsOfFile: "/tmp/" + name, encoding: .utf8))?.contains("Já vejo.") ?? false
  }

  @Test func `what was written and is refused is kept, for its writer alone`() throws {
    let desk = try desk()
    desk.environment["TMPDIR"] = desk.root
    desk.environment["EDITOR"] = "sh escreve"
    let script = #"'\#(Binary.built.path)' conversation close 1 >/dev/null; echo "Já vejo." >"$1""#
    try script.write(toFile: desk.root + "/escreve", atomically: true, encoding: .utf8)
    let answer = try desk.run("conversation", "say", "1", "--edit", "--as", "ana")
    #expect(answer.status == 5, "\(answer.error)")
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.root)
    let draft = try #require(names.first { $0.hasPrefix("deskctl-say-") })
    #expect(answer.error.contains("--message-file \(desk.root)/\(draft)"), "\(answer.error)")
    let path = desk.root + "/" + draft
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "Já vejo.\n")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test(arguments: [("say 1 olá", 2), ("claim 1", 1), ("close 1", 3)])
  func `of two at once one wins, the other learns who did`(line: String, sent: Int) throws {
    let desk = try desk()
    // Segmented, who comes second does not see it any more.
    try desk.run("config", "set", "whatsapp.segmentedViews=no")
    let shown = try JSONValue(parsing: desk.run("conversation", "show", "1", "--json").output)
    let revision = String(try #require(shown["data"]?["rev"]?.int))
    let words = line.split(separator: " ").map(String.init)
    let agents = ["ana", "bia"]
    let started = try agents.map { agent in
      try desk.start(["conversation"] + words + ["--as", agent, "--if-rev", revision])
    }
    let answers = try started.map { try $0.wait() }
    #expect(answers.map(\.status).sorted() == [0, 5], "\(answers.map(\.error))")
    for (agent, answer) in zip(agents.reversed(), answers) where answer.status == 5 {
      #expect(answer.error.contains("\(agent) changed it"), "\(answer.error)")
    }
    // The link, and what the winner sent: closing is a message and a survey.
    let entries = try desk.run("outbox", "list", "-q").output.split(separator: "\n")
    #expect(entries.count == sent)
  }
}
