import DeskTestSupport
import Foundation
import Testing

/// The chat behind a real web server, asked over the loopback.
struct WebServerTests {
  static let user = "deskctlw"
  static let token = String(repeating: "0a", count: 16)

  /// A desk with the chat, at the machine's own time.
  private func desk(group: String? = nil) throws -> BinaryDesk {
    let desk = try BinaryDesk(now: nil, sample: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: desk.root)
    let shared = group.map { ["--group", $0] } ?? []
    for words in [
      ["init", "--sample"] + shared, ["config", "set", "livechat.endpoint=/chat"],
      ["agent", "online", "ana"],
    ] {
      let answer = try desk.run(words)
      try #require(answer.status == 0, "\(answer.error)")
    }
    return desk
  }

  private func start(_ number: Int = 1) -> String {
    #"{"channel":"livechat","token":"\#(Self.token)","name":"Davi","email":"davi@nova.example","#
      + #""id":"\#(String(repeating: "0", count: 31))\#(number)","text":"Oi"}"#
  }

  private func say(_ number: Int, _ text: String) -> String {
    #"{"token":"\#(Self.token)","id":"\#(String(repeating: "0", count: 31))\#(number)","#
      + #""text":"\#(text)"}"#
  }

  private var poll: String { #"{"token":"\#(Self.token)","since":0}"# }

  private func count(_ text: String, in body: String) -> Int {
    body.components(separatedBy: text).count - 1
  }

  @Test func `L9 a chat behind lighttpd: begun, answered, ended, and sent again`() throws {
    guard let lighttpd = try Needed.program("lighttpd"), let curl = try Needed.program("curl")
    else {
      return
    }
    let desk = try desk()
    let server = try WebServer(desk, .lighttpd(lighttpd), curl: curl)
    #expect(try server.ask("/").body == "<p>site</p>\n")
    #expect(try server.ask("/chat/state?channel=livechat").body == "{\"state\":\"online\"}\n")
    let first = try server.post("/chat/start", start())
    #expect(first.status == "200")
    for _ in 1...3 { #expect(try server.post("/chat/start", start()) == first) }
    for _ in 1...3 {
      #expect(try server.post("/chat/say", say(2, "Ainda aí? é ☕")).status == "200")
    }
    #expect(try desk.run("conversation", "say", "1", "Bom dia!", "--as", "ana").status == 0)
    let view = try server.post("/chat/poll", poll).body
    #expect(count("\"from\":\"visitor\"", in: view) == 2)
    #expect(count("Ainda aí? é ☕", in: view) == 1)
    #expect(count("\"name\":\"Ana Souza\",\"text\":\"Bom dia!\"", in: view) == 1)
    let end = #"{"token":"\#(Self.token)"}"#
    #expect(try server.post("/chat/end", end).body.hasPrefix("{\"state\":\"closed\""))
    #expect(try desk.run("conversation", "list", "--all", "-q").output == "1\n")
    #expect(try desk.run("doctor").status == 0)
  }

  @Test func `what is refused is refused behind lighttpd, too`() throws {
    guard let lighttpd = try Needed.program("lighttpd"), let curl = try Needed.program("curl")
    else {
      return
    }
    let desk = try desk()
    let server = try WebServer(desk, .lighttpd(lighttpd), curl: curl)
    let before = try desk.snapshot()
    let mau = "https://mau.example"
    #expect(try server.post("/chat/start", start(), origin: mau).status == "403")
    #expect(try server.post("/chat/poll", poll).body == "{\"error\":\"token\"}\n")
    #expect(try server.ask("/chat/say").status == "405")
    #expect(try server.ask("/chat/say", "-H", "Origin: \(server.url)", "-d", "x").status == "415")
    let large = String(repeating: " ", count: 70_000) + start()
    #expect(try server.post("/chat/start", large).body == "{\"error\":\"too_large\"}\n")
    #expect(try server.ask("/chat/").status == "404")
    #expect(try server.ask("/chat/..%2f..%2fetc/passwd").status == "404")
    #expect(try server.ask("/chat/ticket/1-x").body.contains("<p>"))
    #expect(try desk.snapshot() == before)
  }

  @Test func `Apache and nginx run the same chat by their samples`() throws {
    guard let curl = try Needed.program("curl"), let apache = try Needed.program("apache2"),
      let nginx = try Needed.program("nginx"), let fcgiwrap = try Needed.program("fcgiwrap")
    else { return }
    for kind in [WebServer.Kind.apache(apache), .nginx(nginx, fcgiwrap: fcgiwrap)] {
      let desk = try desk()
      let server = try WebServer(desk, kind, curl: curl)
      let first = try server.post("/chat/start", start())
      #expect(first.status == "200", "\(first.body)")
      #expect(try server.post("/chat/start", start()) == first)
      #expect(try server.ask("/chat/ticket/1-x").status == "404")
      // An answer that comes before a large body was sent would be lost.
      let large = "\(desk.root)/large"
      try Data(count: 3_300_000).write(to: URL(fileURLWithPath: large))
      #expect(try server.ask("/chat/whatsapp", "--data-binary", "@\(large)").status == "415")
      #expect(try desk.run("doctor").status == 0)
    }
  }

  @Test func `a web server of another Unix user shares the desk by its group`() throws {
    guard let lighttpd = try Needed.program("lighttpd"), let curl = try Needed.program("curl"),
      try Needed.program("runuser") != nil, try Needed.root("a web server's user")
    else { return }
    try Binary.run(["/usr/sbin/groupadd", "-f", Self.user])
    if try Binary.run(["/usr/bin/getent", "passwd", Self.user]).status != 0 {
      let made = try Binary.run([
        "/usr/sbin/useradd", "-M", "-N", "-g", Self.user, "-s", "/usr/sbin/nologin", Self.user,
      ])
      try #require(made.status == 0, "\(made.error)")
    }
    let desk = try desk(group: Self.user)
    let server = try WebServer(desk, .lighttpd(lighttpd), curl: curl, as: Self.user)
    let answer = try server.post("/chat/start", start())
    #expect(answer.status == "200", "\(answer.body)")
    let facts = try FileManager.default.attributesOfItem(
      atPath: desk.root + "/data/conversations/0000.jsonl")
    #expect(facts[.ownerAccountName] as? String == Self.user)
    #expect((facts[.posixPermissions] as? Int).map { $0 & 0o777 } == 0o660)
    // What it wrote the desk's owner answers, and it goes on from there.
    #expect(try desk.run("conversation", "say", "1", "Bom dia!", "--as", "ana").status == 0)
    #expect(try server.post("/chat/say", say(2, "Obrigado")).status == "200")
    #expect(try desk.run("doctor").status == 0)
  }
}
