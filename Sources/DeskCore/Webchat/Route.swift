/// Where a visitor of the webchat was led, and by which steps.
package struct Route: Hashable, Sendable {
  package let outcome: RouteOutcome
  /// In the order in which they were taken; the last one decided.
  package let steps: [RouteStep]
}

/// What becomes of a visitor.
package enum RouteOutcome: Hashable, Sendable {
  case bot
  case chooseSubject
  case form(RouteReason)
  case defaultText(RouteReason)
  /// To every agent who is there.
  case offer([Agent.ID])

  /// Its word in JSON.
  package var word: String {
    switch self {
    case .bot: "bot"
    case .chooseSubject: "choose_subject"
    case .form: "form"
    case .defaultText: "default_text"
    case .offer: "offer"
    }
  }

  package var reason: RouteReason? {
    switch self {
    case .form(let reason), .defaultText(let reason): reason
    case .bot, .chooseSubject, .offer: nil
    }
  }
}

/// Why nobody takes a visitor.
package enum RouteReason: String, CaseIterable, Sendable {
  case webchatOff = "webchat_off"
  case noSubjects = "no_subjects"
  case queueClosed = "queue_closed"
  case noAgent = "no_agent"
  /// R9: a subject or a queue leads nowhere.
  case misconfigured

  package var rule: String {
    switch self {
    case .webchatOff: "R1"
    case .noSubjects: "R3"
    case .queueClosed: "R4"
    case .noAgent: "R5"
    case .misconfigured: "R9"
    }
  }
}

/// One step of a route, with the facts that it went by.
package enum RouteStep: Hashable, Sendable {
  case webchatOff
  case noBot
  case botAnswers
  case botHandedOver
  case noSubjects
  case subjectNotChosen([Subject.ID])
  /// Chosen, and not there any more: as if none were.
  case subjectGone(Subject.ID)
  case subjectChosen(Subject.ID)
  case subjectWithoutQueue(Subject.ID)
  case queueFound(Queue.ID, Team.ID)
  case queueWithoutTeam(Queue.ID)
  case teamWithoutAgents(Queue.ID, Team.ID)
  case hoursGone(Queue.ID, BusinessHours.ID)
  case alwaysOpen(Queue.ID)
  case open(Queue.ID, BusinessHours.ID, until: Instant?)
  case closed(Queue.ID, BusinessHours.ID, until: Instant?)
  case noForm
  case form
  /// Those of the queue's team, and who else is signed in.
  case agents([AgentStanding])
  case nobodyThere(hasForm: Bool, isOffered: Bool)
  case offered([Agent.ID])

  /// The rule that it follows.
  package var rule: String {
    switch self {
    case .webchatOff, .noBot, .subjectNotChosen, .subjectGone, .subjectChosen, .queueFound, .open:
      "R1"
    case .botAnswers, .botHandedOver: "R2"
    case .noSubjects: "R3"
    case .closed, .noForm, .form: "R4"
    case .agents, .nobodyThere: "R5"
    case .offered: "R6"
    case .subjectWithoutQueue, .queueWithoutTeam, .teamWithoutAgents, .hoursGone, .alwaysOpen: "R9"
    }
  }
}

/// R5: whether an agent counts for a queue, or the first thing that is against it.
package struct AgentStanding: Hashable, Sendable {
  /// Its words are those of JSON.
  package enum Standing: String, CaseIterable, Sendable {
    case there
    case otherTeam = "other_team"
    case unlicensed
    case otherChannel = "other_channel"
    case notSignedIn = "not_signed_in"
  }

  package let agent: Agent.ID
  package let standing: Standing
}
