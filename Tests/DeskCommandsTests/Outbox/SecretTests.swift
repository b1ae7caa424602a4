import DeskCore
import DeskTestSupport
import Foundation
import Testing

/// W8: a token stands plain in one place, the outbox entry that carries it, and there until it left.
struct SecretTests {
  private static let secret = "s3cr3tT0ken-4711"

  private func desk() throws -> (TestDesk, OutboxEntry.ID) {
    let desk = try TestDesk.sample()
    let id = try desk.queue {
      $0.channel = .email
      $0.to = "carla@padaria.com.br"
      $0.automatic = true
      $0.body.subject = "Bem-vinda"
      $0.body.text = "Crie a senha: https://x/{token} ({token})"
      $0.body.secret = Self.secret
    }
    return (desk, id)
  }

  /// The files below the desk's folder that hold the secret.
  private func holders(_ desk: TestDesk) throws -> [String] {
    try desk.files().filter { $0.value.range(of: Data(Self.secret.utf8)) != nil }.keys.sorted()
  }

  @Test func `W8 no listing shows the token, in whatever format`() throws {
    let (desk, _) = try desk()
    let lines = [
      "outbox list", "outbox list --all --jsonl", "outbox list --json", "outbox list --format csv",
      "outbox list --fields id,body --json", "outbox show 1", "outbox show 1 --json",
      "outbox deliver -n", "outbox deliver -n --json", "resume -n --json", "resume -n",
      "why outbox/1", "why outbox/1 --json", "log --json", "status --json", "doctor",
      "notification list --json",
    ]
    for line in lines {
      let said = desk.run(line.split(separator: " ").map(String.init))
      #expect(!(said.output + said.error).contains(Self.secret), "\(line)")
    }
    #expect(desk.run("outbox", "show", "1", "--json").output.contains("••••"))
    #expect(try holders(desk) == ["data/outbox/0000.jsonl"])
  }

  @Test func `W8 after delivery only what the transport wrote holds the token`() throws {
    let (desk, id) = try desk()
    let said = desk.run("outbox", "deliver", "--json")
    #expect(said.status == 0 && !said.output.contains(Self.secret))
    #expect(try holders(desk) == ["data/outgoing/000001.json"])
    #expect(
      try desk.read("data/outgoing/000001.json").contains(
        "https://x/\(Self.secret) (\(Self.secret))"))
    #expect(try desk.entry(id).body.text?.contains("{token}") == true)
  }

  @Test func `W8 what a transport says of the token is not kept either`() throws {
    for (script, isKept) in [
      ("cat >&2; exit 1", false), ("cat >&2; exit 75", true), ("kill -9 $$", true),
    ] {
      let (desk, _) = try desk()
      desk.run(
        "config", "set", "outbox.mail.transport=command",
        "outbox.mail.command=tr -d '\\n' | tail -c 300 | (\(script))")
      desk.run("outbox", "deliver")
      #expect(try holders(desk) == (isKept ? ["data/outbox/0000.jsonl"] : []), "\(script)")
      #expect(!desk.run("outbox", "show", "1").output.contains(Self.secret))
      #expect(!desk.run("log").output.contains(Self.secret))
    }
  }

  @Test func `W8 an outage does not tell the token either`() throws {
    let (desk, _) = try desk()
    // A mail program whose own configuration is wrong says 78, and here all that it was given.
    let script = "#!/bin/sh\nsed '1,/^$/d' | base64 -d >&2; exit 78\n"
    let made = try Binary.run(
      ["/bin/sh", "-c", "printf %s \"$1\" >program && chmod 755 program", "sh", script],
      folder: desk.root)
    #expect(made.status == 0)
    desk.run(
      "config", "set", "outbox.mail.transport=sendmail", "outbox.mail.from=a@loja.com.br",
      "outbox.mail.program=\(desk.root)/program")
    let said = desk.run("outbox", "deliver")
    #expect(said.error.contains("••••") && !said.error.contains(Self.secret), "\(said.error)")
    #expect(try holders(desk) == ["data/outbox/0000.jsonl"])
  }

  @Test func `W8 an entry whose token was erased is not sent again`() throws {
    let (desk, id) = try desk()
    desk.run(
      "config", "set", "outbox.mail.transport=command", "outbox.mail.command=exit 1")
    desk.run("outbox", "deliver")
    #expect(try desk.entry(id).state == .failed)
    let said = desk.run("outbox", "retry", "1")
    #expect(said.status == 5 && said.error.contains("W8"))
    #expect(try desk.entry(id).state == .failed)
  }

  @Test(arguments: [["--sent", "x.1"], ["--not-sent"]])
  func `W8 settling by hand erases the token`(words: [String]) throws {
    let (desk, _) = try desk()
    desk.run(
      "config", "set", "outbox.mail.transport=command", "outbox.mail.command=kill -9 $$")
    desk.run("outbox", "deliver")
    #expect(try holders(desk) == ["data/outbox/0000.jsonl"])
    #expect(desk.run(["outbox", "settle", "1"] + words).status == 0)
    #expect(try holders(desk) == [])
  }
}
