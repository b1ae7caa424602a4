import DeskTestSupport
import Foundation
import JSON
import Testing

/// The case of a visitor whom Bia has, as commands write and find it.
struct CaseTests {
  private static let file = "data/conversations/0000.jsonl"
  private static let number = "20261204-000001"

  /// A Friday at 10:20.
  private func desk() throws -> TestDesk {
    let chat = try ChatDesk()
    chat.desk.run("agent", "online", "bia", "--channel", "webchat")
    let started = chat.post(
      "/start",
      #"{"channel":"webchat","token":"\#(ChatDesk.token)","name":"Davi","#
        + #""email":"davi@nova.example","id":"\#(ChatDesk.id(1))","text":"Oi","subject":"conserto"}"#
    )
    #expect(started.status == "200 OK")
    #expect(chat.desk.run("offer", "accept", "1", "--as", "bia").status == 0)
    return chat.desk
  }

  private func saved() throws -> TestDesk {
    let desk = try desk()
    #expect(desk.run("conversation", "close", "1", "--yes").status == 0)
    #expect(desk.run("case", "save", "1").status == 0)
    return desk
  }

  private func service(_ desk: TestDesk) throws -> JSONValue? {
    try desk.json("case", "show", "1")["service"]
  }

  // MARK: Finding it

  @Test func `R8 damage is no empty list`() throws {
    let desk = try saved()
    #expect(desk.run("case", "list", "--protocol", Self.number).output.contains("Davi"))
    try desk.write(
      Self.file, desk.read(Self.file).replacing(#""name":"Davi""#, with: #""name":"Dani""#))
    #expect(desk.run("case", "show", Self.number).status == 9)
    let listed = desk.run("case", "list", "--protocol", Self.number)
    #expect(listed.status == 9 && listed.output.isEmpty)
  }

  @Test func `R8 a conversation's number is no protocol number`() throws {
    let listed = try saved().run("case", "list", "--protocol", "1")
    #expect(listed.status == 2 && listed.error.contains("20261207-000007"))
  }

  // MARK: Writing it

  @Test func `R8 what is so already is told as what was changed`() throws {
    let desk = try desk()
    let words = ["case", "set", "1", "--summary", "Troca", "--json"]
    let first = desk.run(words)
    #expect(first.status == 0 && first.output.contains("Troca"))
    #expect(desk.run(words).output == first.output)
    let accepted = desk.run("offer", "accept", "1", "--as", "bia", "--json")
    #expect(accepted.output == first.output)
  }

  @Test func `R8 a text may be a file's, and a key is emptied by its name`() throws {
    let desk = try desk()
    try desk.write("c.txt", "Troca de tela\n")
    #expect(desk.run("case", "set", "1", "--summary", "@\(desk.root)/c.txt").status == 0)
    #expect(try service(desk)?["summary"] == "Troca de tela")
    #expect(desk.run("case", "set", "1", "--unset", "summary", "--outcome", "Feito").status == 0)
    #expect(try service(desk)?["summary"]?.string == nil)
    #expect(try service(desk)?["outcome"] == "Feito")
  }

  @Test func `R8 a phone is kept as every phone is`() throws {
    let desk = try desk()
    #expect(desk.run("case", "set", "1", "--phone", "(11) 98888-0000").status == 0)
    #expect(try desk.json("case", "show", "1")["customer"]?["phone"] == "+5511988880000")
  }

  @Test(arguments: [("--summary", 4096), ("--outcome", 4096), ("--name", 200), ("--document", 200)])
  func `R8 a text has its length`(option: String, limit: Int) throws {
    let desk = try desk()
    func status(_ length: Int) -> Int32 {
      desk.run("case", "set", "1", option, String(repeating: "ã", count: length)).status
    }
    #expect(status(limit) == 0)
    #expect(status(limit + 1) == 2)
  }

  // MARK: Its ticket

  @Test func `C11 a webchat's ticket is of its queue's team, not of WhatsApp's`() throws {
    let desk = try desk()
    desk.set("whatsapp.team=vendas")
    #expect(desk.run("conversation", "ticket", "1", "--messages", "1").status == 0)
    let ticket = try desk.json("ticket", "show", "1")
    #expect(ticket["team"] == "suporte" && ticket["title"] == "chat")
  }
}
