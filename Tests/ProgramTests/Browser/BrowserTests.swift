import DeskTestSupport
import JSON
import Testing

/// The chat in a real browser, under a policy that forbids whatever it does not need. Each test
/// ends by asking that nothing broke that policy and no script failed.
@Suite(.serialized, .oneBrowser)
struct BrowserTests {
  @Test func `the chat opens by the keyboard, takes the focus, and gives it back`() throws {
    guard let visitor = try Visitor() else { return }
    try visitor.browser.run("document.querySelector('a').focus()")
    try visitor.press(Key.tab)
    #expect(try visitor.focus == "launch")
    try visitor.press(Key.enter)
    #expect(try visitor.see("#panel"))
    #expect(try visitor.focus == "name")
    try visitor.press(Key.escape)
    #expect(try !visitor.see("#panel"))
    #expect(try visitor.focus == "launch")
    try visitor.press(Key.space)
    #expect(try visitor.see("#panel"))
    try visitor.ask("$('header button:last-child').click()")
    #expect(try visitor.focus == "launch")
    #expect(try visitor.faults == "")
  }

  @Test func `the panel is a dialog that the Tab key leaves`() throws {
    guard let visitor = try Visitor() else { return }
    try visitor.open()
    var stops: [String] = []
    for _ in 0..<7 {
      stops.append(try visitor.focus)
      try visitor.press(Key.tab)
    }
    #expect(stops.prefix(4) == ["name", "email", "text", "Start conversation"])
    #expect(stops.dropFirst(4).contains(""), "\(stops)")
    #expect(try visitor.faults == "")
  }

  @Test func `L9 a name and a valid e-mail come first, and each error is told at its field`() throws
  {
    guard let visitor = try Visitor() else { return }
    try visitor.open()
    try visitor.press(Key.enter)
    #expect(try visitor.focus == "name")
    #expect(try visitor.text("$('#name-error').textContent") != "")
    try visitor.browser.type("Bia")
    for wrong in ["bia", "bia@", "@example.com", "a b@example.com"] {
      try visitor.fill("email", wrong)
      try visitor.press(Key.enter)
      #expect(try visitor.focus == "email", "\(wrong)")
      #expect(try visitor.holds("$('#email').getAttribute('aria-invalid') === 'true'"))
      #expect(try visitor.text("$('#name-error').textContent") == "")
    }
    try visitor.fill("email", "bia@example.com")
    try visitor.press(Key.enter)
    #expect(try visitor.focus == "text")
    #expect(try visitor.sent("start").isEmpty)
    #expect(try visitor.ask("localStorage.length").int == 0)
    #expect(try visitor.faults == "")
  }

  @Test func `nothing is asked or kept before the visitor acts, but who is there`() throws {
    guard let visitor = try Visitor() else { return }
    let asked = visitor.server.requests.map(\.target).filter { $0 != "/favicon.ico" }
    #expect(asked == ["/", "/chat/state?channel=livechat"])
    #expect(try visitor.ask("localStorage.length + document.cookie.length").int == 0)
    // chromedriver keeps a name of its own there.
    let added = """
      (() => {
        const before = new Set(document.documentElement.dataset.before.split(" "));
        return Object.getOwnPropertyNames(window).filter((name) => !before.has(name) && name !== "ret_nodes").join(" ");
      })()
      """
    #expect(try visitor.text(added) == "deskctl")
    #expect(try visitor.faults == "")
  }

  @Test func `a channel that is off shows no button`() throws {
    guard let visitor = try Visitor() else { return }
    visitor.desk.edit { $0.channel = "off" }
    try visitor.browser.reload()
    try visitor.wait("the question") {
      visitor.server.requests.count { $0.target.contains("state") } == 2
    }
    try visitor.browser.run("document.body.replaceChildren()")
    #expect(try visitor.holds("document.querySelector('deskctl-chat') === null"))
    #expect(try visitor.faults == "")
  }

  @Test func `the snippet twice is one button`() throws {
    guard let visitor = try Visitor({ $0.page.copies = 2 }) else { return }
    #expect(try visitor.ask("document.querySelectorAll('deskctl-chat').length").int == 1)
    #expect(try visitor.ask("root.querySelectorAll('#launch').length").int == 1)
    #expect(try visitor.faults == "")
  }

  @Test func `the chat stays where a script replaces the page around it`() throws {
    guard let visitor = try Visitor() else { return }
    try visitor.begin()
    try visitor.wait("the answer") { try visitor.bubbles.count == 2 }
    try visitor.browser.run(
      """
      history.pushState({}, "", "/elsewhere?q=1");
      const body = document.createElement("body");
      body.append("Another page");
      document.body.replaceWith(body);
      """)
    try visitor.wait("the panel") { try visitor.see("#panel") }
    try visitor.browser.run("document.body.replaceChildren('And another')")
    try visitor.wait("the panel again") { try visitor.see("#panel") }
    visitor.desk.write("Still here?")
    try visitor.wait("the agent's text") { try visitor.bubbles.count == 3 }
    #expect(try visitor.faults == "")
  }
}
