import DeskCore
import DeskStore
import DeskTestSupport
import Foundation
import Testing

/// A ticket's page, and the link to create a password.
struct GatewayPageTests {
  private func link(_ desk: ChatDesk) throws -> String {
    let body = desk.start(text: "<b>Oi</b>").body
    let start = try #require(body.range(of: "/chat/ticket/"))
    return String(body[start.upperBound...].prefix { $0 != "\"" })
  }

  @Test func `a ticket's page shows both sides and no comment`() throws {
    let desk = try ChatDesk()
    let name = try link(desk)
    #expect(name.count == 2 + 22)
    #expect(desk.desk.run("ticket", "note", "1", "cliente chato").status == 0)
    #expect(desk.desk.run("conversation", "say", "1", "Bom dia!", "--as", "ana").status == 0)
    let page = desk.ask("GET", "/ticket/\(name)", [:])
    #expect(page.status == "200 OK")
    #expect(page.headers["Content-Type"] == "text/html; charset=utf-8")
    #expect(page.headers["Content-Security-Policy"]?.hasPrefix("default-src 'none'") == true)
    #expect(page.body.contains("<h1>Chamado 1: Chat</h1>"))
    #expect(page.body.contains("&lt;b&gt;Oi&lt;/b&gt;"))
    #expect(page.body.contains("Ana Souza"))
    #expect(page.body.contains("Bom dia!"))
    #expect(!page.body.contains("chato"))
  }

  @Test func `every token but the ticket's own is refused, and alike`() throws {
    let desk = try ChatDesk()
    let name = try link(desk)
    let refused = desk.ask("GET", "/ticket/1-\(String(repeating: "A", count: 22))", [:])
    #expect(refused.status == "404 Not Found")
    for place in name.indices.dropFirst(2) {
      var other = name
      other.replaceSubrange(place...place, with: name[place] == "x" ? "y" : "x")
      #expect(desk.ask("GET", "/ticket/\(other)", [:]).text == refused.text)
    }
    for other in [
      "2\(name.dropFirst())", "01\(name.dropFirst())", "1", "1-", "-", "+1-x", name + "A",
    ] {
      #expect(desk.ask("GET", "/ticket/\(other)", [:]).text == refused.text, "\(other)")
    }
  }

  @Test func `a desk's key is its own, and a desk made before gets one`() throws {
    let first = try ChatDesk()
    let second = try ChatDesk()
    #expect(try first.desk.files()["data/link.key"] == nil)
    #expect(try link(first) != link(second))
    #expect(try first.desk.read("data/link.key").count == 65)
    #expect(first.desk.run("doctor").status == 0)
    try first.desk.write("data/link.key", "x\n")
    #expect(first.start(2).status == "500 Internal Server Error")
    #expect(first.desk.run("doctor").status == 9)
    #expect(first.desk.run("doctor", "--repair").status == 0)
    #expect(first.start(2).status == "200 OK")
  }

  // MARK: W8

  /// A desk whose contact 8 may create a password with the token `abc`.
  private func invited() throws -> ChatDesk {
    let desk = try ChatDesk()
    let store = try Store(desk.desk.root + "/data", now: desk.desk.now)
    _ = try store.write(patience: 1) { transaction in
      var contact = Contact()
      contact.id = Contact.ID(try transaction.nextNumber(.contact))
      contact.emails = [try EmailAddress("davi@nova.example")]
      contact.registered = true
      contact.passwordToken = PasswordToken(
        sha256: Redemption.key(of: "abc"), expiresAt: desk.desk.now + 60)
      try transaction.apply([.contact(contact)])
    }
    return desk
  }

  @Test func `W8 opening the link uses nothing up; its button does, once`() throws {
    let desk = try invited()
    let before = try desk.desk.files()
    for _ in 1...3 {
      let page = desk.ask("GET", "/password/abc", [:])
      #expect(page.status == "200 OK")
      #expect(page.body.contains("<form method=\"post\">"))
      #expect(page.headers["Referrer-Policy"] == "same-origin")
    }
    #expect(try desk.desk.files() == before)
    let foreign = desk.ask("POST", "/password/abc", ["HTTP_ORIGIN": "https://mau.example"])
    #expect(foreign.status == "403 Forbidden")
    #expect(try desk.desk.files() == before)
    let confirmed = desk.ask("POST", "/password/abc")
    #expect(confirmed.status == "200 OK")
    #expect(confirmed.body.contains("davi@nova.example"))
    #expect(desk.ask("POST", "/password/abc").status == "403 Forbidden")
    #expect(desk.ask("GET", "/password/abc", [:]).status == "403 Forbidden")
    #expect(desk.desk.run("log").output.contains("redeemed"))
  }

  @Test func `W8 a link that is too old or that nobody made is refused alike`() throws {
    let desk = try invited()
    let unknown = desk.ask("GET", "/password/abd", [:])
    desk.desk.now = desk.desk.now + 60
    #expect(desk.ask("GET", "/password/abc", [:]).text == unknown.text)
    #expect(unknown.status == "403 Forbidden")
    #expect(unknown.headers["Content-Type"] == "text/html; charset=utf-8")
  }
}
