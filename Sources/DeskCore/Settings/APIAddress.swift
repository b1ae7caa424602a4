/// Where an API lies: `https://graph.facebook.com/v24.0`. A token goes there, so nothing but https is
/// taken, or http to this machine alone.
package struct APIAddress: Hashable, Sendable, TextValue {
  package let text: String

  package static let graph = APIAddress(known: "https://graph.facebook.com/v24.0")

  package static var form: TextForm { .apiAddress }
  package static var pattern: String? { "^https?://[!-~]+$" }

  private init(known text: String) { self.text = text }

  package init(text: String) throws(Unreadable) {
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !text.contains("\""),
      !text.contains("\\"), !text.contains("?"), !text.contains("#"), Self.isSafe(text)
    else { throw Unreadable.apiAddress }
    self.text = text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  /// Whether what is sent there is read by nobody on the way.
  private static func isSafe(_ text: String) -> Bool {
    if text.hasPrefix("https://") { return host(text.dropFirst(8)) != nil }
    guard text.hasPrefix("http://"), let host = host(text.dropFirst(7)) else { return false }
    return ["127.0.0.1", "localhost", "[::1]"].contains(host)
  }

  /// The host of an address without its scheme; nil where there is none, or a password before it.
  private static func host(_ rest: Substring) -> String? {
    let authority = rest.prefix { $0 != "/" }
    guard !authority.isEmpty, !authority.contains("@") else { return nil }
    if authority.hasPrefix("[") {
      return authority.lastIndex(of: "]").map { String(authority[...$0]) }
    }
    let host = authority.prefix { $0 != ":" }
    return host.isEmpty ? nil : String(host)
  }

  /// The scheme, which is the only one that may be used.
  package var scheme: String { text.hasPrefix("https:") ? "https" : "http" }
}
