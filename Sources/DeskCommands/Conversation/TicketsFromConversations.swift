import CommandLineKit
import DeskCore
import DeskStore

extension Desk {
  /// C11: what a ticket made from a conversation is, by its channel's settings.
  func opening(
    of conversation: Conversation, _ store: some StoreReading
  ) throws -> TicketOpening {
    let values = try placeholderValues(of: conversation, with: store.get(conversation.contact))
    var opening = try opening(in: conversation.channel).filled(by: values)
    opening.team = opening.team ?? conversation.team
    return opening
  }

  /// The webchat has no such settings: its queues have the teams (R4).
  private func opening(in channel: Channel) throws -> TicketOpening {
    switch channel {
    case .whatsapp: try settings.whatsapp.opening
    case .livechat: try settings.livechat.opening
    case .webchat: TicketOpening(title: nil, team: nil)
    }
  }

  /// W13: what fills a text about a conversation.
  func placeholderValues(
    of conversation: Conversation, with contact: Contact
  ) throws -> PlaceholderValues {
    PlaceholderValues(
      contactName: contact.name ?? contact.displayName,
      contactPhone: contact.phones.first?.display ?? "", channel: conversation.channel.name,
      date: try dateText(),
      conversation: conversation.id, ticket: conversation.lastTicket)
  }

  func makeTicket(
    _ content: TicketMaking.Content, _ opening: TicketOpening,
    _ conversation: Conversation, _ transaction: Transaction
  ) throws -> Ticket {
    let agents = try agents
    let team = opening.team
    let facts = TicketMaking.Facts(
      conversation: conversation, contact: try transaction.get(conversation.contact),
      sync: try settings.whatsapp.assigneeSync,
      next: Ticket.ID(try transaction.nextNumber(.ticket))
    ) { agent in
      guard let teams = agents[agent]?.teams else { return false }
      return team.map { teams.contains($0) } ?? true
    }
    let making = TicketMaking(content, opening, facts, actor: actor.name, now: try now())
    try transaction.apply(making.plan())
    return try transaction.get(facts.next)
  }

  /// So many tickets are made in one transaction.
  private static var batch: Int { 200 }

  /// C20: one for each open conversation without one, its whole history inside; again makes none.
  func makeTickets(team: Team.ID?, channel: Channel?) throws -> Output {
    var waiting = try reading { store in
      var found: [Conversation.ID] = []
      try store.forEachOpen(Conversation.self) { conversation in
        let isWanted =
          !conversation.hasTicket && (team.map { $0 == conversation.team } ?? true)
          && (channel.map { $0 == conversation.channel } ?? true)
        if isWanted, try sees(conversation) { found.append(conversation.id) }
      }
      return found[...]
    }
    var changes: [Output.Change] = []
    while !waiting.isEmpty {
      let some = waiting.prefix(Self.batch)
      waiting = waiting.dropFirst(Self.batch)
      changes += try transaction { transaction in
        try some.compactMap { id in
          let conversation = try transaction.get(id)
          // Somebody else may have been faster.
          guard conversation.state == .open, !conversation.hasTicket else { return nil }
          let made = try makeTicket(
            .whole, opening(of: conversation, transaction), conversation, transaction)
          return change(made, "opened")
        }
      }
    }
    return Output(.changed(schema: "ticket", changes))
  }
}

extension Channel {
  /// As customers read it.
  var name: String {
    switch self {
    case .whatsapp: "WhatsApp"
    case .livechat, .webchat: "chat"
    }
  }
}
