package import DeskCore

/// From which sites pages may ask: the server's own, and those that the settings list.
package enum WebAccess {
  /// Refuses a browser that asks in the name of another site's page. Without any name a page may
  /// still be opened; what changes something needs one, or the browser's word that it is our own.
  package static func check(
    _ request: WebRequest, _ method: WebMethod, allowing origins: [WebOrigin]
  ) throws(WebRefusal) {
    if request.fetchSite == "same-origin" { return }
    guard let origin = request.origin else {
      if method == .get || method == .head { return }
      throw .origin
    }
    guard isOwn(origin, request) || isListed(origin, origins) else { throw .origin }
  }

  package static func isListed(_ origin: String, _ origins: [WebOrigin]) -> Bool {
    origins.contains { $0.text == origin.lowercased() }
  }

  /// Behind a proxy that ends TLS the scheme is not known here, so the host alone decides: whoever
  /// speaks for the host by http can do so by other ways, too, and no cookie is at stake.
  private static func isOwn(_ origin: String, _ request: WebRequest) -> Bool {
    guard let host = request.host?.lowercased() else { return false }
    return ["https://" + host, "http://" + host].contains(origin.lowercased())
  }
}

extension WebAnswer {
  /// The headers by which a browser gives an answer to the page of another site (CORS).
  package mutating func admit(_ request: WebRequest, origins: [WebOrigin]) {
    set("Vary", "Origin")
    guard let origin = request.origin, WebAccess.isListed(origin, origins) else { return }
    set("Access-Control-Allow-Origin", origin)
    set("Access-Control-Expose-Headers", "Retry-After")
  }

  /// The answer to a browser that asks whether it may ask.
  package static func preflight(_ route: WebRoute) -> WebAnswer {
    var answer = WebAnswer(.noContent)
    answer.set("Access-Control-Allow-Methods", route.allowed)
    answer.set("Access-Control-Allow-Headers", "Content-Type")
    answer.set("Access-Control-Max-Age", "600")
    return answer
  }
}
