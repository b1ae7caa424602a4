/// What everything that happens in livechat at one moment has in common.
package struct LivechatSetting: ChatSetting {
  package var desk: DeskSettings
  package var livechat: LivechatSettings
  /// W7, for all channels.
  package var trustsClaimedEmail: Bool
  package var mails: IntakeMails
  package var links: TicketLinks
  /// L3: whether somebody is there.
  package var availability: ChatAvailability
  /// The day, as customers read it.
  package var dateText: String
  package var now: Instant

  package init(
    _ settings: DeskFile, links: TicketLinks, availability: ChatAvailability, dateText: String,
    now: Instant
  ) {
    desk = settings.desk
    livechat = settings.livechat
    trustsClaimedEmail = settings.whatsapp.trustClaimedEmail
    mails = settings.whatsapp.mail
    self.links = links
    self.availability = availability
    self.dateText = dateText
    self.now = now
  }
}
