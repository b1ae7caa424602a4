import DeskCore
import JSON

/// What one message says, by its type.
struct WebhookContent {
  private let fields: WebhookFields
  private let type: String

  init(_ fields: WebhookFields) throws(Mismatch) {
    self.fields = fields
    type = try fields.text("type") ?? "unknown"
  }

  func content(errors: [ProviderError]) throws(Mismatch) -> MessageContent {
    guard Message.markTypes.contains(type) else { return try words(errors) }
    guard let own = try fields.fields(type) else { return placeholder(errors) }
    return try change(own)
  }

  private func words(_ errors: [ProviderError]) throws(Mismatch) -> MessageContent {
    if type == "contacts" { return MessageContent(type: type, text: try fields.cards()) }
    guard Self.saying.contains(type), let own = try fields.fields(type) else {
      return placeholder(errors)
    }
    switch type {
    case "text": return MessageContent(type: type, text: try own.text("body"))
    case "location": return MessageContent(type: type, text: try own.place())
    case "button": return try button(own)
    case "interactive": return try interactive(own)
    case "order": return MessageContent(type: type, text: try own.order())
    default:
      return MessageContent(type: type, text: try own.text("caption"), media: try own.media())
    }
  }

  /// What says something in an object of its type's name.
  private static let saying: Set = [
    "text", "image", "video", "audio", "document", "sticker", "location", "button", "interactive",
    "order",
  ]

  /// A type that is not known, or not supported: what WhatsApp says about it, if anything.
  private func placeholder(_ errors: [ProviderError]) -> MessageContent {
    MessageContent(type: type, text: errors.first.flatMap { $0.detail ?? $0.title })
  }

  // MARK: What was tapped

  private func button(_ own: WebhookFields) throws(Mismatch) -> MessageContent {
    let text = try own.text("text")
    let payload = try own.text("payload")
    return MessageContent(
      type: type, text: text,
      choice: (payload ?? text).map { ReplyChoice(id: $0, title: text) })
  }

  private func interactive(_ own: WebhookFields) throws(Mismatch) -> MessageContent {
    let kind = try own.text("type") ?? ""
    guard let reply = try own.fields(kind) else { return MessageContent(type: type) }
    switch kind {
    case "button_reply", "list_reply":
      let title = try reply.text("title")
      return MessageContent(
        type: type, text: title, choice: ReplyChoice(id: try reply.required("id"), title: title))
    case "nfm_reply":
      return MessageContent(type: type, text: try reply.flowAnswers())
    default:
      return MessageContent(type: type)
    }
  }

  // MARK: What is about something else

  private func change(_ own: WebhookFields) throws(Mismatch) -> MessageContent {
    switch type {
    case "reaction":
      let emoji = try own.text("emoji").flatMap { $0.isEmpty ? nil : $0 }
      return MessageContent(
        type: type, text: emoji,
        role: .reaction(to: try own.required("message_id"), emoji: emoji))
    case "edit":
      return try edit(own)
    case "revoke":
      return MessageContent(
        type: type, role: .deletion(of: try own.required("original_message_id")))
    default:
      return MessageContent(
        type: type, text: try own.text("body"), role: .notice(newIdentity: try own.newIdentity()))
    }
  }

  /// What the other message says from now on; an edit of an edit says nothing.
  private func edit(_ own: WebhookFields) throws(Mismatch) -> MessageContent {
    var content = MessageContent(
      type: type, role: .edit(of: try own.required("original_message_id")))
    guard let message = try own.fields("message") else { return content }
    let said = try WebhookContent(message).words([])
    content.text = said.text
    content.media = said.media
    return content
  }
}
