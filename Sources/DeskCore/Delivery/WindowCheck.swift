extension Contact {
  /// C13: the window that one of the desk's numbers has with them. Messages that do not say to which
  /// number they came count for the desk's first one.
  package func window(of number: PhoneNumberID?, first: PhoneNumberID?) -> ServiceWindow {
    let wanted = number ?? first
    let heard = lines.filter { ($0.number ?? first) == wanted }.compactMap(\.lastInboundAt)
    return ServiceWindow(lastInbound: heard.max())
  }
}

extension DeskFile {
  /// S11, C13: whether an entry may not go any more, for it is free text and the 24 hours are over.
  package func isWindowClosed(
    for entry: OutboxEntry, to contact: Contact?, at now: Instant
  ) -> Bool {
    guard entry.channel == .whatsapp, entry.kind != .template else { return false }
    return !isWindowOpen(to: contact, by: entry.number, at: now)
  }

  /// C13: whether free text may go to somebody now.
  package func isWindowOpen(
    to contact: Contact?, by number: PhoneNumberID? = nil, at now: Instant
  ) -> Bool {
    guard hasWindow else { return true }
    return contact?.window(of: number, first: whatsapp.numbers.first).isOpen(at: now) ?? false
  }
}
