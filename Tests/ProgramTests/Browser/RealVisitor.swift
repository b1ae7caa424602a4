import DeskTestSupport
import Foundation
import Testing

/// A visitor at a page that the program's own code was pasted into, before a real desk and a real web
/// server.
struct RealVisitor: ChatVisitor {
  let browser: WebDriver
  let desk: BinaryDesk
  let server: WebServer
  var page = "chat.html"

  var address: String { server.url + "/" + page }

  /// Nil where the browser or the web server is not installed.
  init?(settings: [String] = []) throws {
    guard let browser = OneBrowser.current, let lighttpd = try Needed.program("lighttpd"),
      let curl = try Needed.program("curl")
    else { return nil }
    self.browser = browser
    desk = try BinaryDesk(now: nil, sample: false)
    for words in [
      ["init", "--sample"], ["livechat", "set", "--endpoint", "/chat"] + settings,
    ] {
      let answer = try desk.run(words)
      try #require(answer.status == 0, "\(answer.error)")
    }
    server = try WebServer(desk, .lighttpd(lighttpd), curl: curl)
  }

  /// Pastes the code of today into a page whose policy is what `--csp` prints for it, with all else
  /// forbidden. What counts the breaches stands before the policy.
  func paste(_ options: [String], trustedTypes: Bool = true) throws {
    let code = try output(["livechat", "embed"] + options)
    let asked = try output(["livechat", "embed", "--csp"] + options)
      .trimmingCharacters(in: .newlines)
    var policy = "default-src 'none'; base-uri 'none'; \(asked)"
    if trustedTypes {
      policy += "; require-trusted-types-for 'script'"
      if !asked.contains("trusted-types") { policy += "; trusted-types 'none'" }
    }
    let html = """
      <!doctype html>
      <html lang="pt-BR"><head><meta charset="utf-8"><title>Our shop</title>
      <meta name="viewport" content="width=device-width">
      <script>{ \(ChatPage.witness) }</script>
      <meta http-equiv="Content-Security-Policy" content="\(policy)"></head>
      <body><h1>Our shop</h1><p>What we sell.</p>
      \(code)</body></html>
      """
    try write(html, page)
    if options.contains("pinned") {
      let asset = try output(["livechat", "embed", "--asset"])
      let name = try #require(code.firstMatch(of: #/deskctl-chat-[0-9a-f]{16}\.js/#))
      try write(asset, String(name.output))
    }
  }

  private func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(desk.root)/.build/site/\(name)"))
  }

  /// What a command prints that has to succeed.
  @discardableResult
  func output(_ words: [String]) throws -> String {
    let answer = try desk.run(words)
    try #require(answer.status == 0, "\(words): \(answer.error)")
    return answer.output
  }
}
