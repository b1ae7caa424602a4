import DeskCore
import DeskStore
import DeskTestSupport

/// A desk with 24 conversations of one contact, one of each kind there is, for whom to see and to act
/// on: WhatsApp and livechat, open and closed, of two teams, of nobody and of two agents.
struct SightDesk {
  struct Kind: Sendable {
    let channel: Channel
    let state: ConversationState
    let team: String
    let assignee: String?
  }

  /// In the order of their numbers, from 1.
  static let kinds: [Kind] = [Channel.whatsapp, .livechat].flatMap { channel in
    [ConversationState.open, .closed].flatMap { state in
      ["suporte", "financeiro"].flatMap { team in
        [nil, "ana", "bruno"].map { agent in
          Kind(channel: channel, state: state, team: team, assignee: agent)
        }
      }
    }
  }

  /// What only who sees a conversation may ever read.
  static func secret(_ number: Int) -> String { "segredo-\(100 + number)" }

  let desk: TestDesk

  init(segmented: Bool) throws {
    desk = try TestDesk.sample()
    let set = desk.run(
      "config", "set", "whatsapp.segmentedViews=\(segmented ? "yes" : "no")",
      "livechat.enabled=yes")
    precondition(set.status == 0, set.error)
    try desk.seedConversation(silence: 60)
    let desk = desk
    try desk.change { transaction in
      let first = try transaction.get(Conversation.ID(1))
      let ticket = try transaction.get(Ticket.ID(1))
      return try Self.kinds.enumerated().flatMap { place, kind in
        try Self.effects(kind, number: place + 1, first, ticket, at: desk.now)
      }
    }
  }

  /// A conversation with one message, and a ticket of the same team and agent that is bound to it.
  private static func effects(
    _ kind: Kind, number: Int, _ first: Conversation, _ ticket: Ticket, at now: Instant
  ) throws -> [Effect] {
    var conversation = first
    conversation.id = Conversation.ID(number)
    conversation.rev = 0
    conversation.channel = kind.channel
    conversation.state = kind.state
    conversation.team = try Team.ID(text: kind.team)
    conversation.assignee = try kind.assignee.map { try Agent.ID(text: $0) }
    conversation.lastTicket = Ticket.ID(number)
    conversation.messageCount = number == 1 ? 1 : 0
    var message = Message()
    message.direction = .inbound
    message.author = "contact/1"
    message.at = now - 60
    message.text = secret(number)
    message = conversation.take(message)
    var bound = ticket
    bound.id = Ticket.ID(number)
    bound.title = "Chamado \(number)"
    bound.conversation = conversation.id
    bound.team = conversation.team
    bound.assignee = conversation.assignee
    return [.conversation(conversation), .message(message), .ticket(bound)]
  }
}
