import JSON

extension WhatsAppSettings {
  /// W1, W2, W13: what is wrong with the settings by themselves, with key paths from `whatsapp` on.
  /// Whether what they name exists is for Config as a whole to say.
  package var faults: [Mismatch] {
    (openingFault.map { [$0] } ?? []) + (attemptsFault.map { [$0] } ?? [])
      + checkedTexts.flatMap { $0.faults }
  }

  private var openingFault: Mismatch? {
    guard openOnConversationStart, title == nil || team == nil else { return nil }
    return Mismatch(
      .contradiction(.openingWithout(key: title == nil ? "title" : "team")),
      at: [.key("whatsapp"), .key("openOnConversationStart")])
  }

  private var attemptsFault: Mismatch? {
    guard email.required, email.maxAttempts != nil else { return nil }
    return Mismatch(
      .contradiction(.attemptsWhileRequired),
      at: [.key("whatsapp"), .key("email"), .key("maxAttempts")])
  }

  private var checkedTexts: [CheckedText] {
    let beforeTicket = Placeholder.inTitles
    let withTicket = Set(Placeholder.allCases)
    return [
      CheckedText(title, beforeTicket, "title"),
      CheckedText(texts.askEmail, beforeTicket, "texts", "askEmail"),
      CheckedText(texts.askAgain, beforeTicket, "texts", "askAgain"),
      CheckedText(texts.menu, beforeTicket, "texts", "menu"),
      CheckedText(texts.link, withTicket, needs: .ticket, "texts", "link"),
      CheckedText(mail.opened.subject, withTicket, "mail", "opened", "subject"),
      CheckedText(mail.opened.body, withTicket, needs: .contactPhone, "mail", "opened", "body"),
      CheckedText(mail.welcome.subject, withTicket, "mail", "welcome", "subject"),
      CheckedText(mail.welcome.body, withTicket, "mail", "welcome", "body"),
      CheckedText(mail.welcome.password, withTicket, "mail", "welcome", "password"),
      CheckedText(closing.message, beforeTicket, mayBeEmpty: true, "closing", "message"),
    ]
  }
}

/// W13: a text of the settings with the placeholders that it may hold, and the one that it must.
private struct CheckedText {
  private let text: String?
  private let allowed: Set<Placeholder>
  private let needed: Placeholder?
  private let mayBeEmpty: Bool
  private let keys: [String]

  init(
    _ text: String?, _ allowed: Set<Placeholder>, needs: Placeholder? = nil,
    mayBeEmpty: Bool = false, _ keys: String...
  ) {
    self.text = text
    self.allowed = allowed
    self.mayBeEmpty = mayBeEmpty
    needed = needs
    self.keys = keys
  }

  /// WhatsApp takes no text of nothing, and none of more characters.
  private static let limit = 4096

  private func lengthFault(_ text: String) -> Unreadable? {
    if text.trimmed.isEmpty, !mayBeEmpty { return .empty }
    return text.count > Self.limit ? .tooLong(limit: Self.limit) : nil
  }

  var faults: [Mismatch] {
    guard let text else { return [] }
    let path = ["whatsapp"] + keys
    if let reason = lengthFault(text) {
      return [Mismatch(.unreadable(.message, reason), at: path.map { .key($0) })]
    }
    do throws(UnknownPlaceholder) {
      let fillable = try FillableText(text, allowing: allowed)
      guard let needed, !fillable.placeholders.contains(needed) else { return [] }
      return [Mismatch(.placeholderMissing(needed), at: path.map { .key($0) })]
    } catch {
      return [Mismatch(.placeholder(error), at: path.map { .key($0) })]
    }
  }
}
