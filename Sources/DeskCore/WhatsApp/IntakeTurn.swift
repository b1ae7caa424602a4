/// What one message in one conversation does, by W3 to W9, W11 and W12: a plan, made of what is
/// known at that moment and of nothing else.
package struct IntakeTurn: Sendable {
  package var settings: WhatsAppSettings
  package var standing: PhoneStanding
  /// W12: no automatic message goes to the phone's contact.
  package var isBlocked: Bool
  /// The contact's newest conversation on this number; nil where this message begins the first.
  package var conversation: Conversation?
  package var message: InboundMessage
  /// The registered contacts that have the e-mail which the message may hold.
  package var owners: [EmailOwner]
  /// W4: when this phone was asked something in its earlier conversations.
  package var earlierRequests: [Instant]
  package var now: Instant

  package init(
    settings: WhatsAppSettings, standing: PhoneStanding, isBlocked: Bool,
    conversation: Conversation?, message: InboundMessage, owners: [EmailOwner],
    earlierRequests: [Instant], now: Instant
  ) {
    self.settings = settings
    self.standing = standing
    self.isBlocked = isBlocked
    self.conversation = conversation
    self.message = message
    self.owners = owners
    self.earlierRequests = earlierRequests
    self.now = now
  }

  /// W4: so many requests in so many seconds, and no more.
  package static let requestLimit = 10
  package static let requestSpan = 600

  /// What is to be done, in order.
  package func plan() -> IntakePlan {
    guard message.isInbound else { return IntakePlan([skip("D4", .noInbound)], nil) }
    if let actedOn = conversation?.intake?.actedOn, message.at < actedOn {
      return IntakePlan([skip("D4", .older)], nil)
    }
    // W11: a closed conversation is over; this message begins another.
    guard let conversation, conversation.state == .open else { return begin() }
    guard let intake = conversation.intake else {
      return IntakePlan([skip(conversation.lastTicket == nil ? "W11" : "S14", .settled)], nil)
    }
    return goOn(intake)
  }

  /// Whether an agent has the open conversation.
  private var isAttended: Bool {
    conversation?.state == .open && conversation?.assignee != nil
  }

  // MARK: States

  private func begin() -> IntakePlan {
    guard settings.openOnConversationStart else { return goOnWithBot("W1", Intake()) }
    guard standing == .unknown else { return openKnown(Intake()) }
    if isBlocked { return leaveAlone(Intake()) }
    return settings.email.required
      ? ask(.email, "W4", .email, Intake()) : ask(.menu, "W5", .menu, Intake())
  }

  private func goOn(_ intake: Intake) -> IntakePlan {
    switch intake.state {
    case .settled: return IntakePlan([skip("W11", .settled)], nil)
    case .bot: return goOnWithBot("W9", intake)
    case .email, .menu: break
    }
    guard settings.openOnConversationStart else { return goOnWithBot("W1", intake) }
    guard standing == .unknown else { return openKnown(intake) }
    if isBlocked { return leaveAlone(intake) }
    return answer(intake)
  }

  private func goOnWithBot(_ rule: String, _ intake: Intake) -> IntakePlan {
    if isAttended { return settle([skip("C21", .attended)], intake) }
    return isBlocked ? leaveAlone(intake) : pass(rule, intake)
  }

  private func answer(_ intake: Intake) -> IntakePlan {
    let answer = IntakeAnswer(message.content)
    if case .email(let address) = answer { return take(address, intake) }
    // Whoever took the conversation meanwhile asks for themselves what they have to know.
    if isAttended { return IntakePlan([skip("C21", .attended)], nil) }
    guard let attempts = settings.email.attempts else {
      return ask(.emailAgain, "W4", .email, intake)
    }
    switch (intake.state, answer) {
    case (.menu, .one): return ask(.email, "W5", .email, intake)
    case (.menu, .two): return pass("W5", intake)
    case (.menu, _): return ask(.menu, "W5", .menu, intake)
    case (.email, _), (.bot, _), (.settled, _):
      var next = intake
      next.attempts += 1
      guard next.attempts >= attempts else { return ask(.emailAgain, "W6", .email, next) }
      next.attempts = 0
      return ask(.menu, "W6", .menu, next)
    }
  }

  // MARK: Ends

  /// Asks, unless it was asked too often: then people have to look at it.
  private func ask(
    _ question: IntakeStep.Question, _ rule: String, _ state: IntakeState, _ intake: Intake
  ) -> IntakePlan {
    var next = intake
    next.requests = intake.requests.filter { now - $0 < Self.requestSpan }
    let earlier = earlierRequests.filter { now - $0 < Self.requestSpan }
    guard next.requests.count + earlier.count < Self.requestLimit else {
      return settle([], next, waiting: "W4", and: [step("W4", .notifyAgent(.manyRequests))])
    }
    next.requests.append(now)
    next.state = state
    return IntakePlan([step(rule, .ask(question))], acted(next))
  }

  /// The bot goes on where there is one, else people do.
  func pass(
    _ rule: String, _ intake: Intake, after steps: [IntakeStep] = []
  ) -> IntakePlan {
    guard settings.bot.command != nil, !isAttended else {
      return settle(steps, intake, waiting: rule)
    }
    var next = intake
    next.state = .bot
    return IntakePlan(steps + [step(rule, .handToBot)], acted(next))
  }

  /// W12: nothing is sent; people see that somebody wrote.
  func leaveAlone(_ intake: Intake) -> IntakePlan {
    settle([skip("W12", .blocked)], intake, waiting: "W12")
  }

  func settle(
    _ steps: [IntakeStep], _ intake: Intake, waiting rule: String? = nil,
    and last: [IntakeStep] = []
  ) -> IntakePlan {
    var next = intake
    next.state = .settled
    let wait = isAttended ? [] : rule.map { [step($0, .waitForTeam)] } ?? []
    return IntakePlan(steps + wait + last, acted(next))
  }

  // MARK: Parts

  private func acted(_ intake: Intake) -> Intake {
    var acted = intake
    acted.actedOn = message.at
    return acted
  }

  func step(_ rule: String, _ act: IntakeStep.Act) -> IntakeStep { IntakeStep(rule, act) }

  func skip(_ rule: String, _ reason: IntakeStep.Reason) -> IntakeStep {
    IntakeStep(rule, .skip(reason))
  }
}
