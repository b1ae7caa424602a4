import DeskCore
import DeskTestSupport
import Foundation
import JSON
import Testing

/// What is no webhook body, or none of WhatsApp's: refused, with nothing changed.
struct ReceiveInputTests {
  struct Bad: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let code: String

    init(_ name: String, _ text: String, _ code: String) {
      testDescription = name
      self.text = text
      self.code = code
    }

    static let all = [
      Bad("nothing of JSON", "oi\n", "json"),
      Bad("cut off", "{\"object\":\"whatsapp_business_account\",\"entry\":[", "json"),
      Bad("two documents on a line", "{} {}", "json"),
      Bad("not UTF-8 escapes", "{\"entry\":\"\\ud83d\"}", "json"),
      Bad("a control character", "{\"entry\":\"\u{1B}[2J\"}", "json"),
      Bad("no entry", "{\"object\":\"page\"}", "webhook"),
      Bad("an entry that is a text", "{\"entry\":\"x\"}", "webhook"),
      Bad("a list", "[]", "webhook"),
      Bad("500 deep", String(repeating: "[", count: 600), "json"),
      Bad("500 deep and whole", deep, "webhook"),
      Bad(
        "a message without an id",
        "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"messages\":[{\"from\":\"1\"}]}}]}]}",
        "webhook"),
    ]

