import DeskCore
import DeskTestSupport
import Foundation
import JSON
import Testing

/// Rules W from a webhook body to what the desk then holds.
struct ReceiveRuleTests {
  /// A desk whose unknown phones must give an e-mail.
  private func requiring() throws -> TestDesk {
    let desk = try TestDesk.sample()
    desk.set("whatsapp.email.required=yes")
    return desk
  }

  private func effect(_ line: String) -> String {
    String(line.dropFirst(50).drop { $0 == " " })
  }

  @Test func `W1 with nothing opened by itself a message only joins a conversation`() throws {
    let desk = try TestDesk.sample()
    desk.set("whatsapp.openOnConversationStart=no")
    #expect(effect(Customer(desk).says("Bom dia")) == "waits for the team")
    #expect(try desk.json("ticket", "list").array == [])
    #expect(try desk.sent() == [])
    #expect(try desk.json("conversation", "show", "1")["attention"] == "pending")
  }

  @Test func `W3 a known phone opens a ticket at its first message, with the link`() throws {
    let desk = try TestDesk.sample()
    let carla = Customer(desk, phone: "551187654321")
    #expect(
      effect(carla.says("A nota não saiu")) == "ticket/1 opened, link sent, waits for the team")
    let ticket = try desk.json("ticket", "show", "1")
    #expect(ticket["contact"] == 1 && ticket["origin"] == "whatsapp" && ticket["team"] == "suporte")
    #expect(ticket["title"]?.string?.hasPrefix("Carla Dias pelo WhatsApp em ") == true)
    #expect(try desk.sent().last?.hasSuffix("https://horizonte.example/chamados/1") == true)
    desk.now = desk.now + 60
    #expect(effect(carla.says("E agora?")) == "joins the conversation")
    #expect(try desk.json("ticket", "list").array?.count == 1)
  }

  @Test func `W4 whatever is no e-mail is answered by one more request`() throws {
    let desk = try requiring()
    let lia = Customer(desk)
    #expect(effect(lia.says("oi")) == "ask for an e-mail")
    for text in ["1", "meu e-mail é lia@moraes.example", "lia@", "a@b", "lia @moraes.example"] {
      desk.now = desk.now + 60
      #expect(effect(lia.says(text)) == "no valid e-mail, ask again", "\(text)")
    }
    #expect(try desk.json("ticket", "list").array == [])
    #expect(try desk.sent().count == 6)
  }

  @Test func `W4 past ten requests in ten minutes people are called`() throws {
    let desk = try requiring()
    let lia = Customer(desk)
    for place in 0..<10 {
      desk.now = desk.now + 1
      #expect(effect(lia.says("mensagem \(place)")).contains("ask"))
    }
    desk.now = desk.now + 1
    #expect(effect(lia.says("mais uma")) == "waits for the team, people are notified")
    desk.now = desk.now + 1
    #expect(effect(lia.says("e outra")) == "joins the conversation")
    #expect(try desk.sent().count == 10)
    let told = try desk.json("notification", "list").array
    #expect(told?.map { $0["kind"] } == ["manyRequests"])
  }

  @Test func `W5 the menu offers an e-mail or none`() throws {
    let desk = try TestDesk.sample()
    let lia = Customer(desk)
    #expect(effect(lia.says("oi")) == "send the menu")
    desk.now = desk.now + 60
    #expect(effect(lia.says("talvez")) == "send the menu")
    desk.now = desk.now + 60
    #expect(effect(lia.says("2️⃣")) == "waits for the team")
    desk.now = desk.now + 60
    #expect(effect(lia.says("alô")) == "joins the conversation")
    #expect(try desk.json("ticket", "list").array == [])
    let rui = Customer(desk, phone: "5511944443333")
    rui.says("oi")
    desk.now = desk.now + 60
    let tapped: JSONObject = [
      "type": "interactive",
      "interactive": ["type": "button_reply", "button_reply": ["id": "1", "title": "Informar"]],
    ]
    #expect(effect(rui.sends(tapped)) == "ask for an e-mail")
  }

  @Test func `W6 the last attempt brings the menu back, and the count to zero`() throws {
    let desk = try TestDesk.sample()
    let lia = Customer(desk)
    var acts: [String] = []
    for text in ["oi", "1", "x", "y", "z", "1", "x"] {
      desk.now = desk.now + 61
      acts.append(effect(lia.says(text)))
    }
    let again = "no valid e-mail, ask again"
    let menu = "send the menu"
    #expect(acts == [menu, "ask for an e-mail", again, again, menu, "ask for an e-mail", again])
  }

  @Test func `W7 the e-mail of a registered contact is a claim, and nothing more`() throws {
    let desk = try requiring()
    let stranger = Customer(desk)
    stranger.says("oi")
    desk.now = desk.now + 60
    let before = try desk.json("contact", "show", "3")["rev"]
    let done = effect(stranger.says("  Marina@Loja.com.br "))
    #expect(
      done == "contact/8 claims to be contact/3, ticket/1 opened for contact/3, link sent, "
        + "e-mail sent, waits for the team")
    #expect(try desk.json("ticket", "show", "1")["contact"] == 3)
    // The ticket is theirs; of the record nothing was written.
    #expect(try desk.json("contact", "show", "3")["rev"] == before)
    let own = try desk.json("contact", "show", "8")
    #expect(own["registered"] == false && own["claim"]?["contact"] == 3)
    let mail = try desk.json("outbox", "show", "3")
    #expect(mail["channel"] == "email" && mail["contact"] == 3)
    let text = mail["body"]?["text"]?.string ?? ""
    #expect(text.contains("Marina Alves") && text.contains("+55 11 95555-4444"))
    // What goes to the phone does not say whose e-mail it was.
    #expect(try desk.sent().filter { $0.contains("Marina") }.count == 1)
  }

  @Test func `W7 after a claim the next conversation opens its ticket unasked`() throws {
    let desk = try requiring()
    let stranger = Customer(desk)
    for text in ["oi", "marina@loja.com.br"] {
      desk.now = desk.now + 60
      stranger.says(text)
    }
    try desk.close(conversation: 1)
    desk.now = desk.now + 60
    #expect(
      effect(stranger.says("voltei")) == "ticket/2 opened for contact/3, link sent, "
        + "e-mail sent, waits for the team")
  }

  @Test func `W7 trusted, the e-mail makes the phone that contact's`() throws {
    let desk = try requiring()
    desk.set("whatsapp.trustClaimedEmail=yes")
    let stranger = Customer(desk)
    for text in ["oi", "marina@loja.com.br"] {
      desk.now = desk.now + 60
      stranger.says(text)
    }
    let phones = try desk.json("contact", "show", "3")["phones"]?.array
    #expect(phones?.last == "+5511955554444")
    #expect(try desk.json("contact", "show", "8")["joined"] == 3)
    #expect(try desk.json("conversation", "show", "1")["contact"] == 3)
    desk.now = desk.now + 60
    #expect(effect(stranger.says("obrigada")) == "joins the conversation")
    #expect(desk.run("doctor").status == 0)
  }

  @Test func `C15 trusted, the newest ticket is told of the contact that is kept`() throws {
    let desk = try requiring()
    desk.set("whatsapp.trustClaimedEmail=yes")
    let stranger = Customer(desk)
    for text in ["oi", "marina@loja.com.br"] {
      desk.now = desk.now + 60
      stranger.says(text)
    }
    #expect(try desk.json("contact", "show", "3")["lastTicket"] == 1)
    #expect(try desk.json("conversation", "list").array?.first?["whatsappTicket"] == 1)
  }

  @Test func `D4 a report counts what was written, and no thumb`() throws {
    let desk = try TestDesk.sample()
    let carla = Customer(desk, phone: "551187654321")
    carla.says("A nota não saiu", id: "1")
    desk.now = desk.now + 60
    carla.sends(["type": "reaction", "reaction": ["message_id": "1", "emoji": "👍"]], id: "2")
    #expect(try desk.json("conversation", "show", "1")["messageCount"] == 3)
    #expect(try desk.json("report")["load"]?["count"] == 1)
  }

  @Test func `a name is kept to its 128 characters, seen or not`() throws {
    let desk = try TestDesk.sample()
    var stranger = Customer(desk)
    stranger.name = "a" + String(repeating: "\u{301}", count: 500)
    stranger.says("oi")
    let name = try desk.json("contact", "show", "8")["profileName"]?.string
    #expect(name?.unicodeScalars.count == 128)
  }

  @Test func `W7 an e-mail that two contacts have leaves the ticket with the phone`() throws {
    let desk = try requiring()
    #expect(
      desk.run("contact", "add", "--name", "Outra", "--emails", "marina@loja.com.br").status == 0)
    let stranger = Customer(desk)
    stranger.says("oi")
    desk.now = desk.now + 60
    #expect(
      effect(stranger.says("marina@loja.com.br"))
        == "ticket/1 opened, link sent, people are notified, waits for the team")
    #expect(try desk.json("ticket", "show", "1")["contact"] == 9)
    let channels = try desk.json("outbox", "list", "--all").array?.map { $0["channel"] }
    #expect(channels == ["whatsapp", "whatsapp"])
  }

  @Test func `W8 a new e-mail registers the contact and sends one e-mail`() throws {
    let desk = try requiring()
    let lia = Customer(desk)
    lia.says("oi")
    desk.now = desk.now + 60
    #expect(
      effect(lia.says("Lia@Moraes.Example")) == "contact/8 registered, ticket/1 opened, link sent, "
        + "welcome e-mail sent, waits for the team")
    let contact = try desk.json("contact", "show", "8")
    #expect(contact["registered"] == true && contact["name"] == "Lia Moraes")
    let mails = try desk.json("outbox", "list", "--all").array?.filter { $0["channel"] == "email" }
    #expect(mails?.count == 1)
    // No passwordLink is set: the mail says so without one, and no token is made.
    #expect(mails?.first?["body"]?["text"]?.string?.contains("senha") == false)
    #expect(contact["passwordToken"] == .null)
  }

  @Test func `W8 the token is kept as a hash, and plain in the mail's body alone`() throws {
    let desk = try requiring()
    desk.set("desk.passwordLink=https://horizonte.example/senha?t={token}")
    let lia = Customer(desk)
    lia.says("oi")
    desk.now = desk.now + 60
    lia.says("lia@moraes.example")
    let lines = try desk.read("data/outbox/0000.jsonl").split(separator: "\n")
    let mail = try JSONValue(parsing: String(lines[2]))
    let token = try #require(mail["body"]?["secret"]?.string)
    #expect(token.utf8.count == 43)
    #expect(mail["body"]?["text"]?.string?.hasSuffix("senha?t={token}") == true)
    let hash = try desk.json("contact", "show", "8")["passwordToken"]?["sha256"]?.string
    #expect(hash == SHA256.hash(Array(token.utf8)).hexadecimal)
    let holding = try desk.files().filter { $0.value.range(of: Data(token.utf8)) != nil }.keys
    #expect(holding.sorted() == ["data/outbox/0000.jsonl"])
  }

  @Test func `W9 first the ticket, then its link, then people`() throws {
    let desk = try requiring()
    let lia = Customer(desk)
    lia.says("oi")
    desk.now = desk.now + 60
    lia.says("lia@moraes.example")
    let kinds = try desk.json("log", "--limit", "20").array?.compactMap { $0["what"]?.string } ?? []
    let opened = try #require(kinds.firstIndex(of: "opened"))
    #expect(kinds[opened...].contains("waits"))
    desk.run("config", "unset", "desk.ticketLink")
    let rui = Customer(desk, phone: "5511944443333")
    rui.says("oi")
    desk.now = desk.now + 60
    rui.says("rui@prado.example")
    #expect(try desk.sent().contains("Pronto! Seu chamado foi aberto com o número 2."))
  }

  @Test func `W11 after a close the next message begins another conversation`() throws {
    let desk = try TestDesk.sample()
    let carla = Customer(desk, phone: "5511987654321")
    carla.says("primeira")
    try desk.close(conversation: 1)
    desk.now = desk.now + 60
    #expect(effect(carla.says("segunda")) == "ticket/2 opened, link sent, waits for the team")
    #expect(try desk.json("ticket", "show", "2")["conversation"] == 2)
    #expect(desk.run("doctor").status == 0)
  }

  @Test func `W12 a blocked contact gets its ticket in silence`() throws {
    let desk = try TestDesk.sample()
    desk.run("contact", "block", "1")
    let line = Customer(desk, phone: "5511987654321").says("oi")
    #expect(
      effect(line)
        == "ticket/1 opened, automatic messages are blocked: nothing sent, waits for the team")
    #expect(try desk.sent() == [])
  }

  @Test func `S14 the reply to a schedule's message joins its conversation, unasked`() throws {
    let desk = try TestDesk.sample()
    desk.run(
      "schedule", "add", "--contact", "2", "--agent", "ana", "--at", "+1m", "-m", "Tudo certo?",
      "--comment", "ligar")
    desk.now = desk.now + 60
    #expect(desk.run("tick").status == 0)
    desk.now = desk.now + 60
    #expect(
      effect(Customer(desk, phone: "5521998765432").says("Tudo!")) == "joins the conversation")
    let conversation = try desk.json("conversation", "show", "1")
    #expect(conversation["number"]?.string == Customer.number)
    #expect(conversation["attention"] == "pending")
    #expect(try desk.json("ticket", "list").array?.count == 1)
  }

  @Test func `C4 a message makes the conversation wait for somebody`() throws {
    let desk = try TestDesk.sample()
    Customer(desk, phone: "5511987654321").says("oi")
    #expect(try desk.json("conversation", "show", "1")["attention"] == "pending")
  }
}
