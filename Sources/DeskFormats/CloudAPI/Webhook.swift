package import DeskCore
package import JSON

/// A body that WhatsApp's Cloud API sends to a webhook.
///
/// Its form is what Meta documents under "Webhooks" of the WhatsApp Business Platform. Whatever is
/// not known there is passed over: keys, and the values of fields other than `messages`.
package enum Webhook {
  /// D4: everything that a body tells, in its order: of every entry each change, and of every
  /// change each message and status. Throws what does not fit, with its key path.
  package static func events(_ body: JSONValue) throws(Mismatch) -> [WebhookEvent] {
    let body = try WebhookFields(body)
    guard body.object["entry"] != nil else { throw body.missing("entry") }
    var events: [WebhookEvent] = []
    for entry in try body.list("entry") {
      for change in try entry.list("changes") {
        let field = try change.required("field")
        if field == "messages" {
          guard let value = try change.fields("value") else { throw change.missing("value") }
          events += try WebhookValue(value).events()
        } else {
          events.append(.other(field: field))
        }
      }
    }
    return events
  }
}

/// The value of one change of the field `messages`.
struct WebhookValue {
  private let fields: WebhookFields
  private let number: DeskNumber
  private let contacts: WebhookContacts

  init(_ fields: WebhookFields) throws(Mismatch) {
    self.fields = fields
    let metadata = try fields.fields("metadata")
    let phone = try metadata?.digits("display_phone_number").flatMap {
      try? PhoneNumber(internationalDigits: $0.filter(\.isASCIIDigit))
    }
    number = DeskNumber(id: try metadata?.digits("phone_number_id"), phone: phone)
    contacts = try WebhookContacts(fields)
  }

  func events() throws(Mismatch) -> [WebhookEvent] {
    var events: [WebhookEvent] = []
    for message in try fields.list("messages") {
      events.append(.message(try self.message(message)))
    }
    for status in try fields.list("statuses") {
      events.append(.status(try self.status(status)))
    }
    for error in try fields.list("errors") {
      events.append(.fault(try error.providerError(), number: number))
    }
    return events
  }

  private func message(_ fields: WebhookFields) throws(Mismatch) -> InboundMessage {
    let errors = try fields.providerErrors()
    let content = try WebhookContent(fields).content(errors: errors)
    var sender = contacts.user(
      address: try fields.text("from"), userID: try fields.text("from_user_id"))
    if case .notice = content.role {
      // Of a changed user id the notice tells the old one, if anybody does.
      if sender.isNobody { sender.userID = try fields.fields("system")?.text("previous_user_id") }
    } else if sender.isNobody {
      throw fields.missing("from")
    }
    return InboundMessage(
      id: try fields.required("id"), at: try fields.instant("timestamp"), number: number,
      sender: sender, group: try fields.text("group_id"), content: content,
      context: try fields.fields("context")?.messageContext(),
      referral: try fields.fields("referral")?.referral(), errors: errors)
  }

  private func status(_ fields: WebhookFields) throws(Mismatch) -> StatusUpdate {
    let name = try fields.required("status")
    let isGroup = try fields.text("recipient_type") == "group"
    return StatusUpdate(
      message: try fields.required("id"), name: name, stage: Self.stage(name),
      at: try fields.instant("timestamp"), number: number,
      recipient: contacts.user(
        address: try fields.text(isGroup ? "recipient_participant_id" : "recipient_id"),
        userID: try fields.text("recipient_user_id")),
      errors: try fields.providerErrors(),
      callbackData: try fields.text("biz_opaque_callback_data"))
  }

  /// A voice message that was played was received and opened.
  private static func stage(_ name: String) -> DeliveryStage? {
    name == "played" ? .read : DeliveryStage(rawValue: name)
  }
}

extension WebhookFields {
  func providerErrors() throws(Mismatch) -> [ProviderError] {
    var errors: [ProviderError] = []
    for error in try list("errors") { errors.append(try error.providerError()) }
    return errors
  }

  func providerError() throws(Mismatch) -> ProviderError {
    let details = try fields("error_data")?.text("details")
    let message = try text("message")
    return ProviderError(
      code: try integer("code") ?? 0, title: try text("title"), detail: details ?? message)
  }

  fileprivate func messageContext() throws(Mismatch) -> MessageContext {
    let isForwarded = try flag("forwarded")
    let isForwardedOften = try flag("frequently_forwarded")
    return MessageContext(
      replyTo: try text("id"), isForwarded: isForwarded || isForwardedOften,
      product: try fields("referred_product")?.text("product_retailer_id"))
  }

  fileprivate func referral() throws(Mismatch) -> Referral {
    var referral = Referral()
    referral.sourceType = try text("source_type")
    referral.sourceID = try text("source_id")
    referral.sourceURL = try text("source_url")
    referral.headline = try text("headline")
    referral.body = try text("body")
    referral.clickID = try text("ctwa_clid")
    return referral
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
