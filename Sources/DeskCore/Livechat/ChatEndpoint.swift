/// Where a page's chat calls the desk: `/chat` on the page's own site, or a whole address. What
/// visitors write goes there, so nothing but https is taken, or http to this machine alone.
package struct ChatEndpoint: Hashable, Sendable, TextValue {
  /// Without a slash at its end.
  package let text: String

  package static var form: TextForm { .endpoint }
  package static var pattern: String? { "^(https?:/)?/[!-~]*$" }

  package init(text: String) throws(Unreadable) {
    let isPath = text.hasPrefix("/") && !text.hasPrefix("//") && text.utf8.count > 1
    guard isPath ? Self.isPlain(text) : (try? APIAddress(text: text)) != nil, Self.isPlain(text)
    else { throw Unreadable.endpoint }
    var text = text[...]
    while text.hasSuffix("/") { text = text.dropLast() }
    self.text = String(text)
  }

  /// The characters of an address, but for those that end a path, or a text in a page.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      (0x21...0x7E).contains(byte) && !"?#\"'<>\\^`{|}".utf8.contains(byte)
    }
  }

  /// The site it is on; nil where that is the page's own.
  package var origin: WebOrigin? {
    guard !text.hasPrefix("/") else { return nil }
    let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    return try? WebOrigin(text: parts.prefix(3).joined(separator: "/"))
  }
}
