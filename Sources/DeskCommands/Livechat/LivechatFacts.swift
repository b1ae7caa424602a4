import CommandLineKit
import DeskCore
import DeskStore

extension Desk {
  /// The addresses of tickets' pages. The desk's key is made where they need one and there is none.
  func ticketLinks(_ transaction: Transaction) throws -> TicketLinks {
    let template = try settings.desk.ticketLink
    guard TicketLinks.needsKey(template) else { return TicketLinks(template) }
    return TicketLinks(template, key: try transaction.linkKeyMade())
  }

  /// The same for who only reads: while the desk has no key yet there are no addresses.
  func ticketLinks(reading store: some StoreReading) throws -> TicketLinks {
    TicketLinks(try settings.desk.ticketLink, key: try store.linkKey() ?? [])
  }

  /// L3: who is online for livechat.
  func livechatPresence(_ store: some StoreReading) throws -> LivechatPresence {
    LivechatPresence(try store.presence(), try agents, isOpen: try isLivechatOpen())
  }

  /// L3: whether a visitor finds somebody, or when they will.
  func livechatAvailability(_ store: some StoreReading) throws -> ChatAvailability {
    let presence = try livechatPresence(store)
    if presence.isOpen { return presence.isSomebodyOnline ? .online : .offline }
    return .closed(
      until: try settings.livechat.hours.flatMap(zonedHours)?.nextChange(after: now()))
  }

  /// L3: whether the channel's business hours are open at this moment.
  func isLivechatOpen() throws -> Bool {
    guard let hours = try settings.livechat.hours.flatMap(zonedHours) else { return true }
    return hours.isOpen(at: try now())
  }

  /// L3: who is switched on is offline all the same outside the hours, and is told until when.
  func livechatHoursNotices() throws -> [Notice] {
    guard try !isLivechatOpen(), let id = try settings.livechat.hours,
      let hours = try zonedHours(id)
    else { return [] }
    let now = try now()
    let state = HoursState(hours, at: now).text(try times(), now)
    return [
      Notice(
        "L3",
        Text(
          en: "livechat is offline outside its hours: \(id) is \(state)",
          pt: "o livechat fica offline fora do horário: \(id) está \(state)"),
        hint: Text("deskctl hours show \(id)"))
    ]
  }

  /// What everything in livechat has in common, at this moment.
  func livechatSetting(_ transaction: Transaction) throws -> LivechatSetting {
    try livechatSetting(transaction, links: ticketLinks(transaction))
  }

  func livechatSetting(
    _ store: some StoreReading, links: TicketLinks
  ) throws -> LivechatSetting {
    let settings = try settings
    return LivechatSetting(
      settings, links: links, availability: try livechatAvailability(store),
      dateText: try dateText(), now: try now())
  }

  /// What happens next in a conversation of livechat.
  func livechatTurn(
    _ conversation: Conversation, _ transaction: Transaction
  ) throws -> LivechatTurn {
    let contact = try transaction.get(conversation.contact)
    return LivechatTurn(
      conversation, with: contact, owner: try transaction.claimed(by: contact),
      setting: try livechatSetting(transaction), actor: actor.name)
  }

  /// Who may have the e-mail that a visitor gives.
  func livechatStartFacts(
    _ email: EmailAddress, _ transaction: Transaction
  ) throws -> LivechatStart.Facts {
    let found = try transaction.contacts(with: email)
    return LivechatStart.Facts(
      owners: found.filter(\.registered),
      known: found.first { !$0.registered && $0.joined == nil && $0.phones.isEmpty },
      next: try transaction.nextNumbers())
  }
}
