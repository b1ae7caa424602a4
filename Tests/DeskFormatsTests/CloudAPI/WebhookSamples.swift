import DeskCore
import DeskFormats
import Foundation
import JSON

/// The bodies of `Samples/whatsapp/tipos`, one for each kind of thing that WhatsApp tells.
enum WebhookSamples {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Samples/whatsapp/tipos").path

  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
      .map { String($0.dropLast(".json".count)) }.sorted()
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name).json")))
  }

  static func events(_ name: String) throws -> [WebhookEvent] {
    try Webhook.events(JSONValue(parsing: bytes(name)))
  }

  /// All there is to read in an event but its ids and times, in one line.
  static func line(_ event: WebhookEvent) -> String {
    switch event {
    case .message(let message): line(message)
    case .status(let status): line(status)
    case .fault(let error, let number):
      "fault \(error.code) at \(number.phone?.e164 ?? "-"): \(error.title ?? "-")"
    case .other(let field): "other \(field)"
    }
  }

  private static func line(_ message: InboundMessage) -> String {
    let content = message.content
    let media = content.media.map { media in
      "\(media.isVoice ? "voice " : "")\(media.mimeType ?? "-")"
        + (media.filename.map { " \($0)" } ?? "")
    }
    let context = message.context.map { context in
      [
        context.replyTo.map { "replies \(number($0))" }, context.isForwarded ? "forwarded" : nil,
        context.product.map { "asks for \($0)" },
      ].compactMap { $0 }.joined(separator: " ")
    }
    let parts = [
      message.isInbound ? nil : "no inbound", content.text.map { "\"\($0)\"" }, media,
      content.choice.map { "chose \($0.id)" }, role(content.role), context,
      message.referral.map { "came by \($0.sourceType ?? "-") \($0.clickID ?? "-")" },
      message.errors.first.map { "error \($0.code)" },
    ]
    return "\(content.type) from \(who(message.sender)): "
      + parts.compactMap { $0 }.joined(separator: "; ")
  }

  private static func line(_ status: StatusUpdate) -> String {
    let parts = [
      status.stage.map { "is \($0.rawValue)" }, status.callbackData.map { "for \($0)" },
      status.errors.first.map { "error \($0.code)" },
    ]
    return "status \(status.name) of \(number(status.message)) to \(who(status.recipient)): "
      + parts.compactMap { $0 }.joined(separator: "; ")
  }

  private static func role(_ role: MessageRole) -> String? {
    switch role {
    case .message: nil
    case .reaction(let message, let emoji):
      "\(emoji == nil ? "takes back from" : "reacts to") \(number(message))"
    case .edit(let message): "edits \(number(message))"
    case .deletion(let message): "deletes \(number(message))"
    case .notice(let identity): "is now \(identity.map(who) ?? "-")"
    }
  }

  private static func who(_ user: WhatsAppUser) -> String {
    let name = [user.profileName, user.username.map { "@\($0)" }].compactMap { $0 }
    let keys = [user.phone?.e164, user.userID].compactMap { $0 }
    let who = name + keys
    return who.isEmpty ? "nobody" : who.joined(separator: " ")
  }

  /// The four digits in which the samples' ids differ.
  private static func number(_ id: String) -> String { String(id.dropLast(4).suffix(4)) }
}
