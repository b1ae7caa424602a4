import DeskSystem

/// The chat behind a web server, beside a CGI program that does nothing behind the same one.
struct ServerContests {
  let scratch: Scratch
  private let desk: BenchDesk
  private let port = 18931

  /// Of one run, in all: a hundred visitors who each ask 45 times and write 5 messages.
  private static let count = 5000
  private static let visitors = 100
  private static let turns = count / visitors

  init(scratch: Scratch) throws {
    self.scratch = scratch
    desk = try BenchDesk("web", in: scratch)
    try scratch.write("nothing.c", Self.nothing)
    try scratch.run("clang", ["-O2", "-o", scratch.path("nothing"), scratch.path("nothing.c")])
    try scratch.write("nothing.cgi", "exec \(scratch.path("nothing"))\n")
    try scratch.write("chat.cgi", "exec \(scratch.deskctl) cgi\n")
    try scratch.write("lighttpd.conf", configuration)
    try scratch.run("lighttpd", ["-f", scratch.path("lighttpd.conf")])
    try scratch.write("starts", asked("chat", (0..<Self.visitors).map(Self.start)))
    try scratch.write("asked-nothing", asked("nothing", Self.requests(run: 0)))
    try ask("starts", count: Self.visitors).runWhole()
  }

  /// Ends the server, which went into the background by itself; nothing where none was started.
  static func stop(_ scratch: Scratch) throws {
    try scratch.run(
      "sh", ["-c", "! [ -e \"$1\" ] || kill $(cat \"$1\")", "sh", scratch.path("pid")])
  }

  var chat: Contest {
    Contest(
      title: "5,000 requests of chats behind lighttpd, 8 at a time, each answered by 200", runs: 3,
      first: Contender(running: "deskctl cgi", units: Self.count) { run in
        try scratch.write("asked-\(run)", asked("chat", Self.requests(run: run)))
      } program: { run in
        ask("asked-\(run)", count: Self.count)
      },
      peers: [
        (
          Contender(running: "a CGI program that does nothing", units: Self.count) { _ in
            ask("asked-nothing", count: Self.count)
          }, nil
        )
      ])
  }

  // MARK: Requests

  private static func start(_ visitor: Int) -> (path: String, body: String) {
    (
      "start",
      #"{"channel":"livechat","token":"\#(token(visitor))","name":"Visitante \#(visitor)","#
        + #""email":"v\#(visitor)@nova.example","id":"\#(digits(0))","text":"Oi"}"#
    )
  }

  private static func requests(run: Int) -> [(path: String, body: String)] {
    (0..<count).map { number in
      let token = token(number % visitors)
      let turn = number / visitors
      // Every tenth is a message; so many a minute the desk takes of one visitor.
      guard turn % 10 == 0 else { return ("poll", #"{"token":"\#(token)","since":\#(turn)}"#) }
      let id = digits(1 + run * turns + turn)
      return ("say", #"{"token":"\#(token)","id":"\#(id)","text":"Mensagem \#(turn)"}"#)
    }
  }

  private static func token(_ visitor: Int) -> String { digits(visitor) }

  private static func digits(_ number: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: 32 - text.utf8.count) + text
  }

  /// What curl reads: each request whole, with its status told.
  private func asked(_ below: String, _ requests: [(path: String, body: String)]) -> String {
    requests.map { request in
      let body = request.body.replacing("\"", with: "\\\"")
      return """
        url = "http://127.0.0.1:\(port)/\(below)/\(request.path)"
        header = "Content-Type: application/json"
        header = "Sec-Fetch-Site: same-origin"
        data-binary = "\(body)"
        output = "/dev/null"
        write-out = "%{http_code}\\n"
        """
    }.joined(separator: "\nnext\n") + "\n"
  }

  /// Asks all that a file holds, and fails where one answer is missing or no 200.
  private func ask(_ file: String, count: Int) -> Program {
    scratch.program(
      "sh",
      [
        "-c",
        "test \"$(curl -Z --parallel-max 8 -K \"$1\" 2>/dev/null | grep -c '^200$')\" -eq \"$2\"",
        "sh",
        scratch.path(file), String(count),
      ])
  }

  // MARK: The server

  private static let nothing = """
    #include <stdio.h>
    int main(void) { return puts("Status: 200 OK\\nContent-Type: application/json\\n\\n{}") < 0; }
    """

  private var configuration: String {
    """
    server.modules = ("mod_alias", "mod_cgi", "mod_setenv")
    server.bind = "127.0.0.1"
    server.port = \(port)
    server.document-root = "\(scratch.folder)"
    server.pid-file = "\(scratch.path("pid"))"
    server.errorlog = "\(scratch.path("errors"))"
    alias.url = ("/chat" => "\(scratch.path("chat.cgi"))", "/nothing" => "\(scratch.path("nothing.cgi"))")
    cgi.assign = (".cgi" => "/bin/sh")
    setenv.add-environment = (
      "DESKCTL_CONFIG" => "\(scratch.path("web/config"))", "DESKCTL_DATA" => "\(scratch.path("web/data"))"
    )

    """
  }
}

extension Program {
  fileprivate func runWhole() throws {
    let outcome = try run()
    guard outcome.status == 0 else { throw BenchError.failed("the first messages", outcome.status) }
  }
}
