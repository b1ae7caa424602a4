/// W9: what a bot says to its conversation, and whether a person is to go on.
package struct BotAnswer: Record, Hashable {
  /// Sent in their order; nil only where it hands over and says nothing.
  package var messages: [BotMessage]?
  package var handOver = false
  /// What the conversation is about, where it found out: by the name that the desk has for it.
  package var subject: Slug<BotAnswer>?

  package init() {}

  package static let fields: Fields<Self> = [
    Field("messages", \.messages, en: "what is sent", pt: "o que é enviado"),
    Field("handOver", \.handOver, en: "whether a person goes on", pt: "se uma pessoa segue"),
    Field("subject", \.subject, en: "what it is about", pt: "do que se trata"),
  ]

  package static let messageLimit = 10
  /// WhatsApp takes no longer text, in characters.
  package static let textLimit = 4096
  /// Of the whole answer, in bytes.
  package static let sizeLimit = 1 << 20
}

/// One text of a bot's answer.
package struct BotMessage: Record, Hashable {
  package var text = ""

  package init() {}

  package static let fields: Fields<Self> = [
    Field("text", \.text, required: true, en: "what it says", pt: "o que diz")
  ]
}

/// Why a bot's answer could not be had or used; a person goes on instead.
package struct BotFailure: Error, Hashable, Sendable {
  /// The short code that the log keeps.
  package enum Reason: String, CaseIterable, Sendable {
    case notStarted = "bot_not_started"
    case exited = "bot_exited"
    case late = "bot_late"
    case tooMuch = "bot_too_much"
    case notUnderstood = "bot_not_understood"
    /// There is nowhere to send what it says.
    case noAddress = "bot_no_address"
  }

  package let reason: Reason
  /// What a person wants to know besides: an exit status, where in the answer the fault stands.
  package let detail: String?

  package init(_ reason: Reason, _ detail: String? = nil) {
    self.reason = reason
    self.detail = detail
  }

  /// As the log has it.
  var codes: [String] { [reason.rawValue] + (detail.map { [$0] } ?? []) }
}
