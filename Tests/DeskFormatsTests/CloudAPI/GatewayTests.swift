import DeskFormats
import DeskTestSupport
import Foundation
import JSON
import Testing

/// The scripts of `Samples/whatsapp`, run by the real programs.
struct GatewayTests {
  private static let folder = SampleConversationTests.folder

  private func run(
    _ words: [String], _ environment: [String: String] = [:], input: String = ""
  ) throws -> Binary.Answer {
    let file = NSTemporaryDirectory() + "deskctl-gateway-" + UUID().uuidString
    try input.write(toFile: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: file) }
    var environment = environment
    environment["PATH"] = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    environment["INPUT"] = file
    return try Binary.run(
      ["/bin/sh", "-c", "\"$@\" <\"$INPUT\"", "sh"] + words, environment: environment,
      folder: NSTemporaryDirectory())
  }

  @Test func `what Evolution API sends becomes what the Cloud API would have sent`() throws {
    guard let jq = try Needed.program("jq") else { return }
    let sample = try String(
      contentsOfFile: Self.folder + "/evolution/upsert.jsonl", encoding: .utf8)
    let turned = try run([jq, "-c", "-f", Self.folder + "/evolution/upsert.jq"], input: sample)
    #expect(turned.error == "")
    let lines = try turned.output.split(separator: "\n").flatMap { line in
      try Webhook.events(JSONValue(parsing: String(line))).map(WebhookSamples.line)
    }
    #expect(
      lines == [
        "text from Caio +5511955550301: \"Bom dia, vocês consertam impressora?\"",
        "text from Caio +5511955550301: \"É uma térmica, dessas de cupom.\nDá?\"; replies B4A5",
        "image from Caio +5511955550301: \"a etiqueta\"; image/jpeg",
        "interactive from Caio +5511955550301: \"Seguir sem e-mail\"; chose 2",
        "audio from Caio +5511955550301: voice audio/ogg; codecs=opus",
        "unsupported from Caio +5511955550301: \"Message type unknown\"; error 131051",
      ])
  }

  @Test func `somebody without a phone is told of, and gives no body`() throws {
    guard let jq = try Needed.program("jq") else { return }
    let hidden = try run(
      [jq, "-c", "-f", Self.folder + "/evolution/upsert.jq"],
      input: """
        {"event":"messages.upsert","instance":"x","data":{"key":{"remoteJid":"1@lid",\
        "fromMe":false,"id":"a"},"message":{"conversation":"oi"},"messageTimestamp":1}}
        """)
    #expect(hidden.status == 5)
    #expect(hidden.output == "")
    #expect(hidden.error.contains("no phone in 1@lid"))
  }

  @Test(arguments: [
    (#"{"id":1,"to":"+5511955550301","kind":"text","text":"oi"}"#, 75),
    (#"{"id":1,"to":"+5511955550301","kind":"template","template":"x"}"#, 1), ("oi", 1),
  ])
  func `a text that nobody takes is to be tried again, and all else refused`(
    message: String, status: Int
  ) throws {
    guard try Needed.program("jq") != nil, try Needed.program("curl") != nil else { return }
    let key = NSTemporaryDirectory() + "deskctl-key-" + UUID().uuidString
    try "SEGREDO\n".write(toFile: key, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: key) }
    let sent = try run(
      ["/bin/sh", Self.folder + "/evolution/enviar.sh"],
      [
        "EVOLUTION_URL": "http://127.0.0.1:1", "EVOLUTION_INSTANCE": "loja",
        "EVOLUTION_KEY_FILE": key,
      ], input: message)
    #expect(sent.status == Int32(status), "\(sent.error)")
    #expect(sent.output == "")
  }

  /// The real curl, on files in place of WhatsApp's server.
  @Test func `attachments are fetched by their ids, each once, and a missing one is told`() throws {
    guard try Needed.program("jq") != nil, try Needed.program("curl") != nil else { return }
    let root = NSTemporaryDirectory() + "deskctl-media-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: root) }
    try "SEGREDO".write(toFile: root + "/token", atomically: true, encoding: .utf8)
    try "a imagem".write(toFile: root + "/content", atomically: true, encoding: .utf8)
    try #"{"url":"file://\#(root)/content","id":"301"}"#.write(
      toFile: root + "/301", atomically: true, encoding: .utf8)
    func fetch() throws -> Binary.Answer {
      try run(
        ["/bin/sh", Self.folder + "/midia.sh", root + "/midia"],
        [
          "WHATSAPP_TOKEN_FILE": root + "/token", "WHATSAPP_API": "file://" + root,
          "WHATSAPP_PROTO": "=file",
        ],
        input: """
          {"messages":[{"image":{"id":"301","mime_type":"image/jpeg"}},{"text":{"body":"oi"}}]}
          {"messages":[{"audio":{"id":"302","mime_type":"audio/ogg"}}]}
          {"messages":[{"image":{"id":"../../301","mime_type":"image/jpeg"}}]}
          """)
    }
    let first = try fetch()
    #expect(first.status == 1)
    #expect(first.error.contains("302 was not fetched"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: root + "/midia") == ["301"])
    #expect(try String(contentsOfFile: root + "/midia/301", encoding: .utf8) == "a imagem")
    // What is there already is not fetched again.
    try "outra".write(toFile: root + "/content", atomically: true, encoding: .utf8)
    #expect(try fetch().status == 1)
    #expect(try String(contentsOfFile: root + "/midia/301", encoding: .utf8) == "a imagem")
  }
}
