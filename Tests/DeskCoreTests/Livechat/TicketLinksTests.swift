import DeskCore
import Testing

/// The addresses of tickets' pages.
struct TicketLinksTests {
  private let key = [UInt8](0..<32)

  @Test func `an address holds the number, and a token that only the key makes`() {
    let links = TicketLinks("https://desk.example/t/{ticket}-{token}", key: key)
    let token = TicketLinks.token(of: Ticket.ID(12), key: key)
    #expect(token.count == 22)
    #expect(links.address(of: Ticket.ID(12)) == "https://desk.example/t/12-\(token)")
    #expect(TicketLinks.ticket(named: "12-\(token)", key: key) == Ticket.ID(12))
    #expect(TicketLinks.token(of: Ticket.ID(13), key: key) != token)
    #expect(TicketLinks.ticket(named: "12-\(token)", key: Array(key.reversed())) == nil)
  }

  @Test func `without a token an address is what it was`() {
    let links = TicketLinks("https://desk.example/{ticket}")
    #expect(links.address(of: Ticket.ID(7)) == "https://desk.example/7")
    #expect(TicketLinks(nil).address(of: Ticket.ID(7)) == nil)
    #expect(!TicketLinks.needsKey("https://desk.example/{ticket}"))
  }

  @Test func `without a key no token is anybody's`() {
    let token = TicketLinks.token(of: Ticket.ID(1), key: [])
    #expect(TicketLinks.ticket(named: "1-\(token)", key: []) == nil)
  }

  @Test(arguments: [
    "", "12", "-", "12-", "0-x", "-1-x", "+12-x", "012-x", "99999999999999999999-x",
  ])
  func `a name that is none leads nowhere`(name: String) {
    #expect(TicketLinks.ticket(named: name, key: key) == nil)
  }
}
