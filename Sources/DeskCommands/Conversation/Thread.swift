import CommandLineKit
import DeskCore
import DeskStore
import JSON

/// A message as it is shown: a line for people, a record for scripts, both with how far one of ours
/// has come.
struct ShownMessage {
  let line: String
  let json: JSONValue
}

extension Desk {
  /// Messages in the order of the clock by which they were written, whenever they came.
  func inOrder(_ messages: [Message]) -> [Message] {
    messages.sorted { ($0.at, $0.conversation, $0.id) < ($1.at, $1.conversation, $1.id) }
  }

  func thread(_ messages: [Message], _ store: some StoreReading) throws -> [ShownMessage] {
    var thread = ThreadWording(times: try times(), language: language)
    return try messages.map { message in
      let entry = try message.outbox.flatMap { try store.find($0) }
      let status = entry.map { $0.status?.rawValue ?? $0.state.rawValue }
      var record = message.fullJSON.object ?? JSONObject()
      record["status"] = status.map { JSONValue($0) } ?? .null
      record["reason"] = entry?.reason.map { JSONValue($0) } ?? .null
      let author = try message.direction == .inbound ? name(of: message.author, store) : nil
      return ShownMessage(
        line: thread.line(message, entry, status, author: author ?? message.author),
        json: .object(record))
    }
  }

  /// What a contact is called that stands as `contact/3`; nil where it is no such word, or is gone.
  private func name(of author: String, _ store: some StoreReading) throws -> String? {
    guard let reference = try? Reference(text: author), reference.kind == .contact else {
      return nil
    }
    return try store.find(Contact.ID(reference.number))?.displayName
  }

  /// A thread's lines, with a line where another day begins.
  func lines(of thread: [ShownMessage], _ messages: [Message]) throws -> [String] {
    let times = try times()
    var day = messages.first.map { times.day($0.at) } ?? ""
    return zip(thread, messages).flatMap { shown, message in
      let today = times.day(message.at)
      defer { day = today }
      return today == day ? [shown.line] : ["-- \(today) --\n", shown.line]
    }
  }
}

/// The lines of a conversation, one after the other: a reaction says what it is about where that was
/// among those before it.
struct ThreadWording {
  let times: TimeWording
  let language: Language
  /// The places of messages, by their ids at the provider.
  private var places: [String: Int] = [:]

  init(times: TimeWording, language: Language) {
    self.times = times
    self.language = language
  }

  /// When, which way, who, what, and how far it came.
  mutating func line(
    _ message: Message, _ entry: OutboxEntry?, _ status: String?, author: String
  ) -> String {
    let arrow = message.direction == .inbound ? ">" : "<"
    let what = [said(message, entry)] + message.files.map { "[\($0.name)]" }
    let text = Shown(what.filter { !$0.isEmpty }.joined(separator: " ")).paragraph
      .split(separator: "\n").joined(separator: "\n    ")
    let end = status.map { "  (\(state($0, entry?.reason)))" } ?? ""
    return "\(times.compact(message.at)) \(arrow) \(Shown(author).line): \(text)\(end)\n"
  }

  /// What it says, after what kind it is where that is not said by its text.
  mutating func said(_ message: Message, _ entry: OutboxEntry?) -> String {
    if let id = message.provider ?? entry?.provider { places[id] = message.id }
    return [kind(of: message), message.text].compactMap { $0 }.joined(separator: " ")
  }

  /// `[sticker]`, `[reaction to 3]`; nil for what its text says.
  private func kind(of message: Message) -> String? {
    guard message.direction == .inbound, let word = MessageTypeWord.text(message.type) else {
      return nil
    }
    let about = message.about.flatMap { places[$0] }.map {
      MessageTypeWord.about($0, message.type)(language)
    }
    return "[\(word(language))\(about ?? "")]"
  }

  private func state(_ status: String, _ reason: String?) -> String {
    StatusWord.text(status)(language) + (reason.map { ": \(Shown($0).line)" } ?? "")
  }
}

/// What kind a message is, where its text does not say it.
enum MessageTypeWord {
  static func text(_ type: String) -> Text? {
    if ["text", "button", "interactive"].contains(type) { return nil }
    return words[type] ?? Text(type)
  }

  /// The message that it is about, by its number.
  static func about(_ number: Int, _ type: String) -> Text {
    type == "reaction" ? Text(en: " to \(number)", pt: " à \(number)") : Text(" \(number)")
  }

  private static let words: [String: Text] = [
    "image": Text(en: "image", pt: "imagem"), "video": Text(en: "video", pt: "vídeo"),
    "audio": Text(en: "audio", pt: "áudio"), "sticker": Text(en: "sticker", pt: "figurinha"),
    "document": Text(en: "document", pt: "documento"),
    "location": Text(en: "location", pt: "localização"),
    "contacts": Text(en: "contacts", pt: "contatos"), "order": Text(en: "order", pt: "pedido"),
    "reaction": Text(en: "reaction", pt: "reação"), "edit": Text(en: "edited", pt: "editada"),
    "revoke": Text(en: "deleted", pt: "apagada"), "system": Text(en: "notice", pt: "aviso"),
    "unsupported": Text(en: "not supported", pt: "não suportada"),
  ]
}

/// How far a message came, as people read it; in JSON the word stays as it is.
enum StatusWord {
  static func text(_ word: String) -> Text {
    Text(en: english[word] ?? word, pt: portuguese[word] ?? word)
  }

  private static let english = ["not_sent": "not sent"]

  private static let portuguese = [
    "queued": "na fila", "sending": "enviando", "sent": "enviada", "failed": "falhou",
    "unknown": "incerta", "not_sent": "não enviada", "accepted": "aceita", "delivered": "entregue",
    "read": "lida",
  ]
}
