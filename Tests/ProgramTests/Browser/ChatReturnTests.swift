import DeskTestSupport
import JSON
import Testing

/// What comes back to a visitor, and what waits: refusals, ends and paces.
extension BrowserTests {
  @Test func `L6 who writes into an end reads what was said last, and keeps the text`() throws {
    guard let visitor = try Visitor() else { return }
    try visitor.begin()
    try visitor.wait("the welcome") { try visitor.bubbles.count == 2 }
    visitor.desk.edit { $0.isSlow = true }
    try visitor.say("One more thing")
    try visitor.say("and another")
    visitor.desk.edit {
      $0.add(from: "agent", "It is solved.", name: "Ana")
      $0.end()
      $0.isSlow = false
    }
    try visitor.wait("the end") { try visitor.see("#over") }
    #expect(
      try visitor.bubbles == [
        "visitor: My order is late.", "welcome: You are welcome.", "agent: It is solved.",
        "closing: Thank you, and goodbye.",
      ])
    #expect(try visitor.text("$('#text').value") == "One more thing\nand another")
    #expect(try visitor.text("$('#text-error').textContent") == "")
    #expect(try visitor.sent("start").count == 1)
    try visitor.ask("$('#over button').click()")
    #expect(try visitor.see("#text"))
    #expect(try visitor.text("$('#text').value") == "One more thing\nand another")
    #expect(try visitor.faults == "")
  }

  @Test func `a first message that is refused comes back with those behind it`() throws {
    guard let visitor = try Visitor({ $0.refusal = (422, "email") }) else { return }
    visitor.desk.edit { $0.isSlow = true }
    try visitor.begin("mensagem um")
    try visitor.say("mensagem dois")
    visitor.desk.edit { $0.isSlow = false }
    try visitor.wait("the error") { try visitor.text("$('#email-error').textContent") != "" }
    #expect(try visitor.text("$('#text').value") == "mensagem um\nmensagem dois")
    #expect(try visitor.bubbles.allSatisfy { !$0.contains("mensagem") })
    #expect(try visitor.faults == "")
  }

  @Test func `L2 a bubble is what the desk says that it is, whoever is there now`() throws {
    guard
      let visitor = try Visitor({
        $0.add(from: "desk", "Nobody was here then.", kind: "offline")
        $0.add(from: "desk", "A bot's words.")
        $0.token = "another"
      })
    else { return }
    try visitor.begin()
    let expected = ["offline: Nobody was here then.", "desk: A bot's words."]
    try visitor.wait("the bubbles") { try visitor.bubbles.prefix(2) == expected[...] }
    visitor.desk.edit { $0.isOpen = false }
    try visitor.wait("the end") { try visitor.see("#over") }
    #expect(try visitor.bubbles.count == 3 && visitor.bubbles.prefix(2) == expected[...])
    visitor.desk.edit { $0.presence = "offline" }
    try visitor.browser.reload()
    try visitor.wait("the bubbles again") { try visitor.bubbles.prefix(2) == expected[...] }
    #expect(try visitor.faults == "")
  }

  @Test func `L6 the end that is asked for while a poll is on its way is told after it`() throws {
    guard let visitor = try Visitor({ $0.next = 10 }) else { return }
    try visitor.begin()
    try visitor.wait("the welcome") { try visitor.bubbles.count == 2 }
    visitor.desk.edit { $0.isSlow = true }
    try visitor.hurry()
    try visitor.wait("a poll") { try visitor.sent("poll").count == 1 }
    for _ in 1...2 { try visitor.ask("$('header button').click()") }
    visitor.desk.edit { $0.isSlow = false }
    try visitor.wait("the end") { try visitor.see("#over") }
    #expect(try visitor.sent("poll").count == 1 && visitor.sent("end").count == 1)
    #expect(try visitor.faults == "")
  }

  @Test func `who is too fast waits as long as the desk says, and is told of no fault`() throws {
    guard let visitor = try Visitor() else { return }
    try visitor.begin()
    try visitor.wait("the welcome") { try visitor.bubbles.count == 2 }
    visitor.desk.edit {
      $0.refusal = (429, "slow_down")
      $0.retryAfter = 1
      $0.isSlow = true
    }
    try visitor.browser.run(
      """
      const root = document.querySelector("deskctl-chat").shadowRoot;
      root.said = "";
      new MutationObserver(() => { root.said += root.querySelector("#note").textContent; })
        .observe(root.querySelector("#note"), { childList: true });
      """)
    let before = try visitor.ask("performance.now()").double ?? 0
    try visitor.say("Quick")
    try visitor.say("quicker")
    visitor.desk.edit { $0.isSlow = false }
    try visitor.wait("what was sent") { visitor.desk.count == 4 }
    #expect(try visitor.ask("performance.now()").double ?? 0 >= before + 1000)
    #expect(try visitor.text("root.said") == "")
    #expect(try visitor.bubbles.suffix(2) == ["visitor: Quick", "visitor: quicker"])
    #expect(try visitor.faults == "")
  }
}
