/// One visitor's way: bot, subjects, queue, hours, form or agents, and no other order (R1).
struct RoutingWalk {
  let routing: Routing
  let signedIn: SignedInAgents
  let now: Instant
  private(set) var steps: [RouteStep] = []

  init(routing: Routing, signedIn: SignedInAgents, now: Instant) {
    self.routing = routing
    self.signedIn = signedIn
    self.now = now
  }

  mutating func outcome(_ visitor: Routing.Visitor) -> RouteOutcome {
    guard routing.settings.enabled else { return end(.webchatOff, .defaultText(.webchatOff)) }
    if routing.settings.bot.command != nil {
      guard visitor.isHandedOver else { return end(.botAnswers, .bot) }
      steps.append(.botHandedOver)
    } else {
      steps.append(.noBot)
    }
    return atSubjects(visitor.subject)
  }

  private mutating func atSubjects(_ chosen: Subject.ID?) -> RouteOutcome {
    let known = routing.subjects.ids
    if known.isEmpty { return end(.noSubjects, .defaultText(.noSubjects)) }
    guard let chosen else { return end(.subjectNotChosen(known), .chooseSubject) }
    guard let subject = routing.subjects[chosen] else {
      return end(.subjectGone(chosen), .chooseSubject)
    }
    steps.append(.subjectChosen(chosen))
    guard let id = subject.queue, let queue = routing.queues[id] else {
      return end(.subjectWithoutQueue(chosen), .defaultText(.misconfigured))
    }
    return atQueue(id, queue)
  }

  private mutating func atQueue(_ id: Queue.ID, _ queue: Queue) -> RouteOutcome {
    guard let team = queue.team else {
      return end(.queueWithoutTeam(id), .defaultText(.misconfigured))
    }
    guard routing.agents.entries.contains(where: { $0.value.teams.contains(team) }) else {
      return end(.teamWithoutAgents(id, team), .defaultText(.misconfigured))
    }
    steps.append(.queueFound(id, team))
    guard let named = queue.hours else {
      steps.append(.alwaysOpen(id))
      return atAgents(team)
    }
    guard let hours = routing.hours[named] else {
      return end(.hoursGone(id, named), .defaultText(.misconfigured))
    }
    return atHours(id, team, named, hours)
  }

  private mutating func atHours(
    _ queue: Queue.ID, _ team: Team.ID, _ named: BusinessHours.ID, _ hours: ZonedHours
  ) -> RouteOutcome {
    let change = hours.nextChange(after: now)
    if hours.isOpen(at: now) {
      steps.append(.open(queue, named, until: change))
      return atAgents(team)
    }
    steps.append(.closed(queue, named, until: change))
    return routing.settings.form.enabled
      ? end(.form, .form(.queueClosed)) : end(.noForm, .defaultText(.queueClosed))
  }

  private mutating func atAgents(_ team: Team.ID) -> RouteOutcome {
    let standings = standings(team)
    steps.append(.agents(standings))
    let there = standings.filter { $0.standing == .there }.map(\.agent)
    if !there.isEmpty { return end(.offered(there), .offer(there)) }
    let hasForm = routing.settings.form.enabled
    let isOffered = hasForm && routing.settings.formWhenNoAgent
    return end(
      .nobodyThere(hasForm: hasForm, isOffered: isOffered),
      isOffered ? .form(.noAgent) : .defaultText(.noAgent))
  }

  /// The team's members, and who else is signed in: in the order of the configuration.
  private func standings(_ team: Team.ID) -> [AgentStanding] {
    routing.agents.entries.compactMap { id, agent in
      guard agent.teams.contains(team) || signedIn.isSignedIn(id) else { return nil }
      return AgentStanding(agent: id, standing: signedIn.standing(of: id, agent, in: team))
    }
  }

  private mutating func end(_ step: RouteStep, _ outcome: RouteOutcome) -> RouteOutcome {
    steps.append(step)
    return outcome
  }
}
