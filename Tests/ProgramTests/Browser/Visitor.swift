import DeskTestSupport
import JSON

/// A visitor at a page of a desk's double.
struct Visitor: ChatVisitor {
  let browser: WebDriver
  let desk: ChatDouble
  let server: LoopbackServer

  var address: String { "http://127.0.0.1:\(server.port)/" }

  /// Opens the page in a browser that knows nothing of it, as each server has a port of its own; nil
  /// where there is no browser.
  init?(_ prepare: (inout sending ChatDouble.State) -> Void = { _ in }) throws {
    guard let browser = OneBrowser.current else { return nil }
    self.browser = browser
    let desk = ChatDouble()
    desk.edit(prepare)
    self.desk = desk
    server = try LoopbackServer { desk.answer($0) }
    try visit()
  }

  /// The bodies of the requests to one address.
  func sent(_ verb: String) throws -> [JSONValue] {
    try server.requests.filter { $0.target == "/chat/\(verb)" }.map {
      try JSONValue(parsing: $0.body)
    }
  }
}
