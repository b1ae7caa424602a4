/// One message of a conversation. Its id is its place there, from 1.
package struct Message: Record, Hashable {
  package var id = 0
  package var conversation = Conversation.ID(0)
  package var direction = Direction.outbound
  package var author = ""
  package var at = Instant(secondsSinceEpoch: 0)
  package var type = "text"
  package var text: String?
  /// No person wrote it for this contact.
  package var automatic = false
  /// Which of the desk's texts it is, where a visitor's page shows them apart (L2).
  package var kind: DeskText?
  package var files: [Attachment] = []
  /// Its id at the provider.
  package var provider: String?
  /// The provider's id of the message that it answers, marks, changes or deletes.
  package var about: String?
  /// The id of the button or row that was tapped.
  package var choice: String?
  /// A file that is still at the provider.
  package var media: PendingMedia?
  /// What the provider could not show, by its codes.
  package var errors: [Int] = []
  /// The outbox entry that carries it.
  package var outbox: OutboxEntry.ID?

  package init() {}

  package static let fields: Fields<Self> = [
    Field(
      "id", \.id, required: true, en: "its place in the conversation", pt: "o lugar na conversa"),
    Field("conversation", \.conversation, en: "the conversation", pt: "a conversa"),
    Field(
      "direction", \.direction, required: true, en: "in or out",
      pt: "recebida (in) ou enviada (out)"),
    Field("author", \.author, required: true, en: "who wrote it", pt: "quem escreveu"),
    Field("at", \.at, required: true, en: "when", pt: "quando"),
    Field("type", \.type, en: "text, image, …", pt: "text, image, …"),
    Field("text", \.text, en: "what it says", pt: "o que diz"),
    Field("automatic", \.automatic, en: "whether no person wrote it", pt: "se ninguém a escreveu"),
    Field(
      "kind", \.kind, en: "which of the desk's texts it is", pt: "qual dos textos da central é"),
    Field("files", \.files, en: "what is attached", pt: "os anexos"),
    Field("provider", \.provider, en: "its id at the provider", pt: "o id no provedor"),
    Field(
      "about", \.about, en: "the message that it answers or changes, by its id at the provider",
      pt: "a mensagem que responde ou muda, pelo id no provedor"),
    Field("choice", \.choice, en: "the button that was tapped", pt: "o botão tocado"),
    Field("media", \.media, en: "a file still at the provider", pt: "um arquivo ainda no provedor"),
    Field(
      "errors", \.errors, en: "the provider's error codes", pt: "os códigos de erro do provedor"),
    Field(
      "outbox", \.outbox, en: "the outbox entry that carries it",
      pt: "o item da caixa de saída que a leva"),
  ]
}

extension Message {
  /// D4: the types of what only marks or changes another message, or tells of somebody; nobody says
  /// anything with them.
  package static let markTypes: Set = ["reaction", "edit", "revoke", "system"]
}

/// Which way a message went.
package enum Direction: String, ChoiceValue, Hashable {
  case inbound = "in"
  case outbound = "out"
}

/// L2: the desk's own texts in a chat on a page, each with its look.
package enum DeskText: String, ChoiceValue, Hashable {
  case welcome
  case offline
  case closing
}

/// A file that was copied into the store, where it lies under the hash of its content.
package struct Attachment: Record, Hashable {
  package var name = ""
  /// Lower-case hexadecimal, 64 digits.
  package var sha256 = ""
  /// Bytes.
  package var size = 0

  package init() {}

  package init(name: String, sha256: String, size: Int) {
    self.name = name
    self.sha256 = sha256
    self.size = size
  }

  package static let fields: Fields<Self> = [
    Field("name", \.name, required: true, en: "its name", pt: "o nome"),
    Field(
      "sha256", \.sha256, required: true, en: "the hash of its content", pt: "o hash do conteúdo"),
    Field("size", \.size, required: true, en: "its size in bytes", pt: "o tamanho em bytes"),
  ]
}

/// A file of a message that the provider has and the store has not.
package struct PendingMedia: Record, Hashable {
  package var id = ""
  package var mimeType: String?
  package var name: String?
  /// Of the content, in base64, as the provider gives it.
  package var sha256: String?
  package var isVoice = false

  package init() {}

  package init(_ media: MediaReference) {
    id = media.id
    mimeType = media.mimeType
    name = media.filename
    sha256 = media.sha256
    isVoice = media.isVoice
  }

  package static let fields: Fields<Self> = [
    Field("id", \.id, required: true, en: "its id at the provider", pt: "o id no provedor"),
    Field("mimeType", \.mimeType, en: "its kind", pt: "o tipo"),
    Field("name", \.name, en: "its name", pt: "o nome"),
    Field("sha256", \.sha256, en: "the hash of its content", pt: "o hash do conteúdo"),
    Field("voice", \.isVoice, en: "whether it was spoken", pt: "se foi falado"),
  ]
}
