import DeskCore
import DeskFormats

/// The machine's mail program, as sendmail and all that took its place are called.
struct SendmailTransport {
  let desk: Desk
  let settings: OutboxSettings

  func deliver(_ message: Outgoing) -> DeliveryAnswer {
    guard let from = settings.mail.from else {
      return .notTaken(reason: "no outbox.mail.from is set", holding: .outage)
    }
    guard let to = try? EmailAddress(message.entry.to) else {
      return .refused(reason: "no e-mail address")
    }
    let program = settings.mail.program
    let courier = Courier(
      program, ["-i", "-f", from.ascii, "--", to.ascii], as: "sendmail",
      input: mail(message, from: from, to: to).bytes, seconds: settings.timeout, desk)
    switch courier.run() {
    case .answer(let answer): return answer
    case .ended(0, _, _): return .sent(provider: nil)
    case .ended(CommandTransport.temporaryFailure, _, let errors):
      return .notTaken(
        reason: courier.reason(CommandTransport.temporaryFailure, errors), holding: .contact)
    case .ended(let status, _, let errors): return ended(status, courier.reason(status, errors))
    }
  }

  /// The statuses of sysexits.h say that it was not taken. Of another one nobody knows: the program
  /// may have queued it before it failed. One that the mail program's own configuration brings (78)
  /// is none of the message's.
  private func ended(_ status: Int32, _ reason: String) -> DeliveryAnswer {
    switch status {
    case 78: return .notTaken(reason: reason, holding: .outage)
    case 64...77: return .refused(reason: reason)
    default: return .unknown(reason: reason)
    }
  }

  private func mail(
    _ message: Outgoing, from: EmailAddress, to: EmailAddress
  ) -> MailMessage {
    let entry = message.entry
    var mail = MailMessage(
      from: from, to: to, date: entry.queuedAt,
      id: "outbox-\(entry.id.number).\(entry.queuedAt.secondsSinceEpoch)")
    mail.name = (try? desk.settings.desk.name) ?? ""
    mail.subject = entry.body.subject ?? ""
    mail.text = message.text ?? ""
    mail.isAutomatic = entry.automatic
    mail.files = message.files.map { ($0.attachment.name, $0.bytes ?? []) }
    return mail
  }
}
