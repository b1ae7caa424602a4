import DeskTestSupport
import JSON

/// A visitor at a page of a desk's double, with the shared browser.
struct Visitor {
  let browser: WebDriver
  let desk: ChatDouble
  let server: LoopbackServer

  static let tab = "\u{E004}"
  static let enter = "\u{E007}"
  static let escape = "\u{E00C}"
  static let space = " "

  /// Opens the page in a browser that knows nothing of it; nil where there is no browser.
  init?(_ prepare: (inout sending ChatDouble.State) -> Void = { _ in }) throws {
    guard let browser = OneBrowser.current else { return nil }
    self.browser = browser
    let desk = ChatDouble()
    desk.edit(prepare)
    self.desk = desk
    server = try LoopbackServer { desk.answer($0) }
    try browser.resize(width: 1280, height: 800)
    try browser.prefer([])
    try visit()
  }

  /// Each server has a port of its own, and so each test its own storage.
  func visit() throws {
    try browser.go(to: "http://127.0.0.1:\(server.port)/")
    try wait("the button") { try see("#launch") }
  }

  /// What a script that is given the chat's `root` returns; `$` finds in it.
  @discardableResult
  func ask(_ expression: String, _ arguments: JSONValue...) throws -> JSONValue {
    try browser.post(
      "/execute/sync",
      [
        "script": JSONValue(
          """
          const root = document.querySelector("deskctl-chat")?.shadowRoot;
          const $ = (selector) => root?.querySelector(selector);
          return \(expression);
          """), "args": JSONValue(arguments),
      ])
  }

  func text(_ expression: String) throws -> String { try ask(expression).string ?? "" }

  func holds(_ expression: String) throws -> Bool { try ask(expression).bool == true }

  /// Whether it is there and shown.
  func see(_ selector: String) throws -> Bool {
    try holds("$('\(selector)')?.checkVisibility() === true")
  }

  /// What has the focus in the chat, by its id or its text.
  var focus: String {
    get throws {
      try text("root.activeElement?.id || root.activeElement?.textContent || ''")
    }
  }

  /// Each bubble by who wrote it, and its text.
  var bubbles: [String] {
    get throws {
      try ask(
        "[...$('#log').children].map(b => b.className + ': ' + b.querySelector('p').textContent)"
      )
      .array?.compactMap(\.string) ?? []
    }
  }

  func wait(_ what: String, until isSo: () throws -> Bool) throws {
    try WebDriver.wait(what, until: isSo)
  }

  func wait(_ what: String, for expression: String) throws {
    try wait(what) { try holds(expression) }
  }

  func press(_ key: String) throws { try browser.type(key) }

  /// Opens the panel by the keyboard, as somebody does who sees nothing.
  func open() throws {
    try ask("$('#launch').focus()")
    try press(Self.enter)
  }

  func fill(_ part: String, _ text: String) throws {
    try ask("void ($('#\(part)').value = arguments[0])", JSONValue(text))
  }

  /// Begins a conversation and waits for the desk's answer.
  func begin(_ text: String = "My order is late.") throws {
    try open()
    try fill("name", "Bia Souza")
    try fill("email", "bia@example.com")
    try fill("text", text)
    try ask("$('form .main').click()")
  }

  func say(_ text: String) throws {
    try fill("text", text)
    try ask("$('#text').focus()")
    try press(Self.enter)
  }

  /// The bodies of the requests to one address.
  func sent(_ verb: String) throws -> [JSONValue] {
    try server.requests.filter { $0.target == "/chat/\(verb)" }.map {
      try JSONValue(parsing: $0.body)
    }
  }

  /// Breaches of the page's policy, and errors of scripts, so far.
  var faults: String {
    get throws { try text("document.documentElement.dataset.faults") }
  }
}
