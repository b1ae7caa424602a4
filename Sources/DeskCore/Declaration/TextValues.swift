extension Instant: TextValue {
  package static var form: String { "an instant such as 2026-12-05T13:00:00Z" }

  package init(text: String) throws(Unreadable) {
    guard let instant = Instant(rfc3339: text) else { throw Unreadable("not an RFC 3339 instant") }
    self = instant
  }

  package var text: String { rfc3339 }
}

extension PhoneNumber: TextValue {
  package static var form: String { "a phone number in E.164, such as +5511987654321" }
  package static var pattern: String? { "^\\+[1-9][0-9]{7,14}$" }

  package init(text: String) throws(Unreadable) {
    guard let phone = PhoneNumber(e164: text) else { throw Unreadable("not a number in E.164") }
    self = phone
  }

  package var text: String { e164 }
}

extension EmailAddress: TextValue {
  package static var form: String { "an e-mail address" }

  package init(text: String) throws(Unreadable) {
    do {
      try self.init(text)
    } catch {
      throw Unreadable("no mail server takes it (\(error))")
    }
  }
}
