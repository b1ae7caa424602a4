import DeskTestSupport
import JSON
import Testing

extension BrowserTests {
  @Test func `L9 three reloads and two resends are one start and one message`() throws {
    guard let visitor = try Visitor({ $0.lostAnswers = 2 }) else { return }
    try visitor.begin()
    try visitor.wait("the first attempt") { try visitor.sent("start").count >= 1 }
    try visitor.browser.reload()
    try visitor.wait("the second attempt") { try visitor.sent("start").count == 2 }
    try visitor.wait("the third attempt") { try visitor.sent("start").count == 3 }
    try visitor.wait("the welcome") { try visitor.bubbles.count == 2 }
    for _ in 0..<2 {
      try visitor.browser.reload()
      try visitor.wait("the conversation") { try visitor.bubbles.count == 2 }
    }
    #expect(try visitor.see("#panel"))
    let starts = try visitor.sent("start")
    #expect(Set(starts.map { $0.text() }).count == 1)
    #expect(try visitor.bubbles == ["visitor: My order is late.", "welcome: You are welcome."])
    #expect(visitor.desk.count == 2)
    #expect(try visitor.faults == "")
  }

  @Test func `a desk that is down is told of, and nothing is lost or said twice`() throws {
    guard let visitor = try Visitor() else { return }
    try visitor.begin()
    try visitor.wait("the welcome") { try visitor.bubbles.count == 2 }
    visitor.desk.edit { $0.isDown = true }
    try visitor.say("One")
    try visitor.say("Two")
    try visitor.wait("the note") { try visitor.text("$('#note').textContent").contains("is kept") }
    #expect(try visitor.bubbles.suffix(2) == ["visitor: One", "visitor: Two"])
    try visitor.browser.reload()
    try visitor.wait("what waits") { try visitor.bubbles == ["visitor: One", "visitor: Two"] }
    visitor.desk.edit {
      $0.isDown = false
      $0.lostAnswers = 1
    }
    try visitor.wait("what was sent") {
      try visitor.bubbles.count == 4 && visitor.text("$('#note').textContent") == ""
    }
    #expect(
      try visitor.bubbles == [
        "visitor: My order is late.", "welcome: You are welcome.", "visitor: One", "visitor: Two",
      ])
    #expect(visitor.desk.count == 4)
    #expect(try visitor.faults == "")
  }

  @Test func `a desk that is down when the page comes gets the message when it is up`() throws {
    guard let visitor = try Visitor({ $0.isDown = true }) else { return }
    try visitor.begin()
    try visitor.wait("the note") { try visitor.text("$('#note').textContent").contains("is kept") }
    #expect(try visitor.bubbles == ["visitor: My order is late."])
    visitor.desk.edit { $0.isDown = false }
    try visitor.hurry()
    try visitor.wait("the welcome") { try visitor.bubbles.count == 2 }
    #expect(visitor.desk.count == 2)
    #expect(try visitor.faults == "")
  }

  @Test func `two tabs are one conversation`() throws {
    guard let visitor = try Visitor() else { return }
    let tabs = try visitor.browser.newTab()
    try visitor.visit()
    try visitor.browser.post("/window", ["handle": tabs.old])
    try visitor.begin()
    try visitor.wait("the welcome") { try visitor.bubbles.count == 2 }
    try visitor.browser.post("/window", ["handle": tabs.new])
    try visitor.wait("the other tab") { try visitor.bubbles.count == 2 }
    try visitor.open()
    try visitor.say("From here")
    try visitor.wait("the second message") { try visitor.bubbles.count == 3 }
    try visitor.browser.delete("/window")
    try visitor.browser.post("/window", ["handle": tabs.old])
    try visitor.wait("the first tab") { try visitor.bubbles.last == "visitor: From here" }
    #expect(try Set(visitor.sent("start").map { $0.text() }).count == 1)
    #expect(try visitor.sent("say").count == 1)
    #expect(visitor.desk.count == 3)
    #expect(try visitor.faults == "")
  }

  @Test func `a token that the desk no longer knows is forgotten, and the text kept`() throws {
    guard let visitor = try Visitor() else { return }
    try visitor.begin()
    try visitor.wait("the welcome") { try visitor.bubbles.count == 2 }
    visitor.desk.edit { $0.token = "another" }
    try visitor.wait("the form") { try visitor.see("#name") }
    #expect(try visitor.text("$('#note').textContent").contains("over"))
    #expect(try visitor.ask("localStorage.length").int == 0)
    try visitor.fill("text", "Once more")
    visitor.desk.edit {
      $0.messages = []
      $0.token = nil
    }
    try visitor.ask("$('form .main').click()")
    try visitor.wait("the answer") { try visitor.bubbles.count == 2 }
    #expect(try Set(visitor.sent("start").compactMap { $0["token"]?.string }).count == 2)
    #expect(try visitor.faults == "")
  }

  @Test(arguments: ["email", "text", "bad_request"])
  func `what the desk refuses goes back to where it was written`(word: String) throws {
    guard let visitor = try Visitor({ $0.refusal = (422, word) }) else { return }
    try visitor.begin("Keep me")
    let field = word == "email" ? "email" : "text"
    try visitor.wait("the error") { try visitor.text("$('#\(field)-error').textContent") != "" }
    #expect(try visitor.text("$('#text').value") == "Keep me")
    #expect(try visitor.text("$('#name').value") == "Bia Souza")
    try visitor.ask("$('form .main').click()")
    try visitor.wait("the answer") { try visitor.bubbles.count == 2 }
    #expect(try visitor.faults == "")
  }

  @Test func `a text past 4096 characters is not sent, and not cut`() throws {
    guard let visitor = try Visitor() else { return }
    try visitor.begin(String(repeating: "a", count: 4097))
    #expect(try visitor.text("$('#text-error').textContent").contains("4096"))
    #expect(try visitor.ask("$('#text').value.length").int == 4097)
    #expect(try visitor.sent("start").isEmpty)
    #expect(try visitor.faults == "")
  }

  @Test func `4096 characters are as many as the desk counts, and a name has at most 100`() throws {
    guard let visitor = try Visitor() else { return }
    try visitor.begin(String(repeating: "📦", count: 4096))
    try visitor.wait("the welcome") { try visitor.bubbles.count == 2 }
    #expect(try visitor.sent("start").first?["text"]?.string?.count == 4096)
    #expect(try visitor.ask("$('#name').maxLength").int == 100)
    #expect(try visitor.faults == "")
  }

  @Test func `a browser that refuses storage has its chat as long as the page`() throws {
    guard let visitor = try Visitor() else { return }
    try visitor.browser.run(
      """
      for (const name of ["getItem", "setItem", "removeItem"]) {
        Storage.prototype[name] = () => { throw new DOMException("No", "SecurityError"); };
      }
      """)
    try visitor.begin()
    try visitor.wait("the welcome") { try visitor.bubbles.count == 2 }
    visitor.desk.write("I see.")
    try visitor.wait("the agent") { try visitor.bubbles.count == 3 }
    #expect(try visitor.faults == "")
  }
}
