import DeskSystem
import DeskTestSupport
import Testing

/// Everything that the gateway refuses: its own status and word, and nothing changed.
struct GatewayRefusalTests {
  /// A request, and how it is refused.
  struct Case: Sendable {
    let what: String
    let status: String
    let word: String
    let ask: @Sendable (ChatDesk) -> ChatDesk.Answer

    init(
      _ what: String, _ status: String, _ word: String,
      _ ask: @escaping @Sendable (ChatDesk) -> ChatDesk.Answer
    ) {
      self.what = what
      self.status = status
      self.word = word
      self.ask = ask
    }
  }

  static let poll = #"{"token":"\#(ChatDesk.token)","since":0}"#

  static let cases = [
    Case("no path", "404 Not Found", "not_found") { $0.ask("GET", "") },
    Case("another path", "404 Not Found", "not_found") { $0.ask("GET", "/tickets") },
    Case("another method", "405 Method Not Allowed", "method") { $0.ask("GET", "/say") },
    Case("an unknown method", "405 Method Not Allowed", "method") { $0.ask("BREW", "/state") },
    Case("no method", "405 Method Not Allowed", "method") { $0.ask("", "/state") },
    Case("another site's page", "403 Forbidden", "origin") {
      $0.ask("POST", "/poll", body: poll, ["HTTP_ORIGIN": "https://mau.example"])
    },
    Case("no site named", "403 Forbidden", "origin") { $0.ask("POST", "/poll", body: poll, [:]) },
    Case("another site's preflight", "403 Forbidden", "origin") {
      $0.ask("OPTIONS", "/poll", ["HTTP_ORIGIN": "https://mau.example"])
    },
    Case("a form", "415 Unsupported Media Type", "type") {
      $0.ask("POST", "/poll", body: poll, type: "text/plain")
    },
    Case("no type", "415 Unsupported Media Type", "type") {
      $0.ask("POST", "/poll", body: poll, type: nil)
    },
    Case("a body too large", "413 Content Too Large", "too_large") {
      $0.ask("POST", "/poll", body: String(repeating: " ", count: 65_537))
    },
    Case("a length too large", "413 Content Too Large", "too_large") {
      $0.ask("POST", "/poll", body: poll, length: "999999999999999999")
    },
    Case("a length that is none", "400 Bad Request", "bad_request") {
      $0.ask("POST", "/poll", body: poll, length: "ten")
    },
    Case("less than its length", "400 Bad Request", "bad_request") {
      $0.ask("POST", "/poll", body: poll, length: "500")
    },
    Case("more than its length", "400 Bad Request", "bad_request") {
      $0.ask("POST", "/poll", body: poll, length: "20")
    },
    Case("no body", "400 Bad Request", "bad_request") { $0.ask("POST", "/poll") },
    Case("an unknown key", "400 Bad Request", "bad_request") {
      $0.post("/poll", #"{"token":"\#(ChatDesk.token)","since":0,"more":1}"#)
    },
    Case("an unknown visitor", "403 Forbidden", "token") {
      $0.poll(token: String(repeating: "f", count: 32))
    },
    Case("an unknown visitor writes", "403 Forbidden", "token") {
      $0.say(1, "Oi", token: String(repeating: "f", count: 32))
    },
    Case("an unknown visitor ends", "403 Forbidden", "token") {
      $0.end(token: String(repeating: "f", count: 32))
    },
    Case("no name", "422 Unprocessable Content", "name") { $0.start(name: " ") },
    Case("no e-mail", "422 Unprocessable Content", "email") { $0.start(email: "carla") },
    Case("no text", "422 Unprocessable Content", "text") { $0.start(text: " ") },
    Case("a channel without visitors", "400 Bad Request", "bad_request") {
      $0.ask("GET", "/state", query: "channel=whatsapp")
    },
    Case("a webhook that is not set", "404 Not Found", "not_found") { $0.post("/whatsapp", "{}") },
    Case("a verification that is not set", "404 Not Found", "not_found") {
      $0.ask("GET", "/whatsapp", query: "hub.mode=subscribe")
    },
  ]

  @Test func `whatever is refused has its status and word, and changes nothing`() throws {
    let desk = try ChatDesk()
    let before = try desk.desk.files()
    var failures: [String] = []
    for one in Self.cases {
      let answer = one.ask(desk)
      if answer.status != one.status { failures.append("\(one.what): \(answer.status)") }
      if answer.body != "{\"error\":\"\(one.word)\"}\n" {
        failures.append("\(one.what): \(answer.body)")
      }
      if answer.exit != 0 || !answer.error.isEmpty {
        failures.append("\(one.what): \(answer.error)")
      }
      if try desk.desk.files() != before { failures.append("\(one.what): something changed") }
    }
    #expect(failures == [])
    try Exhaustion.count(
      "gateway: refusals", cases: Self.cases.count, failures: failures.count)
  }

  @Test func `a refused method says which are taken`() throws {
    let desk = try ChatDesk()
    #expect(desk.ask("GET", "/say").headers["Allow"] == "POST, OPTIONS")
    #expect(desk.ask("POST", "/state").headers["Allow"] == "GET, HEAD, OPTIONS")
  }

  @Test func `L1 a desk without livechat has no chat`() throws {
    let desk = try ChatDesk()
    #expect(desk.desk.run("config", "set", "livechat.enabled=false").status == 0)
    #expect(desk.desk.run("config", "set", "webchat.enabled=false").status == 0)
    #expect(desk.ask("GET", "/state", query: "channel=livechat").body == "{\"state\":\"off\"}\n")
    #expect(desk.start().status == "404 Not Found")
    #expect(desk.poll().status == "404 Not Found")
  }

  @Test func `a page of another site is answered where it is listed`() throws {
    let desk = try ChatDesk()
    let site = ["HTTP_ORIGIN": ChatDesk.site]
    let preflight = desk.ask("OPTIONS", "/start", site)
    #expect(preflight.status == "204 No Content")
    #expect(preflight.headers["Access-Control-Allow-Methods"] == "POST, OPTIONS")
    #expect(preflight.headers["Access-Control-Allow-Headers"] == "Content-Type")
    let refused = desk.ask("POST", "/poll", body: "{}", site)
    #expect(refused.status == "400 Bad Request")
    #expect(refused.headers["Access-Control-Allow-Origin"] == ChatDesk.site)
  }

  @Test func `a busy desk says when to try again, and to the log why`() throws {
    let desk = try ChatDesk()
    let folder = try Folder(desk.desk.root + "/data", kernel: Kernel())
    let lock = try #require(try FileLock.take("lock", in: folder, .exclusive, patience: 0))
    let answer = desk.ask("POST", "/poll", body: Self.poll, words: ["--wait", "0"])
    #expect(answer.status == "503 Service Unavailable")
    #expect(answer.headers["Retry-After"] == "2")
    #expect(answer.body == "{\"error\":\"busy\"}\n")
    #expect(answer.exit == 6)
    withExtendedLifetime(lock) {}
  }

  @Test func `what failed inside is told to the server's log alone`() throws {
    let desk = try ChatDesk()
    try desk.desk.write("config/agents.json", "{ not JSON")
    let answer = desk.start()
    #expect(answer.status == "500 Internal Server Error")
    #expect(answer.body == "{\"error\":\"internal\"}\n")
    #expect(!answer.text.contains("agents"))
    #expect(answer.error.contains("agents.json"))
    #expect(answer.exit == 4)
  }
}
