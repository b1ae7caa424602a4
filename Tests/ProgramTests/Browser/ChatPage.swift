import DeskFormats
import JSON

/// A page that carries the widget, under a policy that allows nothing but its script and its desk.
struct ChatPage: Sendable {
  var lang = "en"
  var dir = "ltr"
  /// How often it carries the snippet.
  var copies = 1
  var welcome = "Hello! How can we help?"
  var content = "<h1>Our shop</h1><p>What we sell.</p><p><a href=\"/other\">More</a></p>"
  var colours: [String: String] = [:]

  let policy = """
    Content-Security-Policy: default-src 'none'; script-src 'nonce-page'; connect-src 'self'; \
    base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'
    """

  var config: JSONValue {
    [
      "v": 1, "channel": "livechat", "endpoint": "/chat", "lang": JSONValue(lang),
      "fingerprint": "0000", "showOnLogin": false,
      "welcome": ["text": JSONValue(welcome), "color": colour("welcome", "#e8eefc")],
      "offline": ["text": "Nobody is here now. Please leave a message.", "color": "#fdf0d5"],
      "closing": ["color": "#e3f4e8"], "font": colour("font", "#1d2440"),
      "background": colour("background", "#ffffff"), "border": colour("border", "#d3d9e8"),
    ]
  }

  private func colour(_ part: String, _ usual: String) -> JSONValue {
    JSONValue(colours[part] ?? usual)
  }

  /// What the page remembers is kept in attributes, so that it adds no global of its own.
  static let witness = """
    const root = document.documentElement.dataset;
    root.before = Object.getOwnPropertyNames(window).join(" ");
    root.faults = "";
    addEventListener("securitypolicyviolation", (event) => {
      root.faults += `${event.violatedDirective} ${event.blockedURI} ${event.sample}; `;
    });
    for (const kind of ["error", "unhandledrejection"]) {
      addEventListener(kind, (event) => { root.faults += (event.message || event.reason) + "; "; });
    }
    """

  var html: String {
    let escaped = config.text().replacing("<", with: "\\u003c")
    let snippet = "<script nonce=page>\(Widget.source)deskctl.chat(\(escaped))</script>\n"
    return """
      <!doctype html>
      <html lang="\(lang)" dir="\(dir)"><head><meta charset="utf-8"><title>Our shop</title>
      <meta name="viewport" content="width=device-width">
      <script nonce=page>{ \(Self.witness) }</script></head>
      <body>\(content)
      \(String(repeating: snippet, count: copies))</body></html>
      """
  }
}
