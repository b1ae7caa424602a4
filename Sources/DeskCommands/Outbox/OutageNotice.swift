import CommandLineKit
import DeskCore
import DeskStore

extension Desk {
  /// A transport that does not work is told of once, and once when it works again: under cron a
  /// person gets two mails, not one a minute.
  func noteOutage(
    _ entry: OutboxEntry, _ answer: DeliveryAnswer, _ transaction: Transaction
  ) throws {
    let channel = entry.channel
    let current = try transaction.outages().first { $0.channel == channel }
    switch answer {
    case .notTaken(let reason, .outage, _):
      guard current == nil else { return }
      let outage = Outage(
        channel, since: try now(), reason: entry.hidingSecret(in: reason))
      try transaction.change { $0.outages.append(outage) }
      note(.outage(outage))
    case .sent, .refused, .notTaken:
      guard let current else { return }
      try transaction.change { format in format.outages.removeAll { $0.channel == channel } }
      note(.outageOver(current, seconds: try now() - current.since))
    case .unknown, .notSent: break
    }
  }
}

extension Notice {
  static func outage(_ outage: Outage) -> Notice {
    Notice(
      "outage",
      Text(
        en: "nothing leaves by \(outage.channel.rawValue): \(outage.reason)",
        pt: "nada sai por \(outage.channel.rawValue): \(outage.reason)"),
      hint: Text("deskctl outbox list"))
  }

  static func outageOver(_ outage: Outage, seconds: Int) -> Notice {
    Notice(
      "outage",
      Text(
        en: "\(outage.channel.rawValue) works again, after \(TimeWording.duration(seconds))",
        pt: "\(outage.channel.rawValue) voltou a funcionar, após \(TimeWording.duration(seconds))"))
  }
}
