import JSON

extension LivechatSettings {
  /// L1, W13: what is wrong with the settings by themselves, with key paths from `livechat` on.
  /// Whether what they name exists is for Config as a whole to say.
  package var faults: [Mismatch] {
    (missingKey.map { [Self.lacking($0)] } ?? []) + checkedTexts.flatMap { $0.faults }
  }

  /// What livechat cannot be without; nil where it is all there, or there is no livechat.
  private var missingKey: String? {
    guard enabled else { return nil }
    if endpoint == nil { return "endpoint" }
    return title == nil ? "title" : team == nil ? "team" : nil
  }

  private static func lacking(_ key: String) -> Mismatch {
    Mismatch(.contradiction(.livechatWithout(key: key)), at: [.key("livechat"), .key("enabled")])
  }

  private var checkedTexts: [CheckedText] {
    let beforeTicket = Placeholder.inTitles
    return [
      CheckedText(title, beforeTicket, "livechat", "title"),
      CheckedText(
        onlineWelcome.text, beforeTicket, mayBeEmpty: true, "livechat", "onlineWelcome", "text"),
      CheckedText(
        offlineWelcome.text, Set(Placeholder.allCases), mayBeEmpty: true, "livechat",
        "offlineWelcome", "text"),
      CheckedText(closing.text, beforeTicket, mayBeEmpty: true, "livechat", "closing", "text"),
      CheckedText(
        mail.opened.subject, Set(Placeholder.allCases), "livechat", "mail", "opened", "subject"),
      CheckedText(
        mail.opened.body, Set(Placeholder.allCases), "livechat", "mail", "opened", "body"),
      CheckedText(
        mail.registered.subject, beforeTicket, "livechat", "mail", "registered", "subject"),
      CheckedText(mail.registered.body, beforeTicket, "livechat", "mail", "registered", "body"),
      CheckedText(
        mail.registered.password, beforeTicket, "livechat", "mail", "registered", "password"),
    ]
  }
}
