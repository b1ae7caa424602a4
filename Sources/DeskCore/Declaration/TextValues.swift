extension Instant: TextValue {
  package static var form: TextForm { .instant }

  package init(text: String) throws(Unreadable) {
    guard let instant = Instant(rfc3339: text) else { throw Unreadable.otherForm }
    self = instant
  }

  package var text: String { rfc3339 }
}

extension PhoneNumber: TextValue {
  package static var form: TextForm { .phone }
  package static var pattern: String? { "^\\+[1-9][0-9]{7,14}$" }

  package init(text: String) throws(Unreadable) {
    guard let phone = PhoneNumber(e164: text) else { throw Unreadable.otherForm }
    self = phone
  }

  package var text: String { e164 }
}

extension EmailAddress: TextValue {
  package static var form: TextForm { .email }

  package init(text: String) throws(Unreadable) {
    do {
      try self.init(text)
    } catch {
      throw Unreadable.email(error)
    }
  }
}
