/// Where a message to a contact goes on WhatsApp, and what its window depends on.
package struct Recipient: Hashable, Sendable {
  /// The desk's number that it leaves by; nil: the first of the settings, or the only one.
  package let number: PhoneNumberID?
  /// A phone as WhatsApp writes it, or a user id.
  package let address: String
  /// C13: when somebody last wrote from that address to that number.
  package let lastInboundAt: Instant?

  package var window: ServiceWindow { ServiceWindow(lastInbound: lastInboundAt) }
}

extension Contact {
  /// What the contact and one of the desk's numbers have with each other; for a desk that names no
  /// number, the line on which they last wrote.
  package func line(with number: PhoneNumberID?) -> ContactLine? {
    if let number { return lines.first { $0.number == number } }
    let past = Instant(secondsSinceEpoch: 0)
    return lines.max { ($0.lastInboundAt ?? past) < ($1.lastInboundAt ?? past) }
  }

  /// Where an answer goes: from where they wrote to that number, else to their first phone.
  package func recipient(by number: PhoneNumberID?) -> Recipient? {
    if let line = line(with: number), !line.address.isEmpty { return Recipient(line, number) }
    return phones.first.map { Recipient(number: number, address: $0.e164, lastInboundAt: nil) }
  }

  /// S5: where what begins anew goes: to a phone, the first one unless named. Where they wrote from
  /// that phone it goes as WhatsApp writes it, which may be without its ninth digit.
  package func recipient(by number: PhoneNumberID?, phone: PhoneNumber?) -> Recipient? {
    guard let wanted = phone ?? phones.first else { return recipient(by: number) }
    guard let line = line(with: number), line.reaches(wanted, named: phone != nil) else {
      return Recipient(number: number, address: wanted.e164, lastInboundAt: nil)
    }
    return Recipient(line, number)
  }
}

extension ContactLine {
  /// Whether it leads to a phone. A user id hides which phone it is: it will do for a contact of
  /// whom no phone was named.
  fileprivate func reaches(_ phone: PhoneNumber, named: Bool) -> Bool {
    if address.isEmpty { return false }
    return PhoneNumber(e164: address).map { $0.matchKey == phone.matchKey } ?? !named
  }
}

extension Recipient {
  fileprivate init(_ line: ContactLine, _ number: PhoneNumberID?) {
    self.init(
      number: number ?? line.number, address: line.address, lastInboundAt: line.lastInboundAt)
  }
}
