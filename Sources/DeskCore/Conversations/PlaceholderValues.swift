/// W13: what stands for each placeholder in one text.
package struct PlaceholderValues: Sendable {
  package var contactName: String
  package var contactPhone: String
  package var channel: String
  /// The day, as customers read it.
  package var date: String
  package var conversation: Conversation.ID
  package var ticket: Ticket.ID?

  package init(
    contactName: String, contactPhone: String, channel: String, date: String,
    conversation: Conversation.ID, ticket: Ticket.ID?
  ) {
    self.contactName = contactName
    self.contactPhone = contactPhone
    self.channel = channel
    self.date = date
    self.conversation = conversation
    self.ticket = ticket
  }

  /// A text filled in. It was checked when it was set; one that cannot be read stays as it is.
  package func filling(_ text: String) -> String {
    guard let fillable = try? FillableText(text, allowing: Set(Placeholder.allCases)) else {
      return text
    }
    return fillable.filled { placeholder in
      switch placeholder {
      case .contactName: contactName
      case .contactPhone: contactPhone
      case .channel: channel
      case .date: date
      case .conversation: String(conversation.number)
      case .ticket: ticket.map { String($0.number) } ?? ""
      }
    }
  }
}
