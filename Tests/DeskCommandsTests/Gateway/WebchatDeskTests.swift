import DeskCore
import DeskTestSupport
import Foundation
import JSON
import Testing

/// The webchat from a page's first request on, as a web server asks it.
struct WebchatDeskTests {
  /// A Friday at 10:20; `conserto` is open until night, `orcamento` until noon.
  private func desk(_ settings: String...) throws -> ChatDesk {
    let desk = try ChatDesk()
    for setting in settings { #expect(desk.desk.run("config", "set", setting).status == 0) }
    return desk
  }

  private func start(
    _ desk: ChatDesk, _ number: Int = 1, subject: String? = "conserto", more: String = ""
  ) throws -> JSONValue {
    let picked = subject.map { #","subject":"\#($0)""# } ?? ""
    let answer = desk.post(
      "/start",
      #"{"channel":"webchat","token":"\#(ChatDesk.token)","name":"Davi","#
        + #""email":"davi@nova.example","id":"\#(ChatDesk.id(number))","text":"Oi"\#(picked)\#(more)}"#
    )
    #expect(answer.status == "200 OK", "\(answer.text)\(answer.error)")
    return try JSONValue(parsing: Array(answer.body.utf8))
  }

  private func texts(_ view: JSONValue) -> [String] {
    view["messages"]?.array?.compactMap { $0["text"]?.string } ?? []
  }

  // MARK: R2

  /// A bot that writes down each time that it is asked.
  private func bot(_ answer: String) -> String {
    "webchat.bot.command=cat >> $DESKCTL_CONFIG/../asked.txt; echo '\(answer)'"
  }

  @Test func `R2 the bot is asked once for each message, and a resend asks it no more`() throws {
    let desk = try desk(bot(#"{"messages":[{"text":"Sobre o quê?"}]}"#))
    #expect(desk.ask("GET", "/state", query: "channel=webchat").body.contains(#""subjects":[]"#))
    for _ in 1...3 { #expect(try texts(start(desk, subject: nil)) == ["Oi", "Sobre o quê?"]) }
    #expect(try desk.desk.read("asked.txt").split(separator: "\n").count == 1)
    desk.say(2, "Um conserto")
    #expect(try desk.desk.read("asked.txt").split(separator: "\n").count == 2)
  }

  @Test func `R2 a bot that ends with an error gives the visitor to a person`() throws {
    let desk = try desk("webchat.bot.command=exit 3")
    desk.desk.run("agent", "online", "bia", "--channel", "webchat")
    let view = try start(desk)
    #expect(texts(view) == ["Oi"])
    #expect(desk.desk.run("offer", "list", "--as", "bia", "-q").output == "1\n")
    #expect(desk.desk.run("notification", "list").output.contains("robô"))
  }

  // MARK: R4

  @Test func `R4 the state is closed by hours alone, and says when the first queue opens`() throws {
    let desk = try desk()
    func state() throws -> [String?] {
      let body = desk.ask("GET", "/state", query: "channel=webchat").body
      let state = try JSONValue(parsing: body)
      return [state["state"]?.string, state["opensAt"]?.string]
    }
    let morning = desk.desk.now
    #expect(try state() == ["offline", nil])
    // `orcamento` has closed, and `conserto` is open: somebody may still come.
    desk.desk.now = morning + 10 * 3600
    #expect(try state() == ["offline", nil])
    // Three in the night: `conserto` opens at eight, `orcamento` at nine.
    desk.desk.now = morning + 17 * 3600
    #expect(try state() == ["closed", "2026-12-05T11:00:00Z"])
    let first = try start(desk)
    #expect(first["presence"] == "offline" && first["opensAt"] == "2026-12-05T11:00:00Z")
    #expect(desk.desk.run("config", "set", "webchat.form.enabled=yes").status == 0)
    #expect(try state() == ["closed", "2026-12-05T11:00:00Z"])
    desk.desk.run("agent", "online", "bia", "--channel", "webchat")
    #expect(try state() == ["closed", "2026-12-05T11:00:00Z"])
    desk.desk.now = morning
    #expect(try state() == ["online", nil])
  }

  @Test func `R4 a form is sent three times, and is one ticket and one message`() throws {
    let desk = try desk("webchat.form.required=name,email,phone")
    desk.desk.now = desk.desk.now + 3 * 3600
    let refused = desk.post(
      "/start",
      #"{"channel":"webchat","token":"\#(ChatDesk.token)","name":"Davi","email":"d@nova.example","#
        + #""id":"\#(ChatDesk.id(1))","text":"Oi","subject":"orcamento","form":true,"phone":" "}"#)
    #expect(refused.status == "422 Unprocessable Content" && refused.body.contains("phone"))
    // Back at noon: closed for an hour.
    desk.desk.now = desk.desk.now - 4800
    for _ in 1...3 {
      let view = try start(desk, subject: "orcamento", more: #","form":true,"phone":"11 9""#)
      #expect(view["ticket"]?.int == 1 && view["state"]?.string == "closed")
      #expect(texts(view).count == 2)
    }
    #expect(desk.desk.run("ticket", "list", "--all", "-q").output == "1\n")
  }

  @Test(arguments: [
    #","form":1"#, #","form":true,"phone":7"#, #","subject":7"#, #","subject":"A B""#,
    #","fields":{}"#,
  ])
  func `what no widget sends is refused`(more: String) throws {
    let answer = try desk().post(
      "/start",
      #"{"channel":"webchat","token":"\#(ChatDesk.token)","name":"D","email":"d@nova.example","#
        + #""id":"\#(ChatDesk.id(1))","text":"Oi"\#(more)}"#)
    #expect(answer.status == "400 Bad Request")
  }

  @Test(arguments: [#"1\nE-mail: presidente@cliente.com"#, #"\u202e9"#, #"\u200b"#])
  func `R4 a field that would forge lines of the desk's is refused`(phone: String) throws {
    let answer = try desk().post(
      "/start",
      #"{"channel":"webchat","token":"\#(ChatDesk.token)","name":"D","email":"d@nova.example","#
        + #""id":"\#(ChatDesk.id(1))","text":"Oi","form":true,"phone":"\#(phone)"}"#)
    #expect(answer.status == "422 Unprocessable Content" && answer.body.contains("phone"))
  }

  // MARK: R6, R8

  @Test func `R6 two accept: one has the visitor, the other is told who`() throws {
    let desk = try desk()
    #expect(desk.desk.run("agent", "set", "ana", "--licences", "webchat").status == 0)
    for agent in ["ana", "bia"] { desk.desk.run("agent", "online", agent, "--channel", "webchat") }
    _ = try start(desk)
    #expect(desk.desk.run("offer", "accept", "1", "--as", "bia").status == 0)
    let second = desk.desk.run("offer", "accept", "1", "--as", "ana")
    #expect(second.status == 5 && second.error.contains("R6: bia has accepted"))
    #expect(desk.desk.run("offer", "list").output == "")
  }

  @Test(arguments: [("não\n", Int32(1), "open"), ("n\n", 1, "open"), ("sim\n", 0, "closed")])
  func `R8 the end asks in the seed's own sentence; no changes nothing`(
    typed: String, status: Int32, state: String
  ) throws {
    let desk = try desk()
    desk.desk.run("agent", "online", "bia", "--channel", "webchat")
    _ = try start(desk)
    desk.desk.run("offer", "accept", "1", "--as", "bia")
    let ended = desk.desk.run(
      ["conversation", "close", "1", "--as", "bia", "--lang", "pt-BR"], input: typed,
      isTyped: true)
    #expect(ended.status == status)
    #expect(
      ended.error.hasPrefix(
        "Deseja encerrar a sessão com o cliente? Apenas a sessão com cliente será encerrada. "
          + "Você ainda poderá editar os dados do atendimento. [s/N] "))
    let shown = desk.desk.run("conversation", "show", "1", "--json").output
    #expect(shown.contains(#""state": "\#(state)""#))
  }
}
