package import DeskCore
package import JSON

/// W9: a conversation as a bot is told of it on standard input, one JSON document:
///
///     {"conversation":3,"channel":"whatsapp","number":"2077…","openedAt":"…",
///      "contact":{"id":1,"name":"Carla Dias","profileName":"Carla","registered":true,"phone":"+55…"},
///      "ticket":{"number":7,"title":"…","team":"suporte","openedAt":"…"},
///      "messages":[{"id":4,"direction":"in","author":"contact/1","at":"…","type":"text","text":"oi"}]}
package struct BotRequest: Sendable {
  package var conversation: Conversation
  package var contact: Contact
  /// Who they claim to be; nobody has proved it, and a bot is not told.
  package var claimed: Contact?
  package var ticket: Ticket?
  package var messages: [Message]

  package init(
    conversation: Conversation, contact: Contact, claimed: Contact? = nil, ticket: Ticket?,
    messages: [Message]
  ) {
    self.conversation = conversation
    self.contact = contact
    self.claimed = claimed
    self.ticket = ticket
    self.messages = messages
  }

  /// A bot sees so many messages, the newest last.
  package static let messageCount = 20

  package var json: JSONValue {
    [
      "conversation": JSONValue(conversation.id.number),
      "channel": JSONValue(conversation.channel.rawValue),
      "number": conversation.number.map { JSONValue($0.text) } ?? .null,
      "openedAt": conversation.openedAt.json,
      "contact": shown(contact),
      "ticket": ticket.map { shown($0) } ?? .null,
      "messages": .array(messages.suffix(Self.messageCount).map { shown($0) }),
    ]
  }

  private func shown(_ contact: Contact) -> JSONValue {
    let line = contact.lines.first { $0.number == conversation.number }
    return [
      "id": JSONValue(contact.id.number),
      "name": contact.name.map { JSONValue($0) } ?? .null,
      "profileName": contact.profileName.map { JSONValue($0) } ?? .null,
      "registered": .bool(contact.registered),
      "phone": (line?.address ?? contact.phones.first?.e164).map { JSONValue($0) } ?? .null,
    ]
  }

  private func shown(_ ticket: Ticket) -> JSONValue {
    [
      "number": JSONValue(ticket.id.number), "title": JSONValue(ticket.title),
      "team": ticket.team.map { JSONValue($0.text) } ?? .null,
      "openedAt": ticket.openedAt.json,
    ]
  }

  private func shown(_ message: Message) -> JSONValue {
    [
      "id": JSONValue(message.id), "direction": JSONValue(message.direction.rawValue),
      "author": JSONValue(message.author), "at": message.at.json,
      "type": JSONValue(message.type), "text": message.text.map { JSONValue($0) } ?? .null,
      "choice": message.choice.map { JSONValue($0) } ?? .null,
    ]
  }
}
