import DeskCore
import DeskTestSupport
import Testing

/// WhatsApp's webhook behind the gateway.
struct GatewayWebhookTests {
  static let secret = "segredo"
  static let body =
    #"{"entry":[{"changes":[{"field":"messages","value":{"messages":[{"id":"wamid.1","#
    + #""from":"5511987654321","timestamp":"1796390300","type":"text","text":{"body":"oi"}}]}}]}]}"#

  private func desk() throws -> ChatDesk {
    let desk = try ChatDesk()
    try desk.desk.write("segredo", Self.secret + "\n")
    try desk.desk.write("token", "abra\n")
    let set = desk.desk.run(
      "config", "set", "whatsapp.webhook.secretFile=\(desk.desk.root)/segredo",
      "whatsapp.webhook.verifyTokenFile=\(desk.desk.root)/token")
    #expect(set.status == 0, "\(set.error)")
    return desk
  }

  private func signed(_ body: String, secret: String = secret) -> [String: String] {
    let code = HMACSHA256.code(of: Array(body.utf8), key: Array(secret.utf8)).hexadecimal
    return ["HTTP_X_HUB_SIGNATURE_256": "sha256=" + code]
  }

  @Test func `who knows the token is given the challenge as it came`() throws {
    let desk = try desk()
    func verify(_ token: String, mode: String = "subscribe") -> ChatDesk.Answer {
      desk.ask(
        "GET", "/whatsapp",
        query: "hub.mode=\(mode)&hub.verify_token=\(token)&hub.challenge=%3Cb%3E1158201444", [:])
    }
    let answer = verify("abra")
    #expect(answer.status == "200 OK")
    #expect(answer.body == "<b>1158201444")
    #expect(answer.headers["Content-Type"] == "text/plain; charset=utf-8")
    #expect(answer.headers["X-Content-Type-Options"] == "nosniff")
    for token in ["", "abr", "abra%0A", "ABRA"] { #expect(verify(token).status == "403 Forbidden") }
    #expect(verify("abra", mode: "unsubscribe").status == "400 Bad Request")
  }

  @Test func `D4 a signed body is taken in once, and does what receive does`() throws {
    let desk = try desk()
    let answer = desk.ask("POST", "/whatsapp", body: Self.body, signed(Self.body))
    #expect(answer.status == "200 OK", "\(answer.error)")
    #expect(desk.desk.run("ticket", "list", "-q").output == "1\n")
    let after = try desk.desk.files()
    let again = desk.ask("POST", "/whatsapp", body: Self.body, signed(Self.body))
    #expect(again.status == "200 OK")
    #expect(try desk.desk.files() == after)
  }

  @Test func `a body that is not signed, or by somebody else, changes nothing`() throws {
    let desk = try desk()
    let before = try desk.desk.files()
    for headers in [
      [:], signed(Self.body, secret: "outro"), signed(Self.body + " "),
      ["HTTP_X_HUB_SIGNATURE_256": "sha256=00"],
    ] {
      let answer = desk.ask("POST", "/whatsapp", body: Self.body, headers)
      #expect(answer.status == "403 Forbidden")
      #expect(answer.body == "{\"error\":\"signature\"}\n")
    }
    #expect(try desk.desk.files() == before)
  }

  @Test func `a signed body that is none is refused`() throws {
    let desk = try desk()
    let before = try desk.desk.files()
    #expect(desk.ask("POST", "/whatsapp", body: "{", signed("{")).status == "400 Bad Request")
    #expect(try desk.desk.files() == before)
  }
}
