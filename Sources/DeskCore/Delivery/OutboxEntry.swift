/// Something that leaves the desk, from the decision to send it to what came back (D1).
package struct OutboxEntry: StoredRecord, Hashable {
  package static let kind = RecordKind.outbox

  package var id = ID(0)
  package var rev = 0
  package var channel = OutboxChannel.whatsapp
  /// The desk's number that it leaves by, by its id at WhatsApp; nil: the first of the settings.
  package var number: PhoneNumberID?
  package var to = ""
  /// Nil where it goes to an agent.
  package var contact: Contact.ID?
  package var kind = MessageKind.text
  package var body = OutboxBody()
  package var state = DeliveryState.queued
  package var reason: String?
  package var attempts = 0
  package var queuedAt = Instant(secondsSinceEpoch: 0)
  package var changedAt = Instant(secondsSinceEpoch: 0)
  package var firstTriedAt: Instant?
  /// It waits until then before it is tried again.
  package var retryAt: Instant?
  /// Its id at the provider.
  package var provider: String?
  /// The address that the provider made of `to`, where that is another.
  package var reached: String?
  /// D3: how far it came, as the provider told.
  package var status: DeliveryStage?
  /// W12: no person wrote it for this contact.
  package var automatic = false
  package var schedule: Schedule.ID?
  package var conversation: Conversation.ID?
  /// Who is told where it fails.
  package var agent: Agent.ID?

  package init() {}

  package static let fields: Fields<Self> = [
    Field("id", \.id, required: true, automatic: true, en: "its number", pt: "o número"),
    Field("rev", \.rev, automatic: true, en: "grows with each write", pt: "cresce a cada gravação"),
    Field("channel", \.channel, required: true, en: "the channel", pt: "o canal"),
    Field("to", \.to, required: true, en: "the address", pt: "o endereço"),
    Field("number", \.number, en: "the number that it leaves by", pt: "o número por onde sai"),
    Field("contact", \.contact, en: "to whom", pt: "para quem"),
    Field(
      "kind", \.kind, required: true, en: "text, file or template", pt: "texto, arquivo ou modelo"),
    Field("body", \.body, en: "what is sent", pt: "o que é enviado"),
    Field("state", \.state, required: true, en: "where it stands", pt: "a situação"),
    Field("reason", \.reason, en: "why", pt: "por quê"),
    Field("attempts", \.attempts, en: "how often it was tried", pt: "quantas tentativas"),
    Field(
      "queuedAt", \.queuedAt, required: true, en: "when it was decided", pt: "quando foi decidido"),
    Field(
      "changedAt", \.changedAt, required: true, en: "when its state last changed",
      pt: "quando a situação mudou"),
    Field(
      "firstTriedAt", \.firstTriedAt, en: "when it was first tried", pt: "a primeira tentativa"),
    Field(
      "retryAt", \.retryAt, en: "when it is tried again", pt: "quando se tenta de novo"),
    Field("provider", \.provider, en: "its id at the provider", pt: "o id no provedor"),
    Field(
      "reached", \.reached, en: "the address that the provider made of it",
      pt: "o endereço que o provedor fez dele"),
    Field("status", \.status, en: "how far it came", pt: "até onde chegou"),
    Field(
      "automatic", \.automatic, en: "whether no person wrote it", pt: "se ninguém a escreveu"),
    Field("schedule", \.schedule, en: "the schedule that sends it", pt: "o agendamento que envia"),
    Field(
      "conversation", \.conversation, en: "the conversation that it belongs to",
      pt: "a conversa a que pertence"),
    Field("agent", \.agent, en: "who is told where it fails", pt: "quem é avisado se falhar"),
  ]
}

extension OutboxEntry {
  /// What stands where something is hidden.
  package static let mask = "••••"

  /// W8: as everybody but a transport sees it.
  package var masked: OutboxEntry {
    var masked = self
    if body.secret != nil { masked.body.secret = Self.mask }
    return masked
  }

  /// W8: whether its text says nothing any more without the secret that was erased.
  package var lacksSecret: Bool {
    channel == .email && body.secret == nil
      && (body.text?.contains(OutboxBody.placeholder) ?? false)
  }
}

/// By which way an entry leaves.
package enum OutboxChannel: String, ChoiceValue, Hashable {
  case whatsapp
  case email
  /// What an agent has set to be told by (`notify.command`).
  case command
}

/// What an entry carries.
package enum MessageKind: String, ChoiceValue, Hashable {
  case text
  case file
  case template
}

/// The content of an entry.
package struct OutboxBody: Record, Hashable {
  /// Of an e-mail.
  package var subject: String?
  package var text: String?
  /// W8: stands for `{token}` in the text when it is sent. Listings mask it; what was sent or failed
  /// for good has none any more.
  package var secret: String?
  package var files: [Attachment] = []
  package var template: String?
  package var parameters: [TemplateParameter] = []

  package init() {}

  /// What the secret stands for in the text.
  package static let placeholder = "{token}"

  /// The text as it leaves, with the secret in its place.
  package var wholeText: String? {
    guard let text, let secret else { return text }
    return text.replacing(Self.placeholder, with: secret)
  }

  package static let fields: Fields<Self> = [
    Field("subject", \.subject, en: "an e-mail's subject", pt: "o assunto de um e-mail"),
    Field("text", \.text, en: "the text, filled in", pt: "o texto, preenchido"),
    Field("secret", \.secret, en: "stands for {token}", pt: "entra no lugar de {token}"),
    Field("files", \.files, en: "the files", pt: "os arquivos"),
    Field("template", \.template, en: "the template's name", pt: "o nome do modelo"),
    Field("parameters", \.parameters, en: "what fills it", pt: "o que o preenche"),
  ]
}

/// Where an entry stands.
package enum DeliveryState: String, ChoiceValue, Hashable {
  case queued
  case sending
  case sent
  case failed
  /// D2: nobody knows whether it was taken; it is never sent again by itself.
  case unknown
  case notSent = "not_sent"

  /// Whether a delivery, or a person, still has something to do.
  package var isOpen: Bool {
    switch self {
    case .queued, .sending, .unknown: true
    case .sent, .failed, .notSent: false
    }
  }
}
