import DeskCore
import DeskFormats
import DeskStore

/// Answers one request of a web server: whatever happens there is an answer, and what failed inside is
/// told to the server's log alone.
struct Gateway {
  let desk: Desk

  init(_ desk: Desk) { self.desk = desk }

  /// What is printed, and what standard error is told.
  struct Answered {
    let bytes: [UInt8]
    var failure: Failure?
  }

  func answer() -> Answered {
    var request: WebRequest?
    var route: WebRoute?
    do {
      let asked = try WebRequest(environment: desk.surroundings.environment)
      request = asked
      let body = try body(asked)
      let known = try WebRoute(path: asked.path)
      route = known
      let answer = try answer(asked, known, body)
      return Answered(bytes: finished(answer, asked))
    } catch {
      return refused(error, request, route)
    }
  }

  private func answer(
    _ request: WebRequest, _ route: WebRoute, _ body: [UInt8]
  ) throws -> WebAnswer {
    let method = try route.check(request, origins: origins)
    if method == .options { return .preflight(route) }
    guard body.count == request.contentLength else { throw WebRefusal.badRequest }
    switch route {
    case .state: return try state(request)
    case .start: return try start(body)
    case .say: return try say(body)
    case .poll: return try poll(body)
    case .end: return try end(body)
    case .whatsapp:
      return method == .post ? try receive(body, request) : try verify(request.query)
    case .ticket(let name): return try ticketPage(name)
    case .password(let token): return try password(token, redeems: method == .post)
    }
  }

  private var origins: [WebOrigin] { (try? desk.settings.livechat.origins) ?? [] }

  /// As many bytes as the server says that there are, and no more; of more than is ever taken the
  /// beginning. They are read whatever becomes of the request: a server that is answered before it
  /// has sent them all loses the answer (Apache's mod_cgid, fcgiwrap).
  private func body(_ request: WebRequest) throws -> [UInt8] {
    var body: [UInt8] = []
    var left = request.contentLength
    while left > 0, case let more = try desk.surroundings.console.read(), !more.isEmpty {
      if body.count <= WebRoute.longestBody { body += more.prefix(left) }
      left -= more.count
    }
    return body
  }

  // MARK: Refusing

  private func refused(
    _ error: any Error, _ request: WebRequest?, _ route: WebRoute?
  ) -> Answered {
    var failure: Failure?
    let refusal = Self.refusal(error)
    if refusal == .internal || refusal == .busy { failure = Failure(error, words: [], desk: desk) }
    var answer = WebAnswer.refusal(refusal)
    if let route, route.isPage, let settings = try? desk.settings.desk {
      answer = LinkPage.refused(refusal, settings.language, desk: settings.name)
    }
    if refusal == .method, let route { answer.set("Allow", route.allowed) }
    guard let request else { return Answered(bytes: answer.bytes(), failure: failure) }
    return Answered(bytes: finished(answer, request), failure: failure)
  }

  private static func refusal(_ error: any Error) -> WebRefusal {
    if let refusal = error as? WebRefusal { return refusal }
    if case .busy? = error as? StoreError { return .busy }
    return .internal
  }

  private func finished(_ answer: WebAnswer, _ request: WebRequest) -> [UInt8] {
    var answer = answer
    answer.admit(request, origins: origins)
    return answer.bytes(withBody: request.method != .head)
  }
}
