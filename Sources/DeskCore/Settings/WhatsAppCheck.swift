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
      CheckedText(title, beforeTicket, "whatsapp", "title"),
      CheckedText(texts.askEmail, beforeTicket, "whatsapp", "texts", "askEmail"),
      CheckedText(texts.askAgain, beforeTicket, "whatsapp", "texts", "askAgain"),
      CheckedText(texts.menu, beforeTicket, "whatsapp", "texts", "menu"),
      CheckedText(texts.link, withTicket, needs: .ticket, "whatsapp", "texts", "link"),
      CheckedText(mail.opened.subject, withTicket, "whatsapp", "mail", "opened", "subject"),
      CheckedText(
        mail.opened.body, withTicket, needs: .contactPhone, "whatsapp", "mail", "opened", "body"),
      CheckedText(mail.welcome.subject, withTicket, "whatsapp", "mail", "welcome", "subject"),
      CheckedText(mail.welcome.body, withTicket, "whatsapp", "mail", "welcome", "body"),
      CheckedText(mail.welcome.password, withTicket, "whatsapp", "mail", "welcome", "password"),
      CheckedText(
        closing.message, beforeTicket, mayBeEmpty: true, "whatsapp", "closing", "message"),
    ]
  }
}
