/// What everything that happens in the webchat at one moment has in common.
package struct WebchatSetting: ChatSetting {
  package var desk: DeskSettings
  package var routing: Routing
  package var signedIn: SignedInAgents
  /// W7, for all channels.
  package var trustsClaimedEmail: Bool
  package var links: TicketLinks
  /// Both chats send the same.
  package var mails: LivechatMails
  package var dateText: String
  package var now: Instant

  package init(
    _ settings: DeskFile, routing: Routing, signedIn: SignedInAgents, links: TicketLinks,
    dateText: String, now: Instant
  ) {
    desk = settings.desk
    mails = settings.livechat.mail
    self.routing = routing
    self.signedIn = signedIn
    trustsClaimedEmail = settings.whatsapp.trustClaimedEmail
    self.links = links
    self.dateText = dateText
    self.now = now
  }

  package var webchat: WebchatSettings { routing.settings }

  func route(_ subject: Subject.ID?, isHandedOver: Bool = false) -> Route {
    let visitor = Routing.Visitor(subject: subject, isHandedOver: isHandedOver)
    return routing.route(visitor, signedIn: signedIn, at: now)
  }

  package func outcome(
    _ subject: Subject.ID?, isHandedOver: Bool = false
  ) -> RouteOutcome {
    route(subject, isHandedOver: isHandedOver).outcome
  }

  /// R6: whether an agent may still take a visitor who was offered to them.
  func standing(of id: Agent.ID, in team: Team.ID?) -> AgentStanding.Standing {
    routing.agents[id].map { signedIn.standing(of: id, $0, in: team) } ?? .otherTeam
  }

  /// C3: the team of the queue that a subject leads to.
  func team(of subject: Subject.ID?) -> Team.ID? {
    subject.flatMap { routing.subjects[$0]?.queue }.flatMap { routing.queues[$0]?.team }
  }
}
