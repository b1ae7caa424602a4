import DeskTestSupport
import Foundation
import JSON
import Testing

/// What a person is told who does not see the chat, and whether one who sees little can read it.
extension BrowserTests {
  /// Role and name of each control that can be reached, in the order of the Tab key.
  private func controls(_ visitor: Visitor) throws -> [String] {
    let all = try visitor.ask(
      "[...root.querySelectorAll('button, input, textarea, a, [tabindex], [role]')]"
        + ".filter((one) => one.checkVisibility())")
    return try (all.array ?? []).map {
      let role = try visitor.browser.computed("computedrole", of: $0)
      return try "\(role): \(visitor.browser.computed("computedlabel", of: $0))"
    }
  }

  @Test func `every control has a role and a name`() throws {
    guard let visitor = try Visitor() else { return }
    #expect(try controls(visitor).prefix(1) == ["button: Open chat"])
    try visitor.open()
    #expect(
      try controls(visitor) == [
        "dialog: Chat with us", "button: Close chat", "log: Messages", "textbox: Name",
        "textbox: E-mail", "textbox: Message", "button: Start conversation", "status: ",
      ])
    try visitor.begin()
    try visitor.wait("the welcome") { try visitor.bubbles.count == 2 }
    #expect(
      try controls(visitor) == [
        "dialog: Chat with us", "button: End", "button: Close chat", "log: Messages",
        "textbox: Message", "button: Send", "status: ",
      ])
  }

  @Test func `an error belongs to its field`() throws {
    guard let visitor = try Visitor() else { return }
    try visitor.open()
    try visitor.press(Key.enter)
    for part in ["name", "email", "text"] {
      let error = try visitor.text(
        "root.getElementById($('#\(part)').getAttribute('aria-describedby')).textContent")
      #expect(!error.isEmpty && error != "undefined", "\(part)")
      let label = try visitor.browser.computed("computedlabel", of: visitor.ask("$('#\(part)')"))
      #expect(!label.contains(error), "\(label)")
    }
  }

  /// The ratio that WCAG defines, of each visible text on the first ground below it that is opaque.
  private static let contrasts = """
    (() => {
      const channels = (text) => text.match(/[\\d.]+/g).map(Number);
      const light = (text) => {
        const [r, g, b] = channels(text).map((one) => one / 255)
          .map((one) => one <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4);
        return .2126 * r + .7152 * g + .0722 * b;
      };
      const ground = (one) => {
        const colour = getComputedStyle(one).backgroundColor;
        return channels(colour)[3] === 0 ? ground(one.parentElement) : colour;
      };
      return [...$('#panel').querySelectorAll('*')]
        .filter((one) => one.checkVisibility() && [...one.childNodes].some((node) => node.data?.trim()))
        .map((one) => {
          const pair = [light(getComputedStyle(one).color), light(ground(one))].sort();
          return { text: one.textContent, ratio: (pair[1] + .05) / (pair[0] + .05) };
        });
    })()
    """

  /// Colours whose pairs all reach 4.5: then no text of the chat may be below it.
  @Test(arguments: [[:], ["font": "#fdfdfd", "background": "#1a1a2e", "welcome": "#2d2d5a"]])
  func `L2 no text has less contrast than the colours that were set`(
    colours: [String: String]
  ) throws {
    guard let visitor = try Visitor({ $0.page.colours = colours }) else { return }
    try visitor.open()
    try visitor.settle()
    try visitor.press(Key.enter)
    var all = try visitor.ask(Self.contrasts).array ?? []
    try visitor.begin()
    try visitor.wait("the welcome") { try visitor.bubbles.count == 2 }
    visitor.desk.write("https://example.com")
    try visitor.wait("the agent") { try visitor.bubbles.count == 3 }
    try visitor.picture(colours.isEmpty ? "light" : "dark")
    all += try visitor.ask(Self.contrasts).array ?? []
    #expect(all.count > 12)
    #expect(all.filter { ($0["ratio"]?.double ?? 0) < 4.5 } == [])
  }

  @Test func `L2 each kind of text stands on the colour that was set for it`() throws {
    guard let visitor = try Visitor() else { return }
    try visitor.begin()
    try visitor.wait("the welcome") { try visitor.bubbles.count == 2 }
    visitor.desk.edit {
      $0.add(from: "desk", "Nobody is here now.", kind: "offline")
      $0.end()
    }
    try visitor.wait("the end") { try visitor.see("#over") }
    let grounds = try visitor.ask(
      "['visitor', 'welcome', 'offline', 'closing'].map((one) =>"
        + " getComputedStyle($(`.${one} p`)).backgroundColor)")
    #expect(
      grounds == [
        "rgb(29, 36, 64)", "rgb(232, 238, 252)", "rgb(253, 240, 213)", "rgb(227, 244, 232)",
      ])
    #expect(try visitor.text("getComputedStyle($('.welcome p')).color") == "rgb(29, 36, 64)")
  }
}
