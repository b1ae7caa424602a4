import DeskFormats
import DeskTestSupport
import Testing

struct WebhookSignatureTests {
  private static let secret = Array("segredo".utf8)

  /// As `openssl dgst -sha256 -hmac` makes it.
  private func header(_ body: [UInt8]) throws -> String? {
    guard try Needed.program("openssl") != nil else { return nil }
    let line = try RealProgram(
      name: "openssl", arguments: ["dgst", "-sha256", "-r", "-hmac", "segredo"]
    ).output(of: body)
    return "sha256=\(line.prefix(64))"
  }

  @Test func `a signature holds for the bytes that were signed and for no others`() throws {
    let body = try WebhookSamples.bytes("text")
    guard let header = try header(body) else { return }
    let signature = try #require(WebhookSignature(header))
    #expect(signature.isValid(for: body, secret: Self.secret))
    #expect(!signature.isValid(for: body + [10], secret: Self.secret))
    #expect(!signature.isValid(for: body, secret: Self.secret + [10]))
    let capital = try #require(WebhookSignature("sha256=" + header.dropFirst(7).uppercased()))
    #expect(capital.isValid(for: body, secret: Self.secret))
  }

  @Test(arguments: [
    "", "sha256=", "sha1=" + String(repeating: "0", count: 64), String(repeating: "0", count: 71),
    "sha256=" + String(repeating: "0", count: 63), "sha256=" + String(repeating: "0", count: 65),
    "sha256=" + String(repeating: "0", count: 63) + "g",
    "sha256=" + String(repeating: "0", count: 62) + "é",
  ])
  func `what is no signature is none`(header: String) {
    #expect(WebhookSignature(header) == nil)
  }
}
