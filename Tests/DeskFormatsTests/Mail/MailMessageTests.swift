import DeskCore
import DeskFormats
import Foundation
import Testing

/// Mails as bytes: what they hold, and what never becomes a header.
struct MailMessageTests {
  private func mail(
    subject: String = "Olá", name: String = "Central", to: String = "ana@loja.com.br"
  ) throws -> MailMessage {
    var mail = MailMessage(
      from: try EmailAddress("central@loja.com.br"), to: try EmailAddress(to),
      date: Instant(secondsSinceEpoch: 1_796_390_400), id: "outbox-1.1796390400")
    mail.subject = subject
    mail.name = name
    mail.text = "Bom dia.\nÉ hoje."
    return mail
  }

  private func text(_ mail: MailMessage) -> String { String(decoding: mail.bytes, as: UTF8.self) }

  /// The headers, unfolded, by name.
  private func headers(_ mail: MailMessage) -> [(name: String, value: String)] {
    let head = text(mail).components(separatedBy: "\n\n")[0]
    return head.replacingOccurrences(of: "\n ", with: " ").components(separatedBy: "\n").map {
      let parts = $0.split(separator: ":", maxSplits: 1).map(String.init)
      return (parts[0], parts.count > 1 ? String(parts[1].dropFirst()) : "?")
    }
  }

  @Test func `a plain mail is these bytes`() throws {
    #expect(
      text(try mail()) == """
        Date: Fri, 04 Dec 2026 13:20:00 +0000
        From: Central <central@loja.com.br>
        To: ana@loja.com.br
        Subject: =?UTF-8?B?T2zDoQ==?=
        Message-ID: <outbox-1.1796390400@loja.com.br>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: base64

        Qm9tIGRpYS4NCsOJIGhvamUuDQo=

        """)
  }

  @Test func `what no person wrote says so, and a domain goes as names are looked up`() throws {
    var mail = try mail(to: "joão@loja.com.br".replacing("joão", with: "joao"))
    mail.isAutomatic = true
    #expect(headers(mail).contains { $0 == ("Auto-Submitted", "auto-generated") })
    let other = try self.mail(to: "ana@ação.com.br")
    #expect(headers(other).contains { $0 == ("To", "ana@xn--ao-siap.com.br") })
  }

  /// Every text of up to two of the characters that mean something in a header.
  @Test func `no subject and no name ever begins a header`() throws {
    let signs = [
      "\n", "\r", ":", " ", "B", "é", "=?", "?=", "\u{2028}", "\u{85}", "<", "\"", ",", "\0",
    ]
    let plain = headers(try mail(subject: "x", name: "x")).map(\.name)
    var texts = [""]
    for _ in 1...2 { texts += texts.flatMap { text in signs.map { text + $0 } } }
    texts.append("Oi\r\nBcc: todos@loja.com.br\r\n\r\ncorpo")
    texts.append(String(repeating: "ção ", count: 80))
    for hostile in Set(texts) {
      let mail = try mail(subject: hostile, name: hostile)
      #expect(headers(mail).map(\.name) == plain, "\(hostile.debugDescription)")
      #expect(mail.bytes.allSatisfy { $0 == 10 || (32...126).contains($0) })
      let lines = text(mail).split(separator: "\n").map(\.utf8.count)
      #expect(lines.allSatisfy { $0 <= 78 + 12 }, "\(hostile.debugDescription)")
    }
  }

  @Test func `a long subject is encoded words of whole characters`() throws {
    let subject = String(repeating: "ação é ", count: 30) + "\u{1F600}"
    let value = try #require(headers(mail(subject: subject)).first { $0.name == "Subject" }?.value)
    let words = value.split(separator: " ")
    #expect(words.allSatisfy { $0.utf8.count <= 75 })
    let decoded = words.map { word in
      let inner = word.dropFirst("=?UTF-8?B?".count).dropLast(2)
      return String(validating: Base64.decode(String(inner)) ?? [0xFF], as: UTF8.self) ?? "?"
    }
    #expect(decoded.joined() == subject)
  }

  @Test(
    arguments: [
      ("nota.pdf", #"filename="nota.pdf""#), ("a b;c.pdf", #"filename="a b;c.pdf""#),
      ("ação.pdf", "filename*=UTF-8''a%C3%A7%C3%A3o.pdf"),
      ("a\"\\\r\nBcc: x.pdf", "filename*=UTF-8''a%22%5C%20Bcc%3A%20x.pdf"),
    ])
  func `a file's name is a parameter and nothing else`(name: String, written: String) throws {
    var mail = try mail()
    mail.files = [(name, [1, 2, 3])]
    #expect(text(mail).contains("Content-Disposition: attachment;\n \(written)\n"))
    #expect(text(mail).contains("Content-Type: application/pdf;"))
    #expect(text(mail).contains("\n\nAQID\n--"))
  }

  @Test func `a long name goes in numbered parts`() throws {
    var mail = try mail()
    mail.files = [(String(repeating: "ção", count: 20), [])]
    let text = text(mail)
    #expect(text.contains("filename*0*=UTF-8''") && text.contains("filename*4*="))
    #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 90 })
  }
}
