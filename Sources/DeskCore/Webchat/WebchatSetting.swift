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

extension WebchatSetting {
  /// R4, R5: a visitor may pick any subject. It is online where one of them leads to somebody, and
  /// closed where hours alone keep everybody away: the first queue to open is the one to wait for.
  package var availability: ChatAvailability {
    let subjects = [nil] + routing.subjects.ids.map { Optional($0) }
    let routes = subjects.map { route($0) }
    if routes.contains(where: { $0.outcome.isTaken }) { return .online }
    let closed = routes.filter { $0.outcome.reason == .queueClosed }
    let isOpen = routes.contains { $0.outcome.reason == .noAgent }
    if closed.isEmpty || isOpen { return .offline }
    return .closed(until: closed.compactMap(\.change).min())
  }
}

extension RouteOutcome {
  fileprivate var isTaken: Bool {
    switch self {
    case .bot, .offer: true
    case .chooseSubject, .form, .defaultText: false
    }
  }
}
