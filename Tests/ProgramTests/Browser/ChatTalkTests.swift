import DeskTestSupport
import JSON
import Testing

extension BrowserTests {
  @Test func `L9 a conversation: it begins, is answered once each, and closes`() throws {
    guard let visitor = try Visitor() else { return }
    try visitor.begin()
    try visitor.wait("the welcome") { try visitor.bubbles.count == 2 }
    visitor.desk.write("Let me look.")
    try visitor.wait("the agent") { try visitor.bubbles.count == 3 }
    try visitor.say("Thank you!")
    try visitor.wait("the visitor's second") { try visitor.sent("say").count >= 1 }
    visitor.desk.edit { $0.end() }
    try visitor.wait("the end") { try visitor.see("#over") }
    #expect(
      try visitor.bubbles == [
        "visitor: My order is late.", "welcome: You are welcome.", "agent: Let me look.",
        "visitor: Thank you!", "closing: Thank you, and goodbye.",
      ])
    let start = try #require(visitor.sent("start").first)
    #expect(start["name"] == "Bia Souza" && start["email"] == "bia@example.com")
    #expect(start["channel"] == "livechat" && start["text"] == "My order is late.")
    #expect(start["page"]?.string == "http://127.0.0.1:\(visitor.server.port)/")
    #expect(start["token"]?.string?.wholeMatch(of: #/[0-9a-f]{32}/#) != nil)
    try visitor.ask("$('#over button').click()")
    #expect(try visitor.focus == "name")
    #expect(try visitor.ask("localStorage.length").int == 0)
    #expect(try visitor.faults == "")
  }

  @Test func `L6 the visitor ends the conversation by pressing twice`() throws {
    guard let visitor = try Visitor() else { return }
    try visitor.begin()
    try visitor.wait("the welcome") { try visitor.bubbles.count == 2 }
    try visitor.ask("$('header button').focus()")
    try visitor.press(Key.enter)
    #expect(try visitor.focus == "End now?")
    #expect(try visitor.sent("end").isEmpty)
    try visitor.press(Key.enter)
    try visitor.wait("the end") { try visitor.see("#over") }
    #expect(try visitor.bubbles.last == "closing: Thank you, and goodbye.")
    #expect(try visitor.sent("end").count == 1)
    #expect(try visitor.focus == "New conversation")
    #expect(try visitor.faults == "")
  }

  @Test func `L3 outside the hours a visitor is told when it opens, before and after`() throws {
    guard let visitor = try Visitor() else { return }
    visitor.desk.edit {
      $0.channel = "closed"
      $0.presence = "offline"
      $0.opensAt = "2026-12-07T12:00:00Z"
    }
    let told = /^Offline now · opens (Mon|Sun|Tue), Dec [678], \d\d:\d\d [AP]M$/
    try visitor.begin()
    try visitor.wait("the welcome") { try visitor.bubbles.count == 2 }
    let shown = try visitor.text("$('#presence').textContent.replaceAll('\\u202f', ' ')")
    #expect(shown.wholeMatch(of: told) != nil, "\(shown)")
    #expect(try visitor.text("$('#presence time').dateTime") == "2026-12-07T12:00:00Z")
    visitor.desk.edit {
      $0.presence = "online"
      $0.opensAt = nil
    }
    try visitor.wait("somebody") {
      try visitor.text("$('#presence').textContent") == "Online now"
    }
    #expect(try visitor.faults == "")
  }

  @Test func `a hidden page asks nothing, and catches up when it is seen`() throws {
    guard let visitor = try Visitor() else { return }
    try visitor.begin()
    try visitor.wait("the welcome") { try visitor.bubbles.count == 2 }
    let hide = """
      Object.defineProperty(document, "hidden", { value: arguments[0], configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
      """
    try visitor.browser.run(hide, true)
    let before = try visitor.sent("poll").count
    // Eight times the pause that the desk asks for; one poll may have been on its way.
    try visitor.ask("new Promise((done) => setTimeout(() => done(true), 400))")
    #expect(try visitor.sent("poll").count <= before + 1)
    visitor.desk.write("Are you there?")
    #expect(try visitor.bubbles.count == 2)
    try visitor.browser.run(hide, false)
    try visitor.wait("the agent") { try visitor.bubbles.count == 3 }
    #expect(try visitor.faults == "")
  }

  @Test func `a message is told once: by the log, or by the button where the panel is shut`() throws
  {
    guard let visitor = try Visitor() else { return }
    try visitor.begin()
    try visitor.wait("the welcome") { try visitor.bubbles.count == 2 }
    visitor.desk.write("First")
    try visitor.wait("the first") { try visitor.bubbles.count == 3 }
    #expect(try visitor.text("root.lastChild.textContent") == "")
    try visitor.press(Key.escape)
    visitor.desk.write("Second")
    try visitor.wait("the news") {
      try visitor.text("root.lastChild.textContent") == "New message from Ana"
    }
    let polls = try visitor.sent("poll").count
    try visitor.wait("two more polls") { try visitor.sent("poll").count > polls + 1 }
    #expect(try visitor.text("root.lastChild.textContent") == "New message from Ana")
    #expect(try visitor.text("$('#count').textContent") == "1")
    #expect(try visitor.text("$('#launch').ariaLabel") == "Open chat, new messages: 1")
    try visitor.browser.reload()
    try visitor.wait("the count") { try visitor.text("$('#count').textContent") == "1" }
    try visitor.open()
    #expect(try visitor.text("$('#count').textContent") == "")
    #expect(try visitor.faults == "")
  }
}
