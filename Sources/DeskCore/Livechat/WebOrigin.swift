/// A site as a browser names it in `Origin`: scheme, host, and its port where it is not the usual.
package struct WebOrigin: Hashable, Sendable, TextValue {
  package let text: String

  package static var form: TextForm { .origin }
  package static var pattern: String? { "^https?://[^/?#@]+/?$" }

  /// A slash at the end, capitals and the usual port are taken and left out, as a browser does.
  package init(text: String) throws(Unreadable) {
    let word = text.lowercased()
    let scheme = word.hasPrefix("https://") ? "https" : word.hasPrefix("http://") ? "http" : nil
    guard let scheme else { throw Unreadable.origin }
    var rest = word.dropFirst(scheme.utf8.count + 3)
    if rest.hasSuffix("/") { rest = rest.dropLast() }
    let port = rest.lastIndex(of: ":").map { rest[rest.index(after: $0)...] }
    // The last colon of a host in brackets is its own.
    let hasPort = port.map { !$0.contains("]") } ?? false
    let host = hasPort ? rest.dropLast((port ?? "").utf8.count + 1) : rest
    guard Self.isHost(host) else { throw Unreadable.origin }
    if hasPort, let port {
      guard let number = Reference.number(port), number < 65_536 else { throw Unreadable.origin }
      let usual = scheme == "https" ? 443 : 80
      self.text = "\(scheme)://\(host)" + (number == usual ? "" : ":\(number)")
    } else {
      self.text = "\(scheme)://\(host)"
    }
  }

  private static func isHost(_ host: Substring) -> Bool {
    if host.hasPrefix("[") {
      return host.hasSuffix("]") && host.utf8.count > 3
        && host.dropFirst().dropLast().utf8.allSatisfy { "0123456789abcdef:.".utf8.contains($0) }
    }
    return !host.isEmpty
      && host.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-.".utf8.contains($0) }
  }
}
