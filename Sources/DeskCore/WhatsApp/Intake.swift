/// How far the desk has come with asking a new conversation what it has to know (W3 to W9). A part
/// of the conversation; a step that was taken is not taken back.
package struct Intake: Record, Hashable {
  package var state = IntakeState.settled
  /// W6: invalid answers since the question was asked.
  package var attempts = 0
  /// W4: when something was asked, of the last ten minutes.
  package var requests: [Instant] = []
  /// The valid address that was given.
  package var email: EmailAddress?
  /// When the newest message that it acted on was written, by its provider's clock.
  package var actedOn: Instant?
  /// W9: the newest message that the bot knew when it last answered, by its place.
  package var botAnswered = 0

  package init() {}

  package static let fields: Fields<Self> = [
    Field("state", \.state, required: true, en: "what is waited for", pt: "o que se espera"),
    Field("attempts", \.attempts, en: "invalid answers so far", pt: "respostas inválidas até aqui"),
    Field("requests", \.requests, en: "when something was asked", pt: "quando se perguntou"),
    Field("email", \.email, en: "the address that was given", pt: "o endereço informado"),
    Field(
      "actedOn", \.actedOn, en: "the newest message acted on", pt: "a mensagem mais nova tratada"),
    Field(
      "botAnswered", \.botAnswered, en: "the newest message that the bot answered",
      pt: "a mensagem mais nova que o robô respondeu"),
  ]
}

/// What a conversation in intake waits for.
package enum IntakeState: String, ChoiceValue, Hashable {
  /// An e-mail address.
  case email
  /// 1 or 2.
  case menu
  /// The bot answers.
  case bot
  /// Nothing more is asked: people have it.
  case settled
}

/// What the phone that writes is to the desk.
package enum PhoneStanding: Hashable, Sendable {
  /// It is a registered contact's.
  case known
  /// W7: somebody at this phone gave that contact's e-mail in an earlier conversation.
  case claimed(Contact.ID, email: EmailAddress)
  case unknown
}

/// Somebody registered who has the e-mail that was given.
package struct EmailOwner: Hashable, Sendable {
  package let contact: Contact.ID
  /// W12: no automatic message goes to them.
  package let isBlocked: Bool

  package init(_ contact: Contact.ID, isBlocked: Bool) {
    self.contact = contact
    self.isBlocked = isBlocked
  }
}

/// What an answer may mean to intake; what it means depends on what was asked.
package enum IntakeAnswer: Hashable, Sendable {
  case one
  case two
  case email(EmailAddress)
  case other

  /// Reads a message. A button or a row counts as what it stands for, by its id, else by its title;
  /// of what was written only a text can be an answer, and the whole of it, trimmed (W4, W5).
  package init(_ content: MessageContent) {
    if let choice = content.choice {
      self = Self.digit(choice.id) ?? choice.title.flatMap(Self.digit) ?? .other
    } else if content.type == "text", let text = content.text?.trimmed {
      self =
        Self.digit(text) ?? (try? EmailAddress(String(text))).map { .email($0) } ?? .other
    } else {
      self = .other
    }
  }

  /// `1`, `1.`, and the keycap, with or without the selector that makes it an emoji.
  private static func digit(_ text: some StringProtocol) -> IntakeAnswer? {
    switch String(text.trimmed) {
    case "1", "1.", "1\u{FE0F}\u{20E3}", "1\u{20E3}": .one
    case "2", "2.", "2\u{FE0F}\u{20E3}", "2\u{20E3}": .two
    default: nil
    }
  }
}
