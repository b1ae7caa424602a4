import DeskCore
import DeskStore
import DeskTestSupport
import JSON
import Testing

/// What is typed or piped as a text, and is none: it is told of, and nothing of it is sent.
struct TypedLineTests {
  private func texts(_ desk: TestDesk) throws -> [String?] {
    try desk.shown("conversation", "show", "1")["messages"]?.array?.dropFirst().map {
      $0["text"]?.string
    } ?? []
  }

  private func desk() throws -> TestDesk {
    let desk = try TestDesk.sample()
    try desk.seedConversation(silence: 60)
    return desk
  }

  @Test func `a line of a chat that is no UTF-8 is refused, and CR LF ends one`() throws {
    let desk = try desk()
    let bytes = Array("bom dia\r\n".utf8) + [0xE9, 0x0A] + Array("a\0b\n\r\nlinha\n".utf8)
    let chat = desk.run(["conversation", "chat", "1", "--as", "ana"], bytes: bytes)
    #expect(chat.status != 0)
    #expect(chat.error.contains("not_utf8") && chat.error.contains("not_text"), "\(chat.error)")
    #expect(try texts(desk) == ["bom dia", "linha"])
  }

  @Test func `a text with a NUL is not sent`() throws {
    let desk = try desk()
    let said = desk.run(["conversation", "say", "1", "-", "--as", "ana"], input: "a\0b")
    #expect(said.error.contains("not_text"), "\(said.error)")
    #expect(said.status == 4)
    #expect(try texts(desk) == [])
  }

  @Test func `a case takes what its form would: 200 characters, and a phone that is one`() throws {
    let desk = try desk()
    try desk.change { transaction in
      var first = try transaction.get(Conversation.ID(1))
      first.channel = .webchat
      first.serviceCase = Case()
      return [.conversation(first)]
    }
    let long = String(repeating: "á", count: 201)
    for words in [["--name", long], ["--document", long], ["--phone", "abc"]] {
      #expect(desk.run(["case", "set", "1"] + words).status == 2, "\(words[0])")
    }
    for words in [["--name", String(long.dropLast())], ["--phone", "(11) 98765-4321"]] {
      #expect(desk.run(["case", "set", "1"] + words).status == 0, "\(words[0])")
    }
  }

  @Test func `who reads Portuguese reads it in lists and sheets too`() throws {
    let desk = try desk()
    let line = ["--lang", "pt-BR"]
    let list = desk.run(["conversation", "list", "--format", "table"] + line).output
    #expect(list.contains("pendente") && list.contains("aberta") && !list.contains("pending"))
    let shown = desk.run(["conversation", "show", "1", "--no-history"] + line).output
    #expect(shown.contains("attention      pendente\nstate          aberta\n"), "\(shown)")
    let json = desk.run(["conversation", "list", "--jsonl"] + line).output
    #expect(json.contains("\"pending\"") && json.contains("\"open\""))
  }
}
