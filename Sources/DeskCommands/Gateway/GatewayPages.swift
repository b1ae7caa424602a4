import DeskCore
import DeskFormats
import DeskStore

/// The pages that people open from a message or an e-mail.
extension Gateway {
  /// A ticket by the end of its address: its number, and what nobody can guess.
  func ticketPage(_ name: String) throws -> WebAnswer {
    try desk.reading { store in
      guard let key = try store.linkKey(), let id = TicketLinks.ticket(named: name, key: key),
        let ticket = try store.find(id)
      else { throw WebRefusal.notFound }
      let settings = try desk.settings.desk
      return TicketPage(
        desk: settings.name, language: settings.language, number: id.number, title: ticket.title,
        state: ticket.state, openedAt: try shown(ticket.openedAt),
        closedAt: try ticket.closedAt.map(shown), lines: try lines(of: ticket, store)
      ).answer
    }
  }

  /// What was said in the conversation that the ticket is bound to.
  private func lines(of ticket: Ticket, _ store: StoreReader) throws -> [TicketPage.Line] {
    guard let id = ticket.conversation, let conversation = try store.find(id) else { return [] }
    let agents = try desk.agents
    let visitor = try store.find(conversation.contact)
    let deskName = try desk.settings.desk.name
    return try store.messages(of: id).compactMap { message in
      let files = message.files.map { "[\($0.name)]" }
      let text = ([message.text].compactMap { $0 } + files).joined(separator: " ")
      guard !text.isEmpty else { return nil }
      let agent = (try? Agent.ID(text: message.author)).flatMap { agents[$0]?.name }
      let author =
        message.direction == .inbound
        ? visitor?.name ?? visitor?.profileName ?? visitor?.displayName
        : message.automatic ? deskName : agent
      return TicketPage.Line(
        author: author ?? deskName, at: try shown(message.at), text: text)
    }
  }

  private func shown(_ instant: Instant) throws -> String {
    let isPortuguese = try desk.settings.desk.language == .ptBR
    return TimeWording(language: isPortuguese ? .ptBR : .en, zone: try desk.zone()).compact(instant)
  }

  /// W8: opening the link uses nothing up; pressing the button does.
  func password(_ token: String, redeems: Bool) throws -> WebAnswer {
    let settings = try desk.settings.desk
    let key = Redemption.key(of: token)
    guard redeems else {
      try desk.reading { store in
        let contact = try store.numbers(.token, key: key).first.flatMap {
          try store.find(Contact.ID($0))
        }
        try refusing { _ = try Redemption.plan(contact, key: key, actor: "", now: desk.now()) }
      }
      return LinkPage.question(settings.language, desk: settings.name)
    }
    let contact = try desk.transaction { transaction in
      try refusing { try desk.redeem(key, transaction) }
    }
    return LinkPage.confirmed(
      settings.language, desk: settings.name,
      email: contact.emails.first?.text ?? contact.displayName)
  }

  /// A link that was used, that is too old or that nobody made: which of them is not told.
  private func refusing<Answer>(_ body: () throws -> Answer) throws -> Answer {
    do {
      return try body()
    } catch is Redemption.Refusal {
      throw WebRefusal.token
    }
  }
}
