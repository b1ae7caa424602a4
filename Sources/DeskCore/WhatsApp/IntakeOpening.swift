extension IntakeTurn {
  /// W3, and W7's next conversation: a ticket at once, unasked.
  func openKnown(_ intake: Intake) -> IntakePlan {
    switch standing {
    case .claimed(let contact, let email):
      let ticket = IntakeStep("W7", .openTicket(for: .claimed(contact)))
      guard !isBlocked else {
        return settle([ticket, skip("W12", .blocked)], intake, waiting: "W12")
      }
      return pass(
        "W7", intake,
        after: [ticket, step("W7", .sendLink), step("W7", .sendMail(.opened, to: email))])
    case .known, .unknown:
      let ticket = IntakeStep("W3", .openTicket(for: .own))
      guard !isBlocked else {
        return settle([ticket, skip("W12", .blocked)], intake, waiting: "W12")
      }
      return pass("W3", intake, after: [ticket, step("W3", .sendLink)])
    }
  }

  /// W7, W8, W9: a valid e-mail was given.
  func take(_ address: EmailAddress, _ intake: Intake) -> IntakePlan {
    var next = intake
    next.email = address
    next.attempts = 0
    guard let owner = owners.first else { return register(address, next) }
    if owners.count > 1 {
      return pass(
        "W9", next,
        after: [
          step("W7", .openTicket(for: .own)), step("W9", .sendLink),
          step("W7", .notifyAgent(.sharedEmail)),
        ])
    }
    let claim = step(
      "W7", settings.trustClaimedEmail ? .trust(owner.contact) : .claim(owner.contact))
    let ticket = step("W7", .openTicket(for: .claimed(owner.contact)))
    if owner.isBlocked {
      return settle([claim, ticket, skip("W12", .blocked)], next, waiting: "W12")
    }
    return pass(
      "W9", next,
      after: [claim, ticket, step("W9", .sendLink), step("W7", .sendMail(.opened, to: address))])
  }

  private func register(_ address: EmailAddress, _ intake: Intake) -> IntakePlan {
    pass(
      "W9", intake,
      after: [
        step("W8", .register(address)), step("W8", .openTicket(for: .own)),
        step("W9", .sendLink), step("W8", .sendMail(.welcome, to: address)),
      ])
  }
}
