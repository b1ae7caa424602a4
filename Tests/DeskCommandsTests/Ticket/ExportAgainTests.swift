import DeskCore
import DeskFormats
import DeskStore
import DeskTestSupport
import Foundation
import Testing

/// What an export says of what the other system has already, and of what it leaves out.
struct ExportAgainTests {
  private func export(
    _ target: ExportTarget, _ desk: TestDesk, to folder: String, _ words: String...
  ) throws -> (output: String, error: String) {
    let answer = desk.run(
      ["ticket", "export", "--to", target.rawValue, "-o", folder, "--lang", "en"] + words)
    #expect(answer.status == 0, "\(answer.error)")
    return (answer.output, answer.error)
  }

  /// The records of a manifest.
  private func records(_ folder: String, _ desk: TestDesk) throws -> [String: String] {
    let bytes = Data(try desk.read(folder + "/manifest.json").utf8)
    let manifest = try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    return try #require(manifest["records"] as? [String: String])
  }

  @Test(arguments: ExportTarget.allCases)
  func `what became a ticket since is named by both names, once`(target: ExportTarget) throws {
    let desk = try TestDesk.odd()
    _ = try export(target, desk, to: "first", "--conversations")
    #expect(try records("first", desk)["conversation/3"] != nil)
    #expect(desk.run("conversation", "ticket", "--all").status == 0)
    #expect(desk.run("ticket", "note", "2", "pago").status == 0)
    let said = try export(
      target, desk, to: "second", "--conversations", "--base", "first/manifest.json")
    #expect(said.output.contains("(unchanged: 4, replaced: 2)"), "\(said.output)")
    #expect(
      try desk.read("second/replaced.jsonl") == """
        {"there":"ticket/2","now":"ticket/2"}
        {"there":"conversation/3","now":"ticket/6"}

        """)
    #expect(try desk.read("second/README.md").contains("## What is there already"))
    #expect(try desk.read("second/manifest.json").contains(#""name":"replaced.jsonl""#))
    #expect(try records("second", desk).keys.sorted() == (1...6).map { "ticket/\($0)" })
    // What is not asked for stays as the base has it.
    let some = try export(target, desk, to: "some", "1", "--base", "first/manifest.json")
    #expect(some.output.contains("(unchanged: 1)"))
    #expect(try records("some", desk)["conversation/3"] != nil)
    let third = try export(
      target, desk, to: "third", "--conversations", "--base", "second/manifest.json")
    #expect(third.output.contains("(unchanged: 6)"), "\(third.output)")
    #expect(!FileManager.default.fileExists(atPath: desk.root + "/third/replaced.jsonl"))
  }

  @Test(arguments: ExportTarget.allCases)
  func `C1 messages that are not seen are counted and told`(target: ExportTarget) throws {
    let desk = try TestDesk.odd()
    let all = try export(target, desk, to: "all")
    #expect(all.error == "" && !all.output.contains("not seen"), "\(all.error)")
    try desk.fill { transaction in
      var conversation = try transaction.get(Conversation.ID(1))
      conversation.team = try Team.ID(text: "vendas")
      try transaction.apply([.conversation(conversation)])
    }
    let said = try export(target, desk, to: "seen", "--as", "ana")
    // All 15 of one ticket, and the two that are linked to another.
    #expect(said.output.contains("17 messages not seen by who exported"), "\(said.output)")
    #expect(
      said.error.hasPrefix("deskctl: warning: C1: 17 messages of these tickets: left out, ana"),
      "\(said.error)")
    #expect(
      try desk.read("seen/README.md").contains("messages not seen by who exported: 17, lost"))
    #expect(
      try desk.read("seen/manifest.json").contains(
        #"{"field":"hiddenMessages","fate":"lost","count":17}"#))
    #expect(try export(target, desk, to: "whole").error == "")
  }
}
