import DeskCore
import DeskStore

/// A desk of conversations, each with a contact of a few hundred, filled by the store's own code.
struct TalkDesk {
  private static let contacts = 300
  /// So many messages take about a megabyte.
  static let megabyte = 2700

  let desk: BenchDesk

  init(_ name: String, in scratch: Scratch) throws {
    desk = try BenchDesk("talk-" + name, in: scratch)
    try desk.fillContacts(Self.contacts)
  }

  func words(_ words: String...) -> [String] { desk.words() + words }

  /// Each is opened, and those that are closed are closed after it: the index of what is open saw all
  /// of them.
  func fill(conversations count: Int, isClosed: (Int) -> Bool) throws {
    for start in stride(from: 0, to: count, by: 5000) {
      let numbers = start..<min(count, start + 5000)
      try desk.fill(numbers, at: BenchDesk.instant) { number, _ in
        .conversation(Self.conversation(number))
      }
      try desk.fill(numbers.filter(isClosed), at: BenchDesk.instant) { number, _ in
        var closed = Self.conversation(number)
        closed.state = .closed
        closed.attention = .resolved
        closed.closedAt = BenchDesk.instant - 60
        closed.closedBy = "ana"
        return .conversation(closed)
      }
    }
  }

  private static func conversation(_ number: Int) -> Conversation {
    var conversation = Conversation()
    conversation.id = Conversation.ID(number + 1)
    conversation.contact = Contact.ID(1 + number % contacts)
    conversation.team = try? Team.ID(text: "suporte")
    conversation.openedAt = BenchDesk.instant - 86_400
    conversation.lastInboundAt = BenchDesk.instant - 3600
    conversation.lastMessageAt = conversation.lastInboundAt
    conversation.lastText = "Bom dia! A nota fiscal do pedido \(number) ainda não chegou."
    conversation.attention = .pending
    return conversation
  }

  /// Writes so many messages in a conversation.
  func write(_ count: Int, in number: Int, text: String? = nil) throws {
    let id = Conversation.ID(number)
    var place = 0
    try desk.fill(0..<count, at: BenchDesk.instant) { index, transaction in
      if index == 0 { place = try transaction.get(id).messageCount }
      place += 1
      var message = Message()
      message.id = place
      message.conversation = id
      message.direction = place.isMultiple(of: 2) ? .inbound : .outbound
      message.author = place.isMultiple(of: 2) ? "contact/1" : "ana"
      message.at = BenchDesk.instant - 3600
      message.text = text ?? Self.text(place)
      return .message(message)
    }
    try desk.fill([place], at: BenchDesk.instant) { place, transaction in
      var conversation = try transaction.get(id)
      conversation.messageCount = place
      return .conversation(conversation)
    }
  }

  private static func text(_ place: Int) -> String {
    """
    Bom dia! A segunda via do boleto \(place) já está disponível; é só responder "sim" que eu envio.
    Posso ajudar em algo mais? Se preferir, ligue para o nosso número de sempre.
    """
  }
}
