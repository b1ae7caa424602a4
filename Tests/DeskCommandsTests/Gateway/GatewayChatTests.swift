import DeskCore
import DeskTestSupport
import Foundation
import JSON
import Testing

/// A visitor's session, from the first message to the end, as a page has it.
struct GatewayChatTests {
  /// What an answer's body says.
  private func view(_ answer: ChatDesk.Answer) throws -> JSONValue {
    #expect(answer.status == "200 OK", "\(answer.text)\(answer.error)")
    #expect(answer.headers["Content-Type"] == "application/json; charset=utf-8")
    #expect(answer.headers["Cache-Control"] == "no-store")
    #expect(answer.headers["X-Content-Type-Options"] == "nosniff")
    return try JSONValue(parsing: Array(answer.body.utf8))
  }

  private func texts(_ view: JSONValue) -> [String] {
    (view["messages"]?.array ?? []).map {
      "\($0["n"]?.int ?? 0) \($0["from"]?.string ?? "") \($0["text"]?.string ?? "")"
    }
  }

  private func count(_ list: [String], _ desk: ChatDesk) -> Int {
    desk.desk.run(list + ["-q", "--all"]).output.split(separator: "\n").count
  }

  @Test func `L4 nobody online: told so, one ticket, and it can still be answered`() throws {
    let desk = try ChatDesk()
    #expect(
      desk.ask("GET", "/state", query: "channel=livechat").body == "{\"state\":\"offline\"}\n")
    let first = try view(desk.start())
    #expect(first["presence"]?.string == "offline")
    #expect(first["ticket"]?.int == 1)
    #expect(first["ticketLink"]?.string?.hasPrefix("https://desk.example/chat/ticket/1-") == true)
    let said = texts(first)
    #expect(said.count == 2 && said[1].hasPrefix("2 desk Olá! No momento"))
    let second = try view(desk.say(2, "Alguém?"))
    #expect(second["ticket"]?.int == 1)
    #expect(texts(second).count == 3)
    #expect(count(["ticket", "list"], desk) == 1)
    #expect(desk.desk.run("conversation", "say", "1", "Bom dia", "--as", "ana").status == 0)
    #expect(texts(try view(desk.poll(since: 3))) == ["4 agent Bom dia"])
  }

  @Test func `L3 outside its hours livechat is offline, whoever is switched on`() throws {
    let chat = try ChatDesk(online: true)
    #expect(chat.desk.run("hours", "add", "tarde", "--weekly", "fri=14:00-18:00").status == 0)
    #expect(chat.desk.run("livechat", "set", "--hours", "tarde").status == 0)
    func state() -> String { chat.ask("GET", "/state", query: "channel=livechat").body }
    #expect(state() == #"{"state":"closed","opensAt":"2026-12-04T17:00:00Z"}"# + "\n")
    let first = try view(chat.start())
    #expect(first["ticket"]?.int == 1 && first["opensAt"] == "2026-12-04T17:00:00Z")
    chat.desk.now = chat.desk.now + 4 * 3600
    #expect(state() == "{\"state\":\"online\"}\n")
    let token = String(repeating: "0b", count: 16)
    #expect(try view(chat.start(2, token: token))["ticket"]?.isNull == true)
    #expect(chat.desk.run("hours", "remove", "tarde").status == 5)
  }

  @Test func `L5 somebody online: welcomed, among the new ones, no ticket`() throws {
    let desk = try ChatDesk(online: true)
    #expect(desk.ask("GET", "/state", query: "channel=livechat").body == "{\"state\":\"online\"}\n")
    let first = try view(desk.start())
    #expect(first["presence"]?.string == "online")
    #expect(first["ticket"]?.isNull == true)
    #expect(texts(first).last?.hasPrefix("2 desk Olá! Deixe a sua mensagem") == true)
    #expect(count(["ticket", "list"], desk) == 0)
    let row = desk.desk.run("conversation", "list", "--as", "ana").output
    #expect(row.contains("\tpending\topen\t"))
  }

  @Test func `W12 who says to be somebody who wants no texts gets none, the last included`() throws
  {
    let desk = try ChatDesk(online: true)
    #expect(desk.desk.run("contact", "block", "3").status == 0)
    #expect(texts(try view(desk.start(email: "marina@loja.com.br"))) == ["1 visitor Oi"])
    desk.end()
    #expect(texts(try view(desk.poll())) == ["1 visitor Oi"])
    let log = desk.desk.run("log", "--record", "conversation/1").output
    #expect(log.contains("skipped\tL6\tblocked"), "\(log)")
  }

  @Test func `L9 three reloads and two resends are one ticket and one message`() throws {
    let desk = try ChatDesk()
    let first = desk.start()
    let before = try desk.desk.files()
    for _ in 1...3 { #expect(desk.start().body == first.body) }
    #expect(try desk.desk.files() == before)
    let said = desk.say(2, "Oi de novo")
    let after = try desk.desk.files()
    for _ in 1...2 { #expect(desk.say(2, "Oi de novo").body == said.body) }
    #expect(try desk.desk.files() == after)
    #expect(count(["ticket", "list"], desk) == 1)
    #expect(count(["conversation", "list"], desk) == 1)
    #expect(texts(try view(desk.poll())).count == 3)
  }

  @Test func `L9 two visitors whose messages have one id both have their own`() throws {
    let desk = try ChatDesk(online: true)
    let other = String(repeating: "0b", count: 16)
    desk.start(7, text: "um")
    desk.start(7, email: "davi@nova.example", token: other, text: "dois")
    #expect(texts(try view(desk.poll())).first == "1 visitor um")
    #expect(texts(try view(desk.poll(token: other))).first == "1 visitor dois")
  }

  @Test func `L9 a contact's e-mail is a claim, and the ticket is that contact's`() throws {
    let desk = try ChatDesk()
    desk.start(email: "carla@loja.com.br")
    let contact = desk.desk.run("contact", "show", "8").output
    #expect(contact.contains("claim"))
    #expect(desk.desk.run("ticket", "list", "--contact", "1", "-q").output == "1\n")
    let mail = desk.desk.run("outbox", "list", "--json").output
    #expect(mail.contains("carla@loja.com.br"))
    #expect(mail.contains("chat do nosso site"))
  }

  @Test func `L9 a new e-mail is an unregistered contact, the same one the next time`() throws {
    let desk = try ChatDesk()
    desk.start()
    desk.start(2, name: "Carla Dias", token: String(repeating: "0b", count: 16))
    let contact = desk.desk.run("contact", "show", "8").output
    #expect(contact.contains("Carla Dias"))
    #expect(!contact.contains("registered"))
    #expect(desk.desk.run("contact", "show", "9").status == 3)
    #expect(desk.desk.run("outbox", "list", "-q").output.isEmpty)
  }

  @Test func `W12 who gets no automatic messages is told nothing and has no ticket`() throws {
    let desk = try ChatDesk()
    desk.start()
    #expect(desk.desk.run("contact", "block", "8").status == 0)
    let second = try view(desk.start(2, token: String(repeating: "0b", count: 16)))
    #expect(texts(second) == ["1 visitor Oi"])
    #expect(second["ticket"]?.isNull == true)
  }

  @Test func `W12 who says to be somebody who gets none is told nothing, to the end`() throws {
    let chat = try ChatDesk(online: true)
    #expect(chat.desk.run("contact", "block", "1").status == 0)
    chat.start(email: "carla@loja.com.br")
    #expect(try view(chat.end())["state"] == "closed")
    #expect(try texts(view(chat.poll())) == ["1 visitor Oi"])
  }

  @Test func `L6 the closing message comes once, whoever ends it`() throws {
    let desk = try ChatDesk(online: true)
    desk.start()
    let ended = try view(desk.end())
    #expect(ended["state"]?.string == "closed")
    let before = try desk.desk.files()
    #expect(texts(try view(desk.end())) == texts(ended))
    #expect(desk.desk.run("conversation", "close", "1").status == 0)
    #expect(try desk.desk.files() == before)
    #expect(texts(ended).filter { $0.contains("Encerramos") }.count == 1)
  }

  @Test(arguments: ["livechat", "webchat"])
  func `L6 R8 a chat that its visitor ended says so`(channel: String) throws {
    let chat = try ChatDesk(online: true)
    chat.desk.run("agent", "online", "bia", "--channel", "webchat")
    let start =
      #"{"channel":"\#(channel)","token":"\#(ChatDesk.token)","name":"C","email":"c@nova.example","#
      + #""subject":"conserto","id":"\#(ChatDesk.id(1))","text":"Oi"}"#
    let subject = #""subject":"conserto","#
    let body = channel == "webchat" ? start : start.replacing(subject, with: "")
    #expect(chat.post("/start", body).status == "200 OK")
    chat.end()
    let shown = try chat.desk.shown("conversation", "show", "1")
    #expect(shown["closedBy"] == "contact/8")
    #expect(shown["history"]?.array?.last?["actor"] == "contact/8")
    for (language, words) in [("en", "the visitor closed it"), ("pt-BR", "o visitante encerrou")] {
      let late = chat.desk.run("conversation", "say", "1", "Oi", "--as", "bia", "--lang", language)
      #expect(late.status == 5 && late.error.contains(words), "\(late.error)")
    }
    #expect(chat.desk.run("conversation", "history", "1").output.contains("\tvisitor\tclosed\t"))
    let log = chat.desk.run("log", "--jsonl").output.split(separator: "\n").last ?? ""
    #expect(try JSONValue(parsing: String(log))["actor"] == "system")
  }

  @Test func `C19 a ticket of chosen messages is not the session's own`() throws {
    let chat = try ChatDesk(online: true)
    chat.start()
    chat.say(2, "O pedido 7 não chegou.")
    let chosen = chat.desk.run("conversation", "ticket", "1", "--messages", "1", "--as", "ana")
    #expect(chosen.status == 0, "\(chosen.error)")
    #expect(try view(chat.poll())["ticketLink"]?.isNull == true)
    let end = chat.desk.run("conversation", "close", "1", "--ticket", "--yes", "--as", "ana")
    #expect(end.status == 0, "\(end.error)")
    #expect(count(["ticket", "list"], chat) == 2)
    #expect(try chat.desk.json("ticket", "show", "2")["conversation"]?.int == 1)
  }

  @Test func `W11 a message after the end belongs to a new session`() throws {
    let desk = try ChatDesk(online: true)
    desk.start()
    desk.end()
    #expect(desk.say(2, "mais").status == "409 Conflict")
    #expect(desk.say(2, "mais").body == "{\"error\":\"closed\"}\n")
    #expect(try view(desk.poll(since: 2))["state"]?.string == "closed")
    // The first message again is still the same.
    #expect(desk.start().status == "200 OK")
    desk.desk.now = desk.desk.now + 86_400
    #expect(desk.poll().body == "{\"error\":\"token\"}\n")
  }

  @Test func `a visitor's page asks soon while somebody writes, and seldom after`() throws {
    let desk = try ChatDesk(online: true)
    #expect(try view(desk.start())["next"]?.int == 3)
    desk.desk.now = desk.desk.now + 119
    #expect(try view(desk.poll())["next"]?.int == 3)
    desk.desk.now = desk.desk.now + 1
    #expect(try view(desk.poll())["next"]?.int == 10)
  }

  @Test func `one visitor's twenty-first message in a minute is refused`() throws {
    let desk = try ChatDesk(online: true)
    desk.start()
    for number in 2...20 { #expect(desk.say(number, "Oi").status == "200 OK") }
    let before = try desk.desk.files()
    let refused = desk.say(21, "Oi")
    #expect(refused.status == "429 Too Many Requests")
    #expect(refused.headers["Retry-After"] == "10")
    #expect(try desk.desk.files() == before)
    // What came before is answered, however often.
    #expect(desk.say(20, "Oi").status == "200 OK")
    desk.desk.now = desk.desk.now + 60
    #expect(desk.say(21, "Oi").status == "200 OK")
  }

  @Test func `S10 a desk on hold goes on chatting`() throws {
    let desk = try ChatDesk(online: true)
    #expect(desk.desk.run("hold").status == 0)
    #expect(desk.start().status == "200 OK")
  }

  @Test func `to HEAD goes everything but the body`() throws {
    let desk = try ChatDesk()
    let answer = desk.ask("HEAD", "/state", query: "channel=livechat")
    #expect(answer.status == "200 OK")
    #expect(answer.body.isEmpty)
  }
}
