import DeskTestSupport
import Foundation
import JSON
import Testing

extension ChatVisitor {
  /// Keeps what can be seen, for people: `.build/test/screenshots/NAME.png`.
  func picture(_ name: String) throws {
    let folder = ProjectFile.root + "/.build/test/screenshots"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try browser.screenshot("\(folder)/\(name).png")
  }

  /// Nothing of the chat lies outside the window, and nothing makes the page wider than it.
  var fits: Bool {
    get throws {
      try holds(
        """
        document.documentElement.scrollWidth <= innerWidth
          && [...root.querySelectorAll('#panel, header, #log, form, input, textarea, button')]
            .filter((one) => one.checkVisibility())
            .every((one) => { const box = one.getBoundingClientRect();
              return box.left >= 0 && box.right <= innerWidth + .5 && box.top >= 0; })
          && ['#panel', 'main', '#log'].every((one) => $(one).scrollWidth <= $(one).clientWidth)
        """)
    }
  }
}

extension BrowserTests {
  /// A window's size, and what a visitor of it is like.
  struct Look: Sendable, CustomTestStringConvertible {
    var name: String
    var width = 1280
    var height = 800
    var lang = "en"
    var dir = "ltr"
    var prefers: [(name: String, value: String)] = []
    var testDescription: String { name }

    /// Whether each state of it is kept for people to look at; of the others one is.
    var isPictured: Bool { ["1280", "320"].contains(name) }
  }

  /// 640 by 400 is 1280 by 800 at 200 %.
  static let looks = [
    Look(name: "1280"), Look(name: "320", width: 320, height: 568),
    Look(name: "zoomed", width: 640, height: 400),
    Look(name: "portuguese", lang: "pt-BR"),
    Look(name: "portuguese-320", width: 320, height: 568, lang: "pt-BR"),
    Look(name: "rtl", dir: "rtl"), Look(name: "rtl-320", width: 320, height: 568, dir: "rtl"),
    Look(name: "forced-colors", prefers: [("forced-colors", "active")]),
    Look(name: "reduced-motion", prefers: [("prefers-reduced-motion", "reduce")]),
  ]

  @Test(arguments: looks) func `every state fits into the window`(look: Look) throws {
    let page = ChatPage(lang: look.lang, dir: look.dir)
    guard let visitor = try Visitor({ $0.page = page }) else { return }
    try visitor.browser.prefer(look.prefers)
    try visitor.browser.resize(width: look.width, height: look.height)
    if look.isPictured { try visitor.picture("\(look.name)-1-button") }
    try visitor.open()
    try visitor.wait("the greeting") { try visitor.bubbles.count == 1 }
    try visitor.settle()
    if look.isPictured { try visitor.picture("\(look.name)-2-form") }
    #expect(try visitor.fits)
    try visitor.ask("$('form .main').click()")
    if look.isPictured { try visitor.picture("\(look.name)-3-errors") }
    #expect(try visitor.fits)
    try visitor.talk()
    try visitor.picture("\(look.name)-4-conversation")
    #expect(try visitor.fits)
    visitor.desk.edit { $0.end() }
    try visitor.wait("the end") { try visitor.see("#over") }
    if look.isPictured { try visitor.picture("\(look.name)-5-closed") }
    #expect(try visitor.fits)
    #expect(try visitor.faults == "")
  }

  @Test func `the panel moves only where motion is welcome`() throws {
    guard let visitor = try Visitor() else { return }
    try visitor.open()
    let moving = "getComputedStyle($('#panel')).animationName"
    #expect(try visitor.text(moving) == "rise")
    try visitor.browser.prefer([("prefers-reduced-motion", "reduce")])
    #expect(try visitor.text(moving) == "none")
  }

  @Test func `the chat stands at the end of the line, whichever way the page reads`() throws {
    for (dir, isAtRight) in [("ltr", true), ("rtl", false)] {
      guard let visitor = try Visitor({ $0.page.dir = dir }) else { return }
      let middle = try visitor.ask("$('#launch').getBoundingClientRect().x").double ?? 0
      #expect((middle > 640) == isAtRight)
    }
  }

  @Test func `in forced colours every part keeps an edge that can be seen`() throws {
    guard let visitor = try Visitor() else { return }
    try visitor.browser.prefer([("forced-colors", "active")])
    try visitor.begin()
    try visitor.wait("the welcome") { try visitor.bubbles.count == 2 }
    let edges = try visitor.ask(
      """
      ['#panel', 'header', '#log p', '#text', 'form .main'].filter((one) => {
        const style = getComputedStyle($(one));
        return style.borderTopStyle === 'none' || style.borderTopColor === style.backgroundColor;
      })
      """)
    #expect(edges == [])
    let dot = "getComputedStyle($('#presence'), '::before').content"
    let online = try visitor.text(dot)
    visitor.desk.edit { $0.presence = "offline" }
    try visitor.wait("that nobody is there") { try visitor.text(dot) != online }
  }
}

extension ChatVisitor {
  /// Waits until what moves has moved.
  func settle() throws {
    try wait("rest") { try holds("$('#panel').getAnimations().length === 0") }
  }
}

extension Visitor {
  /// Goes through a conversation of some length from a form that is open.
  fileprivate func talk() throws {
    try fill("name", "Bia Souza")
    try fill("email", "bia@example.com")
    try fill("text", "Hi! My order 1042 has not come, and it was promised for Tuesday.")
    try ask("$('form .main').click()")
    try wait("the welcome") { try bubbles.count == 2 }
    desk.write("Hello Bia, I am looking for it right now.")
    try wait("the agent") { try bubbles.count == 3 }
    try say("Thanks")
    desk.write("It left São Paulo this morning: https://example.com/parcels/1042")
    try wait("the agent again") { try bubbles.count == 5 }
    try wait("the time") { try holds("!$('#log').textContent.includes('…')") }
  }
}
