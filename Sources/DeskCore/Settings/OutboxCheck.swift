import JSON

extension DeskFile {
  /// D1: transports that lack what they cannot work without, with their key paths.
  package var outboxFaults: [Mismatch] {
    let mail = outbox.mail
    let toWhatsApp: [(String, Bool)] =
      switch outbox.transport {
      case .file: []
      case .cloudAPI:
        [
          ("outbox.cloudApi.tokenFile", outbox.cloudAPI.tokenFile == nil),
          ("whatsapp.numbers", whatsapp.numbers.isEmpty),
        ]
      case .command: [("outbox.command", outbox.command == nil)]
      }
    let byMail: [(String, Bool)] =
      switch mail.transport {
      case .file: []
      case .sendmail: [("outbox.mail.from", mail.from == nil)]
      case .command: [("outbox.mail.command", mail.command == nil)]
      }
    return faults(toWhatsApp, outbox.transport.rawValue, ["outbox", "transport"])
      + faults(byMail, mail.transport.rawValue, ["outbox", "mail", "transport"])
  }

  private func faults(
    _ needs: [(key: String, isUnset: Bool)], _ transport: String, _ path: [String]
  ) -> [Mismatch] {
    needs.filter(\.isUnset).map { need in
      Mismatch(
        .contradiction(.transportWithout(transport, key: need.key)), at: path.map { .key($0) })
    }
  }
}
