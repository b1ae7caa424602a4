/// The addresses of tickets' pages: `desk.ticketLink` filled in. `{ticket}` stands for a ticket's number
/// and `{token}` for what nobody can guess who was not sent it.
package struct TicketLinks: Sendable {
  private let template: String?
  /// The desk's own; empty where it has none, or the template needs none.
  private let key: [UInt8]

  /// Bytes of the key.
  package static let keySize = 32
  /// Bytes of the code that stay: 128 bits, 22 characters.
  private static let tokenSize = 16

  package init(_ template: String?, key: [UInt8] = []) {
    self.template = template
    self.key = key
  }

  /// Whether a template needs the desk's key.
  package static func needsKey(_ template: String?) -> Bool {
    template?.contains("{token}") ?? false
  }

  /// Nil where the desk has no such pages.
  package func address(of ticket: Ticket.ID) -> String? {
    if key.isEmpty, Self.needsKey(template) { return nil }
    return template?.replacing("{ticket}", with: String(ticket.number))
      .replacing("{token}", with: Self.token(of: ticket, key: key))
  }

  /// HMAC-SHA256 of the ticket's number, shortened, in the letters that an address may have.
  package static func token(of ticket: Ticket.ID, key: [UInt8]) -> String {
    let code = HMACSHA256.code(of: Array("ticket/\(ticket.number)".utf8), key: key)
    return Base64.addressText(of: Array(code.prefix(tokenSize)))
  }

  /// The ticket that `12-…` names at the end of an address; nil where its token is another's.
  package static func ticket(named name: String, key: [UInt8]) -> Ticket.ID? {
    guard key.count == keySize, let dash = name.firstIndex(of: "-"),
      let number = Int(name[..<dash]), number > 0, String(number) == name[..<dash]
    else { return nil }
    let token = Array(name[name.index(after: dash)...].utf8)
    let ticket = Ticket.ID(number)
    return ConstantTime.areEqual(token, Array(Self.token(of: ticket, key: key).utf8))
      ? ticket : nil
  }
}
