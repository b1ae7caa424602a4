import CommandLineKit
import DeskCore
import DeskStore
import JSON

/// What a conversation's contact may see of it: what was said, and by whom in the names that people
/// read. It names each thing that goes out, so that what records gain later stays inside.
struct PublicTranscript {
  private let agents: Catalog<Agent>
  private let deskName: String
  private let contactWord: String

  init(_ desk: Desk) throws {
    agents = try desk.agents
    deskName = try desk.settings.desk.name
    contactWord = Text(en: "contact", pt: "contato")(desk.language)
  }

  func name(of contact: Contact?) -> String {
    contact?.name ?? contact?.profileName ?? contact?.phones.first?.display
      ?? contact?.emails.first?.text ?? contactWord
  }

  /// An agent's name; the desk's where none wrote it, or one who is no agent any more.
  func author(of message: Message, _ contact: Contact?) -> String {
    if message.direction == .inbound { return name(of: contact) }
    return (try? Agent.ID(text: message.author)).flatMap { agents[$0]?.name } ?? deskName
  }

  // MARK: Lines

  static let head: JSONObject = [
    "export": "conversations", "format": JSONValue(ExportLines.format), "public": true,
  ]

  func record(_ contact: Contact) -> JSONObject {
    [
      "contact": [
        "id": JSONValue(contact.id.number), "name": JSONValue(name(of: contact)),
        "phones": .array(contact.phones.map { JSONValue($0.e164) }),
        "emails": .array(contact.emails.map { JSONValue($0.text) }),
      ]
    ]
  }

  func record(_ conversation: Conversation) -> JSONObject {
    var record: JSONObject = [
      "id": JSONValue(conversation.id.number), "channel": JSONValue(conversation.channel.rawValue),
      "contact": JSONValue(conversation.contact.number),
      "state": JSONValue(conversation.state.rawValue),
      "openedAt": JSONValue(conversation.openedAt.rfc3339),
    ]
    if let closed = conversation.closedAt { record["closedAt"] = JSONValue(closed.rfc3339) }
    if let rating = conversation.survey?.rating { record["rating"] = JSONValue(rating) }
    return ["conversation": .object(record)]
  }

  func record(_ message: Message, _ entry: OutboxEntry?, _ contact: Contact?) -> JSONObject {
    var record: JSONObject = [
      "id": JSONValue(message.id), "conversation": JSONValue(message.conversation.number),
      "direction": JSONValue(message.direction.rawValue),
      "author": JSONValue(author(of: message, contact)), "at": JSONValue(message.at.rfc3339),
      "type": JSONValue(message.type),
    ]
    if let text = message.text { record["text"] = JSONValue(text) }
    if !message.files.isEmpty { record["files"] = .array(message.files.map(\.json)) }
    if let entry {
      record["status"] = JSONValue(entry.status?.rawValue ?? entry.state.rawValue)
    }
    return ["message": .object(record)]
  }
}
