/// One thing that a webhook body tells.
package enum WebhookEvent: Hashable, Sendable {
  case message(InboundMessage)
  case status(StatusUpdate)
  /// A fault that WhatsApp reports about one of the desk's numbers, and about no message.
  case fault(ProviderError, number: DeskNumber)
  /// Something else that WhatsApp tells, by the name of its field: an update of a template or of
  /// the account. It is kept and stops nothing.
  case other(field: String)
}

/// One of the desk's own numbers, as WhatsApp names it: what was written to, and what answers.
package struct DeskNumber: Hashable, Sendable {
  /// The id that messages are sent with.
  package var id: String?
  package var phone: PhoneNumber?

  package init(id: String?, phone: PhoneNumber?) {
    self.id = id
    self.phone = phone
  }
}

/// Somebody on WhatsApp. Who has a user name may show a business no phone: then the id that
/// WhatsApp has for them at that business is what they are known by.
package struct WhatsAppUser: Hashable, Sendable {
  /// The phone, where what WhatsApp gave is one.
  package var phone: PhoneNumber?
  /// The phone in WhatsApp's own digits, which are what it takes as an address.
  package var address: String?
  /// The business-scoped user id, as `BR.1502576394655843`.
  package var userID: String?
  /// The name that they gave to WhatsApp.
  package var profileName: String?
  package var username: String?

  /// Nobody that is known yet.
  package init() {}

  /// Whether there is nothing to know them by.
  package var isNobody: Bool { address == nil && userID == nil }
}

/// What WhatsApp says went wrong. Its code says what it is; titles change and are for people.
package struct ProviderError: Hashable, Sendable {
  package var code: Int
  package var title: String?
  package var detail: String?

  package init(code: Int, title: String?, detail: String?) {
    self.code = code
    self.title = title
    self.detail = detail
  }
}

/// What became of a message that the desk sent (D3).
package struct StatusUpdate: Hashable, Sendable {
  /// The message's id at WhatsApp.
  package var message: String
  /// As WhatsApp calls it; one that is not known is kept, too.
  package var name: String
  /// Where it puts the message; nil for one that says nothing about that.
  package var stage: DeliveryStage?
  package var at: Instant
  package var number: DeskNumber
  package var recipient: WhatsAppUser
  package var errors: [ProviderError]
  /// What the desk gave along when it sent the message: its own id for it.
  package var callbackData: String?

  package init(
    message: String, name: String, stage: DeliveryStage?, at: Instant, number: DeskNumber,
    recipient: WhatsAppUser, errors: [ProviderError], callbackData: String?
  ) {
    self.message = message
    self.name = name
    self.stage = stage
    self.at = at
    self.number = number
    self.recipient = recipient
    self.errors = errors
    self.callbackData = callbackData
  }
}
