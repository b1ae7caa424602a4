import DeskTestSupport
import Foundation
import Testing

/// A desk with livechat behind `deskctl cgi`, asked as a web server asks it.
struct ChatDesk {
  let desk: TestDesk
  /// Ana's browser says that it is our own page, unless told otherwise.
  static let ownPage = ["HTTP_SEC_FETCH_SITE": "same-origin"]
  static let token = String(repeating: "0a", count: 16)
  static let site = "https://www.loja.example"

  init(online: Bool = false) throws {
    desk = try TestDesk.sample()
    let set = desk.run(
      "config", "set", "livechat.enabled=true", "livechat.endpoint=/chat", "livechat.title=Chat",
      "livechat.team=suporte", "livechat.origins=\(Self.site)",
      "desk.ticketLink=https://desk.example/chat/ticket/{ticket}-{token}")
    #expect(set.status == 0, "\(set.error)")
    if online { #expect(desk.run("agent", "online", "ana").status == 0) }
  }

  /// An answer as it was printed, taken apart.
  struct Answer {
    let status: String
    let headers: [String: String]
    let body: String
    let text: String
    let exit: Int32
    let error: String

    init(_ answer: TestDesk.Answer) {
      text = answer.output
      exit = answer.status
      error = answer.error
      let end = answer.output.range(of: "\n\n")
      let head = end.map { answer.output[..<$0.lowerBound] } ?? ""
      body = end.map { String(answer.output[$0.upperBound...]) } ?? ""
      var headers: [String: String] = [:]
      for line in head.split(separator: "\n") {
        let parts = line.split(separator: ":", maxSplits: 1)
        headers[String(parts[0])] = String(parts[1].dropFirst())
      }
      status = headers["Status"] ?? ""
      self.headers = headers
    }
  }

  func ask(
    _ method: String, _ path: String, query: String = "", body: String = "",
    type: String? = "application/json", length: String? = nil, words: [String] = [],
    _ more: [String: String] = ownPage
  ) -> Answer {
    let environment = desk.environment
    defer { desk.environment = environment }
    desk.environment["REQUEST_METHOD"] = method
    desk.environment["PATH_INFO"] = path
    desk.environment["QUERY_STRING"] = query
    if method == "POST" {
      desk.environment["CONTENT_TYPE"] = type
      desk.environment["CONTENT_LENGTH"] = length ?? String(body.utf8.count)
    }
    desk.environment.merge(more) { $1 }
    return Answer(desk.run(["cgi"] + words, input: body))
  }

  func post(_ path: String, _ body: String) -> Answer { ask("POST", path, body: body) }

  // MARK: What a page asks

  static func id(_ number: Int) -> String {
    String(repeating: "0", count: 32 - String(number).count) + String(number)
  }

  @discardableResult
  func start(
    _ number: Int = 1, name: String = "Carla", email: String = "carla@nova.example",
    token: String = token, text: String = "Oi"
  ) -> Answer {
    post(
      "/start",
      #"{"channel":"livechat","token":"\#(token)","name":"\#(name)","email":"\#(email)","#
        + #""id":"\#(Self.id(number))","text":"\#(text)"}"#)
  }

  @discardableResult
  func say(_ number: Int, _ text: String, token: String = token) -> Answer {
    post("/say", #"{"token":"\#(token)","id":"\#(Self.id(number))","text":"\#(text)"}"#)
  }

  func poll(since: Int = 0, token: String = token) -> Answer {
    post("/poll", #"{"token":"\#(token)","since":\#(since)}"#)
  }

  @discardableResult
  func end(token: String = token) -> Answer { post("/end", #"{"token":"\#(token)"}"#) }
}
