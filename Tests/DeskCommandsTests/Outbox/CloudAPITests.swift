import DeskCore
import DeskStore
import DeskTestSupport
import Foundation
import JSON
import Testing

/// The Cloud API with the machine's own curl, against a server on the loopback.
struct CloudAPITests {
  /// A desk that sends there; without a window unless one is wanted.
  private func desk(_ url: String, timeout: Int = 20, window: Bool = false) throws -> TestDesk {
    let desk = try TestDesk.sample()
    try desk.write("token", "EAAsecretToken\n")
    let set = desk.run(
      "config", "set", "outbox.transport=cloud-api", "outbox.cloudApi.baseUrl=\(url)",
      "outbox.cloudApi.tokenFile=\(desk.root)/token", "whatsapp.numbers=106540352242922",
      "outbox.timeout=\(timeout)", "whatsapp.window=\(window ? "yes" : "no")")
    try #require(set.status == 0, "\(set.error)")
    return desk
  }

  private var hasCurl: Bool { get throws { try Needed.program("curl") != nil } }

  private func body(_ api: FakeCloudAPI, _ place: Int = 0) throws -> JSONValue {
    try JSONValue(parsing: api.requests[place].body)
  }

  @Test func `D1 a text goes to the phone's digits with what the desk calls it`() throws {
    guard try hasCurl else { return }
    let api = try FakeCloudAPI { _ in FakeCloudAPI.taken("wamid.1") }
    let desk = try desk(api.url)
    let text = "Olá, \"João\"\n\\o/ {token} \u{1F600}"
    let id = try desk.queue { $0.body.text = text }
    #expect(desk.run("outbox", "deliver").status == 0)
    let entry = try desk.entry(id)
    #expect(entry.state == .sent && entry.provider == "wamid.1" && entry.status == .accepted)
    #expect(api.requests[0].line == "POST /v24.0/106540352242922/messages HTTP/1.1")
    #expect(api.requests[0].head.contains("Authorization: Bearer EAAsecretToken"))
    #expect(
      try body(api) == [
        "messaging_product": "whatsapp", "recipient_type": "individual",
        "biz_opaque_callback_data": "1", "to": "5511987654321", "type": "text",
        "text": ["body": .string(text)],
      ])
  }

  @Test func `D1 a user id is a recipient, and an entry may name its number`() throws {
    guard try hasCurl else { return }
    let api = try FakeCloudAPI { _ in FakeCloudAPI.taken("wamid.1", reached: "5511900000000") }
    let desk = try desk(api.url)
    let id = try desk.queue {
      $0.to = "BR.1502576394655843"
      $0.number = try? PhoneNumberID(text: "777")
    }
    #expect(desk.run("outbox", "deliver").status == 0)
    #expect(api.requests[0].line.contains("/777/messages"))
    #expect(try body(api)["recipient"]?.string == "BR.1502576394655843")
    #expect(try body(api)["to"] == nil)
    #expect(try desk.entry(id).reached == "5511900000000")
    #expect(desk.run("log").output.contains("other_wa_id"))
  }

  @Test func `C14 a template goes by its name and language, with its parameters`() throws {
    guard try hasCurl else { return }
    let api = try FakeCloudAPI { _ in
      FakeCloudAPI.taken("wamid.1", status: "held_for_quality_assessment")
    }
    let desk = try desk(api.url, window: true)
    desk.run(
      "template", "add", "aviso", "--name", "aviso_2", "--language", "en", "--body", "{{2}}{{1}}",
      "--status", "approved")
    func queue(_ parameters: [(String, String)]) throws {
      try desk.queue {
        $0.kind = .template
        $0.body.template = "aviso"
        $0.body.parameters = parameters.map { TemplateParameter(key: $0.0, value: $0.1) }
      }
    }
    try queue([("2", "dois"), ("1", "um")])
    try queue([("nome", "Ana")])
    #expect(desk.run("outbox", "deliver").status == 0)
    let first: JSONValue = [["type": "text", "text": "um"], ["type": "text", "text": "dois"]]
    let named: JSONValue = [["type": "text", "parameter_name": "nome", "text": "Ana"]]
    for (place, parameters) in [first, named].enumerated() {
      #expect(
        try body(api, place)["template"] == [
          "name": "aviso_2", "language": ["code": "en"],
          "components": [["type": "body", "parameters": parameters]],
        ])
    }
    #expect(desk.run("log").output.contains("held_for_quality_assessment"))
  }

  @Test(arguments: [("nota \"1\".pdf", "document"), ("foto.PNG", "image")])
  func `D1 a file is uploaded first, and its message names it`(name: String, kind: String) throws {
    guard try hasCurl else { return }
    let api = try FakeCloudAPI { request in
      request.line.contains("/media")
        ? .json(200, #"{"id":"4490709327384033"}"#) : FakeCloudAPI.taken("wamid.1")
    }
    let desk = try desk(api.url)
    let content = (0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let file = try desk.write { try $0.keep(content, named: name) }
    let id = try desk.queue {
      $0.kind = .file
      $0.body.files = [file]
    }
    #expect(desk.run("outbox", "deliver").status == 0)
    #expect(try desk.entry(id).provider == "wamid.1")
    let upload = api.requests[0]
    #expect(upload.line == "POST /v24.0/106540352242922/media HTTP/1.1")
    #expect(upload.body.firstRange(of: content) != nil)
    #expect(upload.text.contains("name=\"messaging_product\"\r\n\r\nwhatsapp"))
    let media = try body(api, 1)[kind]
    #expect(media?["id"]?.string == "4490709327384033")
    #expect(media?["caption"]?.string == "Bom dia!")
    #expect(media?["filename"]?.string == (kind == "document" ? name : nil))
  }

  @Test func `D2 a file that nobody answered for leaves its message unsent, to be tried again`()
    throws
  {
    guard try hasCurl else { return }
    let api = try FakeCloudAPI { _ in .bytes("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{\"i") }
    let desk = try desk(api.url)
    let file = try desk.write { try $0.keep([1, 2], named: "a.pdf") }
    let id = try desk.queue { $0.body.files = [file] }
    desk.run("outbox", "deliver")
    #expect(try desk.entry(id).state == .queued)
    #expect(api.requests.count == 1)
  }

  /// What came of one message, by what the API did with it.
  private func outcome(_ reply: FakeCloudAPI.Reply, timeout: Int = 20) throws -> String {
    let api = try FakeCloudAPI { _ in reply }
    let desk = try desk(api.url, timeout: timeout)
    let id = try desk.queue()
    desk.run("outbox", "deliver")
    let entry = try desk.entry(id)
    return "\(entry.state.rawValue) \(entry.reason ?? entry.provider ?? "-")"
  }

  @Test(
    arguments: [
      (131_047, 400, "failed cloud-api 131047"), (131_026, 400, "failed cloud-api 131026"),
      (100, 400, "failed cloud-api 100"), (130_429, 400, "queued cloud-api 130429"),
      (131_056, 400, "queued cloud-api 131056"), (131_048, 400, "queued cloud-api 131048"),
      (4, 400, "queued cloud-api 4"), (80_007, 400, "queued cloud-api 80007"),
      (190, 401, "queued cloud-api 190"), (10, 403, "queued cloud-api 10"),
      (200, 403, "queued cloud-api 200"), (131_000, 500, "queued cloud-api 131000"),
      (2, 503, "queued cloud-api 2"),
    ])
  func `D2 an error's code says what follows, not its title`(
    code: Int, http: Int, outcome: String
  ) throws {
    guard try hasCurl else { return }
    #expect(try self.outcome(FakeCloudAPI.error(code, http: http)) == outcome)
  }

  @Test(
    arguments: [
      (FakeCloudAPI.Reply.json(200, "<html>Wi-Fi</html>"), "unknown"),
      (.json(200, "{}"), "unknown"), (.bytes(""), "unknown"), (.bytes("SSH-2.0-x\r\n"), "unknown"),
      (.bytes("HTTP/1.1 200 OK\r\nContent-Length: 300\r\n\r\n{\"messages\":[{\"id\":"), "unknown"),
      (.bytes("HTTP/1.1 200 OK\r\nContent-Le"), "unknown"),
      (.json(502, "<html>Bad Gateway</html>"), "queued"), (.json(429, ""), "queued"),
      (.json(400, "no"), "failed"), (.json(302, "", headers: ["Location: /x"]), "queued"),
      (
        .bytes(
          "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{\"messages\":[{\"id\":\"w\"}]}"),
        "sent"
      ),
    ] as [(FakeCloudAPI.Reply, String)])
  func `D2 a connection that is cut leaves the message unknown`(
    reply: FakeCloudAPI.Reply, state: String
  ) throws {
    guard try hasCurl else { return }
    #expect(try outcome(reply).hasPrefix(state + " "))
  }

  @Test func `D2 one that never answers is unknown, one that is slow is not`() throws {
    guard try hasCurl else { return }
    #expect(try outcome(.hang, timeout: 1).hasPrefix("unknown curl 28"))
    #expect(
      try outcome(.slow(200, #"{"messages":[{"id":"wamid.s"}]}"#)) == "sent wamid.s")
  }

  @Test func `D1 a text that is too long is refused, whatever it holds`() throws {
    guard try hasCurl else { return }
    let api = try FakeCloudAPI { _ in FakeCloudAPI.taken("wamid.1") }
    let desk = try desk(api.url)
    let lengths = [4096, 49_000, 70_000, 500_000]
    for (place, length) in lengths.enumerated() {
      try desk.queue {
        $0.contact = Contact.ID(place + 1)
        $0.body.text = String(repeating: "\"", count: length / 2)
      }
    }
    desk.run("outbox", "deliver")
    let states = try lengths.indices.map { try desk.entry(OutboxEntry.ID($0 + 1)).state.rawValue }
    #expect(states == ["sent", "sent", "failed", "failed"])
    #expect(try body(api, 1)["text"]?["body"]?.string?.count == 24_500)
  }

  @Test func `D1 too many to one person hold that person alone`() throws {
    guard try hasCurl else { return }
    for (code, states) in [(131_056, "queued sent"), (130_429, "queued queued")] {
      let api = try FakeCloudAPI { request in
        request.text.contains("5511987654321")
          ? FakeCloudAPI.error(code, headers: ["Retry-After: 900"]) : FakeCloudAPI.taken("wamid.2")
      }
      let desk = try desk(api.url)
      let first = try desk.queue()
      let second = try desk.queue {
        $0.contact = Contact.ID(2)
        $0.to = "+5521998765432"
      }
      // Neither is an outage: the API answers, it has enough for now.
      #expect(desk.run("outbox", "deliver").error.isEmpty)
      let entries = try [first, second].map { try desk.entry($0) }
      #expect(entries.map(\.state.rawValue).joined(separator: " ") == states)
      #expect(entries[0].retryAt == desk.now + 900)
    }
  }

  @Test func `D1 neither token nor message stand where other users see them`() throws {
    guard try hasCurl else { return }
    let api = try FakeCloudAPI { _ in
      let lines = Self.commandLines()
      #expect(lines.contains { $0.contains("curl -q -K -") })
      #expect(!lines.contains { $0.contains("EAAsecretToken") || $0.contains("Bom dia!") })
      return FakeCloudAPI.taken("wamid.1")
    }
    let desk = try desk(api.url)
    try desk.queue()
    #expect(desk.run("outbox", "deliver").status == 0)
    let kept = try desk.files().filter { $0.value.range(of: Data("EAAsecretToken".utf8)) != nil }
    #expect(kept.keys.sorted() == ["token"])
  }

  /// The command lines of all processes of the machine.
  private static func commandLines() -> [String] {
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return numbers.filter { Int($0) != nil }.compactMap { number in
      FileManager.default.contents(atPath: "/proc/\(number)/cmdline").map {
        String(decoding: $0, as: UTF8.self).replacing("\0", with: " ")
      }
    }
  }

  @Test func `D2 a refused connection is tried again`() throws {
    guard try hasCurl else { return }
    let desk = try desk("http://127.0.0.1:\(try FakeCloudAPI.closedPort())")
    let id = try desk.queue()
    let said = desk.run("outbox", "deliver")
    #expect(said.status == 10)
    let entry = try desk.entry(id)
    #expect(entry.state == .queued && entry.reason == "curl 7")
    #expect(entry.retryAt == desk.now + 60)
  }

  @Test func `D1 a token file that is not there is an outage, and the token is never shown`() throws
  {
    guard try hasCurl else { return }
    let api = try FakeCloudAPI { _ in FakeCloudAPI.taken("wamid.1") }
    let desk = try desk(api.url)
    desk.run("config", "set", "outbox.cloudApi.tokenFile=\(desk.root)/none")
    let id = try desk.queue()
    #expect(desk.run("outbox", "deliver").error.contains("outage"))
    #expect(try desk.entry(id).state == .queued)
    #expect(api.requests.isEmpty)
  }
}