    private static let deep =
      "{\"entry\":" + String(repeating: "[", count: 500) + String(repeating: "]", count: 500) + "}"
  }

  @Test(arguments: Bad.all)
  func `D4 what is no body is refused, and changes nothing`(_ bad: Bad) throws {
    let desk = try TestDesk.sample()
    let before = try desk.files()
    let answer = desk.run(["whatsapp", "receive", "-", "--json"], input: bad.text)
    #expect(answer.status == 4)
    #expect(!answer.error.utf8.contains(0x1B))
    let last = answer.error.split(separator: "\n").last ?? ""
    let error = try JSONValue(parsing: String(last))["error"]
    #expect(error?["code"]?.string == bad.code, "\(answer.error)")
    #expect(error?["details"]?["line"] == 1)
    #expect(try desk.files() == before)
  }

  @Test func `D4 a body of 50 MB is refused, and changes nothing`() throws {
    let desk = try TestDesk.sample()
    let before = try desk.files()
    let long = "{\"entry\":\"" + String(repeating: "x", count: 50 << 20) + "\"}"
    let answer = desk.run(["whatsapp", "receive", "-"], input: long)
    #expect(answer.status == 4, "\(answer.error.prefix(300))")
    #expect(answer.error.contains("3145728"))
    #expect(try desk.files() == before)
  }

  @Test func `D4 lines that are no bodies are named, and the others are taken`() throws {
    let desk = try TestDesk.sample()
    let lia = Customer(desk)
    let good = lia.message(["type": "text", "text": ["body": "oi"]]).text()
    let answer = desk.run(
      ["whatsapp", "receive", "-"], input: "{\"entry\":1}\n\(good)\nnada\n")
    #expect(answer.status == 7)
    #expect(answer.error.contains("stdin:1: entry") && answer.error.contains("stdin:3:1: "))
    #expect(try desk.json("conversation", "list").array?.count == 1)
  }

  @Test func `D4 a mark of UTF-8 is passed over, and nothing at all is refused`() throws {
    let desk = try TestDesk.sample()
    let body = Customer(desk).message(["type": "text", "text": ["body": "oi"]]).text()
    #expect(desk.run(["whatsapp", "receive", "-"], input: "\u{FEFF}" + body).status == 0)
    #expect(try desk.json("conversation", "list").array?.count == 1)
    #expect(desk.run(["whatsapp", "receive", "-"], input: "").status == 4)
  }

  @Test func `D4 what somebody writes is shown, and obeyed by no terminal`() throws {
    let desk = try TestDesk.sample()
    var lia = Customer(desk)
    lia.name = "\u{1B}]0;x\u{07}Lia"
    let line = lia.says("\u{1B}[2J\u{202E}oi\u{0}")
    #expect(!line.utf8.contains(0x1B) && !line.contains("\u{202E}") && !line.utf8.contains(0))
    let shown = desk.run("conversation", "show", "1").output
    #expect(!shown.utf8.contains(0x1B) && !shown.contains("\u{202E}"))
  }

  // MARK: Signatures

  @Test func `D4 a signature is checked over the very bytes`() throws {
    let desk = try TestDesk.sample()
    try desk.write("segredo", "1f0b2c\n")
    let body = try ProjectFile.text("Samples/whatsapp/tipos/text.json")
    let code = HMACSHA256.code(of: Array(body.utf8), key: Array("1f0b2c".utf8)).hexadecimal
    let before = try desk.files()
    func receive(_ body: String, _ signature: String) -> TestDesk.Answer {
      desk.run(
        [
          "whatsapp", "receive", "-", "--signature", signature, "--secret-file",
          desk.root + "/segredo",
        ], input: body)
    }
    let wrong = "0" + code.dropFirst()
    for signature in ["sha256=\(wrong)", code, "sha256=", "sha1=\(code)"] where wrong != code {
      let answer = receive(body, signature)
      #expect(answer.status == 5 && answer.error.contains("signature"), "\(signature)")
    }
    #expect(receive(body + " ", "sha256=\(code)").status == 5)
    #expect(try desk.files() == before)
    #expect(receive(body, "sha256=\(code)").status == 0)
    #expect(try desk.read("data/inbox/2026-12-04.jsonl").contains("wamid."))
  }

  @Test func `D4 a signature without the secret is a mistake of the command line`() throws {
    let desk = try TestDesk.sample()
    #expect(desk.run("whatsapp", "receive", "-", "--signature", "sha256=x").status == 2)
    #expect(desk.run("whatsapp", "receive", "-", "--secret-file", "x").status == 2)
    try desk.write("vazio", "\n")
    let empty = desk.run(
      "whatsapp", "receive", "-", "--signature", "sha256=x", "--secret-file", desk.root + "/vazio")
    #expect(empty.status == 4)
  }

  // MARK: Attachments

  @Test func `D4 an attachment that was fetched is stored by its hash`() throws {
    let desk = try TestDesk.sample()
    let photo = "\u{FF}\u{D8} uma foto"
    try desk.write("baixados/998877.jpg", photo)
    try desk.write("baixados/998878.jpg", "outra coisa")
    let hash = SHA256.hash(Array(photo.utf8))
    func image(_ id: String) -> JSONValue {
      Customer(desk).message(
        [
          "type": "image",
          "image": [
            "id": JSONValue(id), "mime_type": "image/jpeg", "caption": "a tela",
            "sha256": JSONValue(Base64.encode(hash)),
          ],
        ], id: "wamid.\(id)")
    }
    for id in ["998877", "998878", "../../etc/passwd"] {
      let answer = desk.run(
        ["whatsapp", "receive", "-", "--media-dir", desk.root + "/baixados"],
        input: image(id).text())
      #expect(answer.status == 0, "\(answer.error)")
    }
    let messages = try desk.json("conversation", "show", "1")["messages"]?.array?.filter {
      $0["direction"] == "in"
    }
    #expect(messages?[0]["files"]?.array?.first?["sha256"]?.string == hash.hexadecimal)
    #expect(messages?[0]["media"] == .null)
    // One whose hash is another's, and one that is no name, wait.
    #expect(messages?[1]["files"]?.array == [] && messages?[1]["media"]?["id"] == "998878")
    #expect(messages?[2]["files"]?.array == [])
    let kept = hash.hexadecimal
    #expect(try desk.read("data/files/\(kept.prefix(2))/\(kept.dropFirst(2))") == photo)
  }

  @Test func `D4 what is no file where attachments lie is passed over`() throws {
    let desk = try TestDesk.sample()
    try desk.write("baixados/11/x", "uma pasta")
    try desk.write("segredo", "de outro")
    let folder = desk.root + "/baixados"
    #expect(symlink(desk.root + "/segredo", folder + "/12") == 0)
    #expect(mkfifo(folder + "/13", 0o600) == 0)
    for id in ["11", "12", "13"] {
      let body = Customer(desk).message(
        ["type": "image", "image": ["id": JSONValue(id), "mime_type": "image/jpeg"]],
        id: "wamid.\(id)")
      let answer = desk.run(
        ["whatsapp", "receive", "-", "--media-dir", folder], input: body.text())
      #expect(answer.status == 0, "\(id): \(answer.error)")
    }
    let messages = try desk.json("conversation", "show", "1")["messages"]?.array?.filter {
      $0["direction"] == "in"
    }
    #expect(messages?.map { $0["media"]?["id"]?.string } == ["11", "12", "13"])
    let nowhere = desk.run("whatsapp", "receive", "x.json", "--media-dir", desk.root + "/nada")
    #expect(nowhere.status == 3)
  }
}
