import DeskCore
import DeskStore
import DeskTestSupport
import Foundation
import Testing

/// E-mails by the machine's own mail program, read back from a mailbox.
struct RealMailTests {
  private func desk() throws -> (TestDesk, RealMail)? {
    let desk = try TestDesk.sample()
    guard let mail = try RealMail(in: desk.root) else { return nil }
    let set = desk.run(
      "config", "set", "outbox.mail.transport=sendmail", "outbox.mail.from=central@loja.com.br",
      "outbox.mail.program=\(mail.program)", "desk.name=Ação: \"Já\"\u{2028}Bcc: x@y.com")
    try #require(set.status == 0, "\(set.error)")
    return (desk, mail)
  }

  /// A header's value, unfolded.
  private func header(_ name: String, _ mail: String) -> String? {
    let head = mail.components(separatedBy: "\n\n")[0].replacing("\n ", with: " ")
      .replacing("\n\t", with: " ")
    return head.components(separatedBy: "\n").first { $0.hasPrefix(name + ": ") }
      .map { String($0.dropFirst(name.count + 2)) }
  }

  private func decoded(_ base64: String) -> [UInt8] {
    Array(Data(base64Encoded: base64, options: .ignoreUnknownCharacters) ?? Data())
  }

  @Test func `D1 a mail arrives with its headers, accents and files`() throws {
    guard let (desk, mail) = try desk() else { return }
    let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let file = try desk.write { try $0.keep(bytes, named: "relatório \"final\".pdf") }
    let id = try desk.queue {
      $0.channel = .email
      $0.to = "carla@padaria.com.br"
      $0.automatic = true
      $0.body.subject = "Olá, José\r\nBcc: todos@loja.com.br\r\n\r\nfim: é isso"
      $0.body.text = "Bom dia!\n.\nFrom aqui: {token}"
      $0.body.secret = "s3cr3t"
      $0.body.files = [file]
    }
    let said = desk.run("outbox", "deliver")
    let reason = try desk.entry(id).reason ?? ""
    #expect(said.status == 0, "\(said.error) \(reason)")
    let mails = try mail.mails()
    try #require(mails.count == 1)
    let text = mails[0]
    #expect(text.contains("for carla@padaria.com.br"))
    #expect(header("Return-path", text) == "<central@loja.com.br>")
    #expect(header("Envelope-to", text) == "carla@padaria.com.br")
    #expect(header("To", text) == "carla@padaria.com.br")
    #expect(header("Auto-Submitted", text) == "auto-generated")
    #expect(header("Bcc", text) == nil)
    #expect(header("Message-ID", text) == "<outbox-1.1796390400@loja.com.br>")
    #expect(header("Date", text) == "Fri, 04 Dec 2026 13:20:00 +0000")
    let subject = header("Subject", text)?.split(separator: " ").flatMap {
      decoded(String($0.dropFirst("=?UTF-8?B?".count).dropLast(2)))
    }
    #expect(
      subject.map { String(decoding: $0, as: UTF8.self) }
        == "Olá, José Bcc: todos@loja.com.br fim: é isso")
    #expect(header("From", text)?.hasSuffix(" <central@loja.com.br>") == true)
    let parts = text.components(separatedBy: "\n--=_deskctl-")
    try #require(parts.count == 4)
    let body = decoded(parts[1].components(separatedBy: "\n\n")[1])
    #expect(String(decoding: body, as: UTF8.self) == "Bom dia!\r\n.\r\nFrom aqui: s3cr3t\r\n")
    #expect(decoded(parts[2].components(separatedBy: "\n\n")[1]) == bytes)
    #expect(parts[2].contains("filename*=UTF-8''relat%C3%B3rio%20%22final%22.pdf"))
  }

  @Test func `D1 an address is never an option, and a program that fails says so`() throws {
    guard let (desk, mail) = try desk() else { return }
    try desk.queue {
      $0.channel = .email
      $0.to = "-oQ/tmp/x@padaria.com.br"
    }
    try desk.queue {
      $0.channel = .email
      $0.contact = Contact.ID(2)
      $0.to = "ana@padaria.com.br\n-bs"
    }
    desk.run("outbox", "deliver")
    #expect(try desk.entry(OutboxEntry.ID(1)).state == .sent)
    #expect(try desk.entry(OutboxEntry.ID(2)).reason == "no e-mail address")
    #expect(try mail.mails().count == 1)
  }

  @Test(
    arguments: [
      (75, "queued"), (64, "failed"), (67, "failed"), (77, "failed"), (78, "queued"),
      (1, "unknown"), (137, "unknown"),
    ])
  func `D2 the exit statuses of mail programs are told apart`(status: Int, state: String) throws {
    let desk = try TestDesk.sample()
    // A program that takes any options and ends as it is told by its name.
    let script = "#!/bin/sh\ncat >/dev/null; echo ocupado >&2; exit \(status)\n"
    let made = try Binary.run(
      ["/bin/sh", "-c", "printf %s \"$1\" >program && chmod 755 program", "sh", script],
      folder: desk.root)
    #expect(made.status == 0)
    desk.run(
      "config", "set", "outbox.mail.transport=sendmail", "outbox.mail.from=central@loja.com.br",
      "outbox.mail.program=\(desk.root)/program")
    let id = try desk.queue {
      $0.channel = .email
      $0.to = "ana@padaria.com.br"
    }
    desk.run("outbox", "deliver")
    let entry = try desk.entry(id)
    #expect(entry.state.rawValue == state)
    if status < 128 { #expect(entry.reason == "sendmail \(status): ocupado") }
  }
}
