import CommandLineKit
import DeskCore
import DeskStore

extension Desk {
  /// What may still keep it from being done: it is said at once, when something can be done about it.
  func warnings(_ schedule: Schedule, _ store: some StoreReading) throws -> [Notice] {
    let contact = try store.get(schedule.contact)
    var notices: [Notice] = []
    if schedule.action.opensTicket, let open = try store.openTickets(of: contact.id).first {
      notices.append(.ticketStillOpen(open, contact))
    }
    if contact.automaticBlocked, schedule.sends { notices.append(.blockedContact(contact)) }
    if let notice = try closedWindow(schedule, contact, store) { notices.append(notice) }
    return notices
  }

  /// S11: free text that will find the window closed, unless the contact writes before.
  private func closedWindow(
    _ schedule: Schedule, _ contact: Contact, _ store: some StoreReading
  ) throws -> Notice? {
    let settings = try settings
    guard settings.hasWindow, schedule.sends, schedule.template == nil else { return nil }
    let recipient = contact.recipient(by: try number(for: contact, store), phone: schedule.phone)
    guard let window = recipient?.window, !window.isOpen(at: schedule.at) else { return nil }
    return .windowClosedThen(contact, window, schedule, DeskTimes(self))
  }
}

extension Desk {
  /// The number by which a message to a contact leaves: that of the conversation, else the first.
  func number(for contact: Contact, _ store: some StoreReading) throws -> PhoneNumberID? {
    let open = try store.openConversations(of: contact.id).first { $0.channel == .whatsapp }
    return try open?.number ?? settings.whatsapp.numbers.first
  }
}

extension Notice {
  static func ticketStillOpen(_ ticket: Ticket, _ contact: Contact) -> Notice {
    let name = contact.displayName
    return Notice(
      "S4",
      Text(
        en: "ticket/\(ticket.id.number) of \(name) is open; still open then, nothing will be sent",
        pt:
          "ticket/\(ticket.id.number) de \(name) está aberto; se continuar assim, nada será enviado"
      ),
      hint: Text("deskctl ticket close \(ticket.id.number)"))
  }

  fileprivate static func windowClosedThen(
    _ contact: Contact, _ window: ServiceWindow, _ schedule: Schedule, _ times: DeskTimes
  ) -> Notice {
    let name = contact.displayName
    let why =
      window.closing.map { closing in
        Text(
          en: "WhatsApp's window for \(name) closes \(times.full(closing).en)",
          pt: "a janela do WhatsApp para \(name) fecha \(times.full(closing).pt)")
      }
      ?? Text(
        en: "\(name) never wrote on WhatsApp from this phone",
        pt: "\(name) nunca escreveu pelo WhatsApp deste telefone")
    return Notice(
      "S11",
      Text(
        en: "\(why.en); unless they write before, nothing will be sent",
        pt: "\(why.pt); se não escrever antes, nada será enviado"),
      hint: Text(
        en: "deskctl schedule set \(schedule.id.number) --template NAME --param K=V",
        pt: "deskctl schedule set \(schedule.id.number) --template NOME --param K=V"))
  }

  static func blockedContact(_ contact: Contact) -> Notice {
    Notice(
      "W12",
      Text(
        en: "\(contact.displayName) gets no automatic messages; this one will be sent",
        pt: "\(contact.displayName) não recebe mensagens automáticas; esta será enviada"))
  }
}
