import DeskCore
import DeskFormats
import JSON
import Testing

/// What a bot is told of a conversation.
struct BotRequestTests {
  private let at = Instant(secondsSinceEpoch: 1_796_390_400)

  private func request(messages count: Int) throws -> BotRequest {
    var conversation = Conversation()
    conversation.id = Conversation.ID(3)
    conversation.number = try PhoneNumberID(text: "207700011122233")
    conversation.openedAt = at
    var contact = Contact()
    contact.id = Contact.ID(5)
    contact.profileName = "Lia"
    var line = ContactLine()
    line.number = conversation.number
    line.address = "+5511912345678"
    contact.lines = [line]
    let messages = (1...count).map { number in
      var message = Message()
      message.id = number
      message.direction = .inbound
      message.author = "contact/5"
      message.at = at
      message.text = "n. \(number)"
      return message
    }
    return BotRequest(
      conversation: conversation, contact: contact, ticket: nil, messages: messages)
  }

  @Test func `W9 it is told who writes, where, and what was said`() throws {
    #expect(
      try request(messages: 1).json.text() == """
        {"conversation":3,"channel":"whatsapp","number":"207700011122233",\
        "openedAt":"2026-12-04T13:20:00Z","contact":{"id":5,"name":null,"profileName":"Lia",\
        "registered":false,"phone":"+5511912345678"},"ticket":null,"messages":[{"id":1,\
        "direction":"in","author":"contact/5","at":"2026-12-04T13:20:00Z","type":"text",\
        "text":"n. 1","choice":null}]}
        """)
  }

  @Test func `W9 it is told the last twenty messages, the newest last`() throws {
    let told = try request(messages: 25).json["messages"]?.array ?? []
    #expect(told.count == 20)
    #expect(told.first?["id"]?.int == 6)
    #expect(told.last?["text"]?.string == "n. 25")
  }
}
