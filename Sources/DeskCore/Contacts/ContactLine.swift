/// What a contact and one of the desk's numbers have with each other.
package struct ContactLine: Record, Hashable {
  /// The desk's number, by its id at WhatsApp; nil where messages do not say which they came to.
  package var number: PhoneNumberID?
  /// Where messages to them go: a phone as WhatsApp writes it, `+5511987654321`, or a user id.
  package var address = ""
  /// The newest conversation, open or closed.
  package var conversation: Conversation.ID?
  /// C13: when they last wrote to that number, by WhatsApp's clock.
  package var lastInboundAt: Instant?
  /// D4: what came before any conversation and begins none, as a reaction; it joins the first.
  package var waiting: [Message] = []

  package init() {}

  package static let fields: Fields<Self> = [
    Field("number", \.number, en: "the desk's number", pt: "o número da central"),
    Field("address", \.address, required: true, en: "where they write from", pt: "de onde escreve"),
    Field(
      "conversation", \.conversation, en: "the newest conversation", pt: "a conversa mais nova"),
    Field(
      "lastInboundAt", \.lastInboundAt, en: "when they last wrote",
      pt: "quando escreveu pela última vez"),
    Field(
      "waiting", \.waiting, en: "what came before any conversation",
      pt: "o que chegou antes de qualquer conversa"),
  ]
}

extension Contact {
  /// Whether a message of theirs came, by its provider's id, and waits for a conversation.
  package func isWaiting(for provider: String) -> Bool {
    lines.contains { line in line.waiting.contains { $0.provider == provider } }
  }
}

/// W7: somebody gave a registered contact's e-mail; nobody has proved that it is theirs.
package struct Claim: Record, Hashable {
  package var contact = Contact.ID(0)
  package var email: EmailAddress?
  package var at = Instant(secondsSinceEpoch: 0)

  package init() {}

  package init(contact: Contact.ID, email: EmailAddress, at: Instant) {
    self.contact = contact
    self.email = email
    self.at = at
  }

  package static let fields: Fields<Self> = [
    Field("contact", \.contact, required: true, en: "who they claim to be", pt: "quem diz ser"),
    Field("email", \.email, en: "the e-mail that they gave", pt: "o e-mail que informou"),
    Field("at", \.at, required: true, en: "when", pt: "quando"),
  ]
}

/// W8: what is kept of the link to create a password: enough to know it again, not to make it.
package struct PasswordToken: Record, Hashable {
  /// SHA-256 of the token, in lower-case hexadecimal.
  package var sha256 = ""
  package var expiresAt = Instant(secondsSinceEpoch: 0)
  /// It works once.
  package var usedAt: Instant?

  package init() {}

  package init(sha256: String, expiresAt: Instant) {
    self.sha256 = sha256
    self.expiresAt = expiresAt
  }

  package static let fields: Fields<Self> = [
    Field("sha256", \.sha256, required: true, en: "the token's hash", pt: "o hash do token"),
    Field(
      "expiresAt", \.expiresAt, required: true, en: "until when it works", pt: "até quando vale"),
    Field("usedAt", \.usedAt, en: "when it was used", pt: "quando foi usado"),
  ]
}
