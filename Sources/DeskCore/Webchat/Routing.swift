/// R1 to R5, R9: who takes a visitor of the webchat. All that decides is given; nothing is read.
package struct Routing: Sendable {
  package let settings: WebchatSettings
  package let subjects: Catalog<Subject>
  package let queues: Catalog<Queue>
  package let hours: [BusinessHours.ID: ZonedHours]
  package let agents: Catalog<Agent>

  package init(
    settings: WebchatSettings, subjects: Catalog<Subject>, queues: Catalog<Queue>,
    hours: [BusinessHours.ID: ZonedHours], agents: Catalog<Agent>
  ) {
    self.settings = settings
    self.subjects = subjects
    self.queues = queues
    self.hours = hours
    self.agents = agents
  }

  /// What a visitor did so far.
  package struct Visitor: Hashable, Sendable {
    /// Picked, or named by the bot.
    package var subject: Subject.ID?
    /// R2.
    package var isHandedOver: Bool

    package init(subject: Subject.ID? = nil, isHandedOver: Bool = false) {
      self.subject = subject
      self.isHandedOver = isHandedOver
    }
  }

  package func route(
    _ visitor: Visitor, signedIn: SignedInAgents, at now: Instant
  ) -> Route {
    var walk = RoutingWalk(routing: self, signedIn: signedIn, now: now)
    let outcome = walk.outcome(visitor)
    return Route(outcome: outcome, steps: walk.steps)
  }
}

/// Business hours, whole, with the zone whose clocks they go by.
package struct ZonedHours: Sendable {
  package let hours: BusinessHours
  package let zone: TimeZoneRules

  package init(hours: BusinessHours, zone: TimeZoneRules) {
    self.hours = hours
    self.zone = zone
  }

  package func isOpen(at instant: Instant) -> Bool { hours.isOpen(at: instant, zone: zone) }

  package func nextChange(after instant: Instant) -> Instant? {
    hours.nextChange(after: instant, zone: zone)
  }
}
