/// Whether WhatsApp lets a template be sent.
package enum TemplateStatus: String, ChoiceValue, Hashable {
  case pending
  case approved
  case rejected
  case paused
  case disabled
  case inAppeal = "in_appeal"
  case deleted
  /// WhatsApp calls it something that this program does not know.
  case unknown
}

/// What a template wants in its message that this program does not give.
package enum TemplateNeed: String, ChoiceValue, Hashable {
  /// A picture, video, document or place above the text.
  case headerMedia
  case headerParameters
  /// A button's link or code has a part that changes.
  case buttonParameters
  /// A part that is neither header, body, footer nor buttons, as a carousel.
  case otherParts
}

/// C14: why a template cannot be filled in.
package enum TemplateRefusal: Error, Hashable, Sendable {
  case notApproved(TemplateStatus)
  case needs(TemplateNeed)
  case missing(String)
  case surplus(String)
  /// A value that WhatsApp does not take.
  case unsendable(String)
}
