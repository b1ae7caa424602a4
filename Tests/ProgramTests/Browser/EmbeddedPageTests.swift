import DeskFormats
import DeskTestSupport
import JSON
import Testing

/// What is pasted, in a real browser under a strict policy.
@Suite(.oneBrowser, .serialized)
struct EmbeddedPageTests {
  /// Loads a page and opens the chat; answers what it says first and what went wrong.
  private func open(_ page: EmbeddedPage) throws -> (said: String, faults: String)? {
    guard let browser = OneBrowser.current else { return nil }
    let server = try LoopbackServer { page.answer($0) }
    try browser.go(to: "http://127.0.0.1:\(server.port)/")
    let root = "document.querySelector('deskctl-chat')?.shadowRoot"
    try WebDriver.wait("the button") { try browser.run("return !!\(root)").bool == true }
    try browser.run("\(root).querySelector('#launch').click()")
    try WebDriver.wait("the greeting") {
      try browser.run("return !!\(root).querySelector('#log p')").bool == true
    }
    let paragraphs = try browser.run(
      "return [...document.querySelectorAll('body p')].map(p => p.id).join()")
    #expect(paragraphs.string == "before,after")
    let said = try browser.run("return \(root).querySelector('#log p').textContent")
    let faults = try browser.run("return document.documentElement.dataset.faults")
    return (said.string ?? "", faults.string ?? "")
  }

  @Test(arguments: EmbedTarget.allCases, EmbedShape.allCases)
  func `L7 with what --csp says the chat shows, and without more`(
    target: EmbedTarget, shape: EmbedShape
  ) throws {
    let text = "Olá! </script> {{x}} \u{2028} 👩‍👩‍👧‍👦"
    guard let seen = try open(try EmbeddedPage(saying: text, target, shape)) else { return }
    #expect(seen.said == text)
    #expect(seen.faults == "")
  }

  @Test(arguments: EmbedTarget.allCases, EmbedShape.allCases)
  func `L7 the code pasted twice is one chat, and no fault`(
    target: EmbedTarget, shape: EmbedShape
  ) throws {
    var page = try EmbeddedPage(saying: "Oi", target, shape)
    page.copies = 2
    guard let seen = try open(page) else { return }
    #expect(seen == ("Oi", ""))
    let count = try OneBrowser.current?.run(
      "return document.querySelectorAll('deskctl-chat').length")
    #expect(count?.int == 1)
  }

  @Test func `L8 whatever is said is read as it was written`() throws {
    var failures = 0
    let texts = HostileTexts.all.filter { !$0.text.isEmpty }
    for (name, text) in texts {
      let page = try EmbeddedPage(saying: text, .html, .inline)
      guard let seen = try open(page) else { return }
      let isSame = seen.said.utf8.elementsEqual(text.utf8) && seen.faults.isEmpty
      #expect(isSame, "\(name): \(seen.faults)")
      if !isSame { failures += 1 }
    }
    try Exhaustion.count("hostile texts in a page", cases: texts.count, failures: failures)
  }

  /// Each frame ends with a bubble of another kind.
  @Test func `the preview shows the chat online, offline and closed`() throws {
    guard let browser = OneBrowser.current else { return }
    let made = try BinaryDesk().run("livechat", "preview")
    let server = try LoopbackServer { _ in .page(made.output) }
    try browser.go(to: "http://127.0.0.1:\(server.port)/")
    let last = """
      return [...document.querySelectorAll("iframe")].map(frame =>
        frame.contentDocument?.querySelector("deskctl-chat")?.shadowRoot
          .querySelector("#panel:not([hidden]) #log > :last-child")?.className).join()
      """
    try WebDriver.wait("the frames") {
      try browser.run(last).string == "welcome,offline,closing"
    }
  }
}
