/// A message that somebody wrote to one of the desk's numbers.
package struct InboundMessage: Hashable, Sendable {
  /// Its id at WhatsApp: the same message may come twice (D4).
  package var id: String
  /// When it was written, by WhatsApp's clock.
  package var at: Instant
  package var number: DeskNumber
  package var sender: WhatsAppUser
  /// The group that it was written in; nil for one to the desk alone.
  package var group: String?
  package var content: MessageContent
  package var context: MessageContext?
  package var referral: Referral?
  /// Why WhatsApp could not show the message.
  package var errors: [ProviderError]

  package init(
    id: String, at: Instant, number: DeskNumber, sender: WhatsAppUser, group: String?,
    content: MessageContent, context: MessageContext?, referral: Referral?,
    errors: [ProviderError]
  ) {
    self.id = id
    self.at = at
    self.number = number
    self.sender = sender
    self.group = group
    self.content = content
    self.context = context
    self.referral = referral
    self.errors = errors
  }

  /// D4: whether it counts as somebody writing to the desk. What only changes or marks another
  /// message does not, nor a notice of WhatsApp's own, nor what is said in a group: all that is
  /// kept, and opens and answers nothing.
  package var isInbound: Bool { content.role == .message && group == nil }
}

/// What a message says, as the desk keeps it.
package struct MessageContent: Hashable, Sendable {
  /// As WhatsApp calls it: `text`, `image`, …; one that is not known stays as it is.
  package var type: String
  /// What people see of it in a thread: the text, the caption, the button's title, a place in
  /// words. Nil where there is nothing to read, as of a sticker.
  package var text: String?
  package var media: MediaReference?
  /// The button or the row of a list that was tapped.
  package var choice: ReplyChoice?
  package var role: MessageRole

  package init(
    type: String, text: String? = nil, media: MediaReference? = nil, choice: ReplyChoice? = nil,
    role: MessageRole = .message
  ) {
    self.type = type
    self.text = text
    self.media = media
    self.choice = choice
    self.role = role
  }
}

/// What a message is to the conversation.
package enum MessageRole: Hashable, Sendable {
  /// Something that somebody says.
  case message
  /// A reaction to another message; without an emoji it takes the one before it away.
  case reaction(to: String, emoji: String?)
  /// Another message says something else from now on.
  case edit(of: String)
  /// Another message was deleted for everybody.
  case deletion(of: String)
  /// Something that WhatsApp says itself; where somebody has another number or id now, who they are.
  case notice(newIdentity: WhatsAppUser?)
}

/// A file that a message carries, to be fetched from WhatsApp by its id.
package struct MediaReference: Hashable, Sendable {
  package var id: String
  package var mimeType: String?
  /// As WhatsApp gives it: the hash of the content, in base64.
  package var sha256: String?
  package var filename: String?
  /// It was spoken into the phone.
  package var isVoice: Bool

  package init(
    id: String, mimeType: String?, sha256: String?, filename: String?, isVoice: Bool
  ) {
    self.id = id
    self.mimeType = mimeType
    self.sha256 = sha256
    self.filename = filename
    self.isVoice = isVoice
  }
}

/// What somebody chose by tapping.
package struct ReplyChoice: Hashable, Sendable {
  /// What the sender of the question gave it, and nobody sees.
  package var id: String
  /// What was read on it.
  package var title: String?

  package init(id: String, title: String?) {
    self.id = id
    self.title = title
  }
}

/// What a message refers to.
package struct MessageContext: Hashable, Sendable {
  /// The message that it answers.
  package var replyTo: String?
  package var isForwarded: Bool
  /// The product that it asks about, as its seller numbers it.
  package var product: String?

  package init(replyTo: String?, isForwarded: Bool, product: String?) {
    self.replyTo = replyTo
    self.isForwarded = isForwarded
    self.product = product
  }
}

/// The advertisement or post that led somebody to write.
package struct Referral: Hashable, Sendable {
  package var sourceType: String?
  package var sourceID: String?
  package var sourceURL: String?
  package var headline: String?
  package var body: String?
  /// The id of the click, for the advertiser's reports.
  package var clickID: String?

  /// Nothing said yet.
  package init() {}
}
