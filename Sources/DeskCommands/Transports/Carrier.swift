import DeskCore

/// What carries entries of one channel away. Whatever goes wrong is an answer, too.
enum Carrier {
  case file(FileTransport)
  case cloudAPI(CloudAPITransport)
  case sendmail(SendmailTransport)
  case command(CommandTransport)

  /// The one that the settings name for an entry.
  init(for entry: OutboxEntry, _ desk: Desk) throws {
    let outbox = try desk.settings.outbox
    switch entry.channel {
    case .whatsapp:
      switch outbox.transport {
      case .file: self = .file(FileTransport(desk: desk))
      case .cloudAPI: self = .cloudAPI(CloudAPITransport(desk: desk, settings: outbox))
      case .command: self = .command(CommandTransport(outbox.command, desk, outbox))
      }
    case .email:
      switch outbox.mail.transport {
      case .file: self = .file(FileTransport(desk: desk))
      case .sendmail: self = .sendmail(SendmailTransport(desk: desk, settings: outbox))
      case .command: self = .command(CommandTransport(outbox.mail.command, desk, outbox))
      }
    case .command:
      let command = try entry.agent.flatMap { try desk.agents[$0]?.notify.command }
      self = .command(CommandTransport(command, desk, outbox))
    }
  }

  func deliver(_ message: Outgoing) -> DeliveryAnswer {
    if let refusal = message.refusal { return refusal }
    switch self {
    case .file(let transport): return transport.deliver(message)
    case .cloudAPI(let transport): return transport.deliver(message)
    case .sendmail(let transport): return transport.deliver(message)
    case .command(let transport): return transport.deliver(message)
    }
  }

  /// Removes what a run that was killed left half done of an entry.
  func clear(_ entry: OutboxEntry) {
    switch self {
    case .file(let transport): transport.clear(entry)
    case .cloudAPI, .sendmail, .command: break
    }
  }
}
