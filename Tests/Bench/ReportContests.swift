import DeskCore
import DeskStore
import DeskSystem

/// A month of a desk in figures, beside reading the same files and nothing more.
struct ReportContests {
  let scratch: Scratch
  /// Of a million messages.
  let scale: Double

  private static let messages = 20
  private static let text =
    "Bom dia! A segunda via do boleto não chegou, e o \"prazo\" é amanhã: consegue me enviar? 😀"

  func contest() throws -> Contest {
    let conversations = max(1, Int(1_000_000 * scale) / Self.messages)
    let desk = try filled(conversations)
    return Contest(
      title: "A report over \(conversations * Self.messages) messages", runs: 5,
      first: Contender(running: "deskctl report --json") { _ in
        scratch.unread(scratch.deskctl, desk.words("report", "--month", "2026-06", "--json"))
      },
      peers: [
        (
          Contender(running: "our JSON reader alone, over the same files") { _ in
            scratch.unread(
              ProcessFacts.programPath, ["read", scratch.path(desk.name + "/data")])
          }, .atMost(1.5)
        )
      ])
  }

  private func filled(_ count: Int) throws -> BenchDesk {
    let desk = try BenchDesk("report", in: scratch)
    try desk.fillContacts(1000)
    try desk.fill(1...count, at: BenchDesk.instant) { number, transaction in
      for effect in Self.effects(number) { try transaction.apply([effect]) }
      return .ticket(Self.ticket(number))
    }
    return desk
  }

  /// Spread over the month before the bench's own time.
  private static func opened(_ number: Int) -> Instant {
    BenchDesk.instant - 30 * 86_400 + number * 7919 % (29 * 86_400)
  }

  private static func effects(_ number: Int) -> [Effect] {
    var conversation = Conversation()
    conversation.id = Conversation.ID(number)
    conversation.contact = Contact.ID(1 + number % 1000)
    conversation.openedAt = opened(number)
    let taken = (0..<messages).map { place in
      var message = Message()
      message.direction = place % 2 == 0 ? .inbound : .outbound
      message.author = place % 2 == 0 ? "contact/\(1 + number % 1000)" : "ana"
      message.at = opened(number) + 60 * place
      message.text = text
      return conversation.take(message)
    }
    return [.conversation(conversation)] + taken.map { .message($0) }
  }

  private static func ticket(_ number: Int) -> Ticket {
    var ticket = Ticket()
    ticket.id = Ticket.ID(number)
    ticket.title = "Segunda via do boleto \(number)"
    ticket.contact = Contact.ID(1 + number % 1000)
    ticket.team = try? Team.ID(text: "suporte")
    ticket.openedAt = opened(number)
    return ticket
  }
}
