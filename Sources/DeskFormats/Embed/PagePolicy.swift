package import DeskCore

/// What a page's Content Security Policy must allow for the code to work, and no more: with this
/// beside `default-src 'none'` it does, under `require-trusted-types-for 'script'`, too.
///
/// Styles need nothing: the chat's sheet is made by script and adopted, which policies leave alone.
/// <https://www.w3.org/TR/CSP3/>
package struct PagePolicy: Sendable {
  /// Directives with their sources, in the order in which they are printed.
  package let directives: [(name: String, sources: [String])]

  package init(_ snippet: EmbedSnippet, endpoint: ChatEndpoint?) {
    var directives = [
      ("script-src", Self.scripts(snippet)), ("connect-src", [endpoint?.origin?.text ?? "'self'"]),
    ]
    if snippet.usesTrustedTypes { directives.append(("trusted-types", [ES5Loader.policy])) }
    self.directives = directives
  }

  /// `script-src 'sha256-…'; connect-src https://desk.example`
  package var text: String {
    directives.map { ([$0.name] + $0.sources).joined(separator: " ") }.joined(separator: "; ")
  }

  private static func scripts(_ snippet: EmbedSnippet) -> [String] {
    if let nonce = snippet.nonce { return ["'nonce-\(nonce.text)'"] }
    let hashes = snippet.inlineScripts.map { script in
      "'sha256-\(Base64.encode(SHA256.hash(Array(script.utf8))))'"
    }
    // Bundled code is the page's own.
    let own = snippet.target == .js ? ["'self'"] : []
    let file = snippet.base.site.map { $0 + snippet.file.name } ?? "'self'"
    switch snippet.shape {
    case .inline: return hashes + own
    case .pinned: return hashes + own + (own.contains(file) ? [] : [file])
    }
  }
}

extension EmbedSnippet {
  /// Whether it makes a policy of Trusted Types: where it adds a script to the page itself.
  fileprivate var usesTrustedTypes: Bool {
    switch target {
    case .html, .wordpress: false
    case .gtm: true
    case .js: shape == .pinned
    }
  }
}
