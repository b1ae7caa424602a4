import CommandLineKit
import DeskCommands
import DeskTestSupport
import JSON
import Testing

struct ExplainTests {
  func explanations() throws -> [JSONValue] {
    try TestDesk().run("explain", "--jsonl").output.split(separator: "\n").map {
      try JSONValue(parsing: String($0))
    }
  }

  @Test func `it needs neither configuration nor store`() throws {
    let desk = try TestDesk()
    #expect(desk.run("explain", "S1").status == 0)
    #expect(try desk.files().isEmpty)
  }

  @Test func `every exit status and every reason is explained`() throws {
    let explained = try explanations()
    func codes(_ kind: String) -> [String] {
      explained.filter { $0["kind"]?.string == kind }.compactMap { $0["code"]?.string }
    }
    #expect(codes("exit_status") == ExitStatus.allCases.map { String($0.rawValue) })
    #expect(
      codes("reason") == [
        "late", "agent_not_in_team", "contact_not_in_group", "ticket_open", "window_closed",
        "template_refused", "contact_gone", "undeliverable", "131047", "131026", "131056", "130429",
        "190",
        "bot_not_started", "bot_exited", "bot_late", "bot_too_much",
        "bot_not_understood", "bot_no_address",
        "webchat_off", "no_subjects", "queue_closed", "no_agent", "misconfigured",
      ])
  }

  @Test func `each line to paste is one that this version reads`() throws {
    let parser = CommandLineParser(CommandTree<Action>.deskctl)
    for explanation in try explanations() {
      for line in explanation["commands"]?.array ?? [] {
        let words = ShellLine(line.string ?? "").commands.flatMap(\.words)
        #expect(words.first == "deskctl")
        #expect(throws: Never.self, "\(line.string ?? "")") {
          try parser.parse(Array(words.dropFirst()))
        }
      }
    }
  }
}
