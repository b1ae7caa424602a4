package import DeskCore

/// What can be asked of the gateway, by the path behind its address.
package enum WebRoute: Hashable, Sendable {
  case state
  case start
  case say
  case poll
  case end
  /// WhatsApp's webhook, and the question by which it is verified.
  case whatsapp
  /// A ticket's page, by the token of its link.
  case ticket(String)
  /// The link to create a password (W8).
  case password(String)

  package init(path: String) throws(WebRefusal) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1, parts[0].isEmpty else { throw .notFound }
    switch (parts[1], parts.count) {
    case ("state", 2): self = .state
    case ("start", 2): self = .start
    case ("say", 2): self = .say
    case ("poll", 2): self = .poll
    case ("end", 2): self = .end
    case ("whatsapp", 2): self = .whatsapp
    case ("ticket", 3): self = .ticket(parts[2])
    case ("password", 3): self = .password(parts[2])
    default: throw .notFound
    }
  }

  package var methods: [WebMethod] {
    switch self {
    case .state: [.get, .head, .options]
    case .start, .say, .poll, .end: [.post, .options]
    case .whatsapp, .password: [.get, .head, .post]
    case .ticket: [.get, .head]
    }
  }

  /// As the header `Allow` has them.
  package var allowed: String { methods.map(\.rawValue).joined(separator: ", ") }

  /// A page for people, whose refusals are pages, too.
  package var isPage: Bool {
    switch self {
    case .ticket, .password: true
    case .state, .start, .say, .poll, .end, .whatsapp: false
    }
  }

  /// Whether a browser asks in the name of a page, which must then be one of ours. WhatsApp's servers
  /// prove themselves by signing.
  package var isForBrowsers: Bool { self != .whatsapp }

  /// Bytes that a body may have at the most. WhatsApp sends 3 MB.
  package static let longestBody = 3 << 20

  /// Bytes that a body may have: of a visitor, 4096 characters however they are written in JSON.
  package var bodyLimit: Int { self == .whatsapp ? Self.longestBody : 64 << 10 }

  /// What a body must be; a form's button needs none.
  private var bodyType: String? {
    switch self {
    case .start, .say, .poll, .end, .whatsapp: "application/json"
    case .state, .ticket, .password: nil
    }
  }

  /// Refuses what can be refused whatever the body holds: method, origin, type, size.
  package func check(
    _ request: WebRequest, origins: [WebOrigin]
  ) throws(WebRefusal) -> WebMethod {
    guard let method = request.method, methods.contains(method) else { throw .method }
    if isForBrowsers { try WebAccess.check(request, method, allowing: origins) }
    guard method == .post else { return method }
    if let bodyType, request.contentType != bodyType { throw .type }
    if request.contentLength > bodyLimit { throw .tooLarge }
    return method
  }
}
