package import DeskCore

/// An e-mail, as a mail program takes it on standard input (RFC 5322, RFC 2045 to 2049).
package struct MailMessage: Sendable {
  /// What stands before the sender's address.
  package var name = ""
  package let from: EmailAddress
  package let to: EmailAddress
  package var subject = ""
  package var text = ""
  package let date: Instant
  /// What stands before the `@` of its id; the same for the same message, however often it is sent.
  package let id: String
  /// RFC 3834: no person wrote it, and no program should answer it.
  package var isAutomatic = false
  package var files: [(name: String, bytes: [UInt8])] = []

  package init(from: EmailAddress, to: EmailAddress, date: Instant, id: String) {
    self.from = from
    self.to = to
    self.date = date
    self.id = id
  }

  /// Its id as other messages name it.
  package var messageID: String { "<\(id)@\(from.asciiDomain)>" }

  /// The whole message. Its lines end as those of this machine's files: a mail program that takes one
  /// on standard input makes RFC 5322's of them.
  package var bytes: [UInt8] {
    let boundary = "=_deskctl-\(SHA256.hash(Array(text.utf8)).hexadecimal.prefix(24))"
    let content = files.isEmpty ? textPart : parts(boundary)
    let head =
      headers
      + (files.isEmpty ? [] : ["Content-Type: multipart/mixed;\n boundary=\"\(boundary)\""])
    return Array(head.joined(separator: "\n").utf8) + Array((files.isEmpty ? "\n" : "\n\n").utf8)
      + content
  }

  private var headers: [String] {
    let sender = name.isEmpty ? from.ascii : "\(MailHeader.phrase(name)) <\(from.ascii)>"
    return [
      "Date: \(MailDate(date).text)", "From: \(sender)", "To: \(to.ascii)",
      "Subject: \(MailHeader.text(subject))", "Message-ID: \(messageID)",
    ] + (isAutomatic ? ["Auto-Submitted: auto-generated"] : []) + ["MIME-Version: 1.0"]
  }

  private var textPart: [UInt8] {
    part(["Content-Type: text/plain; charset=utf-8"], Array(text.mailLines.utf8))
  }

  private func part(_ headers: [String], _ content: [UInt8]) -> [UInt8] {
    let head = headers + ["Content-Transfer-Encoding: base64", "", ""]
    return Array(head.joined(separator: "\n").utf8) + Self.folded(content)
  }

  private func parts(_ boundary: String) -> [UInt8] {
    let opening = Array("--\(boundary)\n".utf8)
    let attached = files.flatMap { file in
      opening
        + part(
          [
            "Content-Type: " + MediaType(fileName: file.name).text
              + MailHeader.parameter("name", file.name),
            "Content-Disposition: attachment" + MailHeader.parameter("filename", file.name),
          ], file.bytes)
    }
    return opening + textPart + attached + Array("--\(boundary)--\n".utf8)
  }

  /// Base64 in lines of 76 characters (RFC 2045, section 6.8).
  private static func folded(_ bytes: [UInt8]) -> [UInt8] {
    let text = Array(Base64.encode(bytes).utf8)
    var lines: [UInt8] = []
    lines.reserveCapacity(text.count + text.count / 38)
    for start in stride(from: 0, to: text.count, by: 76) {
      lines += text[start..<min(start + 76, text.count)]
      lines += [0x0A]
    }
    return lines
  }
}

extension String {
  /// Lines as they are in a text of any mail; base64 keeps them so (RFC 2045, section 6.8).
  fileprivate var mailLines: String {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: "\r\n")
      + "\r\n"
  }
}
