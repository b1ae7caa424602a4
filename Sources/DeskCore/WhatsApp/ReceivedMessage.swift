extension Message {
  /// A message that came in, as it is kept; its place and conversation are filled in where it joins.
  init(_ inbound: InboundMessage, from contact: Contact.ID, files: [Attachment]) {
    direction = .inbound
    author = Reference(.contact, contact.number).text
    at = inbound.at
    type = inbound.content.type
    text = inbound.content.text
    provider = inbound.id
    about = inbound.content.role.about ?? inbound.context?.replyTo
    choice = inbound.content.choice?.id
    self.files = files
    media = files.isEmpty ? inbound.content.media.map(PendingMedia.init) : nil
    errors = inbound.errors.map(\.code)
  }
}

extension MessageRole {
  /// The message that it is about.
  fileprivate var about: String? {
    switch self {
    case .message, .notice: nil
    case .reaction(let to, _): to
    case .edit(let of): of
    case .deletion(let of): of
    }
  }
}

extension WhatsAppUser {
  /// Where messages to them go: their phone as WhatsApp writes it, else their user id.
  package var destination: String? { address.map { "+" + $0 } ?? userID }
}

extension DeskNumber {
  /// As records keep it.
  package var key: PhoneNumberID? { id.flatMap { try? PhoneNumberID(text: $0) } }
}
