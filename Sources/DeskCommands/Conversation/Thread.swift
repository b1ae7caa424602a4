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
  func thread(_ messages: [Message], _ store: some StoreReading) throws -> [ShownMessage] {
    try messages.map { message in
      let entry = try message.outbox.flatMap { try store.find($0) }
      let status = entry.map { $0.status?.rawValue ?? $0.state.rawValue }
      var record = message.fullJSON.object ?? JSONObject()
      record["status"] = status.map { JSONValue($0) } ?? .null
      record["reason"] = entry?.reason.map { JSONValue($0) } ?? .null
      return ShownMessage(line: try line(message, status), json: .object(record))
    }
  }

  /// A message as one line of a conversation: when, which way, who, what, and how far it came.
  private func line(_ message: Message, _ status: String?) throws -> String {
    let arrow = message.direction == .inbound ? ">" : "<"
    let files = message.files.map { "[\($0.name)]" }
    let what = ([message.text].compactMap { $0 } + files).joined(separator: " ")
    let text = Shown(what).paragraph.split(separator: "\n").joined(separator: "\n    ")
    let end = status.map { "  (\(StatusWord.text($0)(language)))" } ?? ""
    return "\(try times().compact(message.at)) \(arrow) \(message.author): \(text)\(end)\n"
  }
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
