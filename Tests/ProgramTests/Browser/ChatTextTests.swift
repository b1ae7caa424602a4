import DeskTestSupport
import Foundation
import JSON
import Testing

extension BrowserTests {
  static let hostile: [String] = [
    "</script><script>document.title='broken'</script>",
    "<img src=x onerror=\"document.title='broken'\">", "';document.title='broken';'",
    "\"\\'`${1+1}",
    "\u{2028}\u{2029}", "{{constructor.constructor('document.title=1')()}}", "<!-- --> ]]>",
    "\u{202E}desrever\u{2066} and not", "👩‍👩‍👧‍👦🇧🇷", "a\u{0}b", "javascript:alert(1)",
    String(repeating: "0123456789", count: 1000),
  ]

  @Test func `L8 a text is shown as it is, and no script in it runs`() throws {
    guard let visitor = try Visitor({ $0.page.welcome = Self.hostile.joined(separator: " ") })
    else {
      return
    }
    try visitor.open()
    let greeting = Self.hostile.joined(separator: " ")
    try visitor.wait("the greeting") { try visitor.bubbles == ["welcome: " + greeting] }
    try visitor.begin()
    try visitor.wait("the welcome") { try visitor.bubbles.count == 2 }
    for text in Self.hostile {
      visitor.desk.write(text, name: text)
      try visitor.wait("the text") { try visitor.bubbles.last == "agent: " + text }
    }
    #expect(try visitor.text("document.title") == "Our shop")
    #expect(try visitor.ask("root.querySelectorAll('script, img, a').length").int == 0)
    #expect(try visitor.holds("$('#log').scrollWidth <= $('#log').clientWidth"))
    #expect(try visitor.faults == "")
  }

  @Test func `what a visitor writes reaches the desk as it was written`() throws {
    guard let visitor = try Visitor() else { return }
    try visitor.begin()
    try visitor.wait("the welcome") { try visitor.bubbles.count == 2 }
    let texts = Self.hostile.filter {
      $0.count < 4096 && $0 == $0.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    for text in texts { try visitor.say(text) }
    try visitor.wait("all of it") { try visitor.sent("say").count == texts.count }
    #expect(try visitor.sent("say").compactMap { $0["text"]?.string } == texts)
    #expect(try visitor.faults == "")
  }

  /// A desk that is tried on this machine has pages there, too; a name that only begins so has not.
  @Test(arguments: [
    ("https://desk.example/t/1", true), ("http://localhost:8080/chat/t/1", true),
    ("http://127.0.0.1/t", true), ("http://localhost", true), ("http://desk.example/t", false),
    ("http://localhost.example/t", false), ("http://localhost:80@desk.example/", false),
    ("javascript:alert(1)//https://", false),
  ])
  func `a ticket is a link where its page is safe to go to`(link: String, isLink: Bool) throws {
    guard let visitor = try Visitor({ ($0.ticket, $0.ticketLink) = (12, link) }) else { return }
    try visitor.begin()
    try visitor.wait("the ticket") {
      try visitor.text("$('#presence').textContent").contains("Ticket 12")
    }
    #expect(try visitor.text("$('#presence a')?.getAttribute('href')") == (isLink ? link : ""))
    #expect(try visitor.faults == "")
  }

  @Test func `only https becomes a link, and it tells its target nothing`() throws {
    guard let visitor = try Visitor() else { return }
    try visitor.begin()
    visitor.desk.write("See https://example.com/a?b=1&c=2. Not http://example.com, javascript:x.")
    try visitor.wait("the agent") { try visitor.bubbles.count == 3 }
    let links = try visitor.ask("[...root.querySelectorAll('p a')].map(a => a.href + ' ' + a.rel)")
    #expect(links == ["https://example.com/a?b=1&c=2 noopener noreferrer"])
    visitor.desk.edit { $0.ticket = 12 }
    try visitor.wait("the ticket") {
      try visitor.text("$('#presence').textContent").contains("Ticket 12")
    }
    #expect(try visitor.text("$('#presence a').href") == "https://desk.example/t/12")
    #expect(try visitor.faults == "")
  }
}
