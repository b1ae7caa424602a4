/// What a ticket that is made of a conversation is from the start: its channel's opening settings.
package struct TicketOpening: Sendable {
  /// May hold placeholders (W13).
  package var title: String
  package var team: Team.ID?
  package var category: Category.ID?
  package var ticketType: TicketType.ID?
  package var priority: Priority.ID?

  package init(title: String?, team: Team.ID?) {
    self.title = title ?? "{channel}"
    self.team = team
  }

  /// The same with its title filled in.
  package func filled(by values: PlaceholderValues) -> TicketOpening {
    var filled = self
    filled.title = values.filling(title)
    return filled
  }

  /// The ticket of a contact; what binds it to a conversation is its maker's to add.
  func ticket(
    _ id: Ticket.ID, from origin: TicketOrigin, of contact: Contact.ID, at now: Instant
  ) -> Ticket {
    var ticket = Ticket()
    ticket.id = id
    ticket.title = title
    ticket.origin = origin
    ticket.contact = contact
    ticket.team = team
    ticket.category = category
    ticket.ticketType = ticketType
    ticket.priority = priority
    ticket.openedAt = now
    return ticket
  }
}

/// A channel's settings of the tickets that it opens.
package protocol OpensTickets {
  var title: String? { get }
  var team: Team.ID? { get }
  var category: Category.ID? { get }
  var ticketType: TicketType.ID? { get }
  var priority: Priority.ID? { get }
}

extension OpensTickets {
  package var opening: TicketOpening {
    var opening = TicketOpening(title: title, team: team)
    opening.category = category
    opening.ticketType = ticketType
    opening.priority = priority
    return opening
  }
}

extension WhatsAppSettings: OpensTickets {}

extension LivechatSettings: OpensTickets {}
