import DeskCore
import DeskFormats
import DeskTestSupport

/// A page that carries a snippet as it is pasted, under a policy that allows nothing but what
/// `--csp` says and the page's own witness.
struct EmbeddedPage: Sendable {
  let snippet: EmbedSnippet
  let endpoint: ChatEndpoint
  /// How often the code stands in the page.
  var copies = 1

  /// Both welcomes say `text`.
  init(saying text: String, _ target: EmbedTarget, _ shape: EmbedShape) throws {
    var settings = LivechatSettings()
    settings.enabled = true
    endpoint = try ChatEndpoint(text: "/chat")
    settings.endpoint = endpoint
    let text = text.map { "{}".contains($0) ? "\($0)\($0)" : String($0) }.joined()
    settings.onlineWelcome.text = text
    settings.offlineWelcome.text = text
    snippet = EmbedSnippet(ChatLook(settings, language: .ptBR), target: target, shape: shape)
  }

  func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
    switch request.target {
    case "/code.js": .page(snippet.text)
    case "/" + snippet.file.name: .page(snippet.file.text)
    case let path where path.hasPrefix("/chat/"): .json(200, #"{"state":"online"}"#)
    default: .page(html, headers: ["Content-Security-Policy: \(policy)"])
    }
  }

  private var policy: String {
    let own = PagePolicy(snippet, endpoint: endpoint).directives.map { directive in
      let witness = directive.name == "script-src" ? ["'nonce-witness'"] : []
      return ([directive.name] + directive.sources + witness).joined(separator: " ")
    }
    let types = own.contains { $0.hasPrefix("trusted-types") } ? [] : ["trusted-types 'none'"]
    return (["default-src 'none'", "require-trusted-types-for 'script'"] + types + own)
      .joined(separator: "; ")
  }

  private var html: String {
    """
    <!doctype html>
    <html><head><meta charset="iso-8859-1"><title>Loja</title>
    <script nonce="witness">{ \(ChatPage.witness) }</script></head>
    <body><p id="before">antes</p>
    \(String(repeating: pasted, count: copies))<p id="after">depois</p></body></html>
    """
  }

  /// WordPress prints what stands outside PHP.
  private var pasted: String {
    switch snippet.target {
    case .html, .gtm: snippet.text
    case .js: "<script src=\"/code.js\"></script>\n"
    case .wordpress:
      snippet.text.split(separator: "?>\n").last?.split(separator: "<?php }").first.map(String.init)
        ?? ""
    }
  }
}
