/// One thing that intake wants done, and by which rule. Steps are carried out in their order, each
/// seeing what those before it did.
package struct IntakeStep: Hashable, Sendable {
  package let rule: String
  package let act: Act

  init(_ rule: String, _ act: Act) {
    self.rule = rule
    self.act = act
  }

  /// What is to be done.
  package enum Act: Hashable, Sendable {
    /// Send a question.
    case ask(Question)
    case openTicket(for: TicketOwner)
    /// Send the link of the ticket that was opened, or its number where no link is set.
    case sendLink
    /// Make the phone's contact a registered one, with this e-mail.
    case register(EmailAddress)
    /// Remember that somebody at this phone claims to be that contact; nothing goes into their record.
    case claim(Contact.ID)
    /// Write the phone into that contact's record.
    case trust(Contact.ID)
    case sendMail(Mail, to: EmailAddress)
    /// Let the bot answer.
    case handToBot
    /// The conversation waits among the team's new ones.
    case waitForTeam
    case notifyAgent(Concern)
    /// C6: it answers the survey after the conversation.
    case survey(SurveyTurn.Reply)
    /// Nothing is done, and why.
    case skip(Reason)
  }

  /// What is asked.
  package enum Question: String, Hashable, Sendable, CaseIterable {
    case email
    case emailAgain
    case menu
  }

  /// Whose the ticket is.
  package enum TicketOwner: Hashable, Sendable {
    /// The contact that the phone belongs to, registered or not.
    case own
    case claimed(Contact.ID)
  }

  /// Which of the two e-mails.
  package enum Mail: String, Hashable, Sendable, CaseIterable {
    case opened
    case welcome
  }

  /// What an agent is told of.
  package enum Concern: String, Hashable, Sendable, CaseIterable {
    /// W4: ten questions in ten minutes, and no end: perhaps a machine at the other side.
    case manyRequests
    /// W7: two contacts have the e-mail that was given.
    case sharedEmail
  }

  /// Why nothing was done.
  package enum Reason: String, Hashable, Sendable, CaseIterable {
    /// D4: it is a reaction, a notice, a change of another message, or was said in a group.
    case noInbound = "no_inbound"
    /// D4: intake has acted on a newer message.
    case older
    /// W11, S14: the conversation has its ticket, or does without; it asks nothing twice.
    case settled
    /// C21: an agent has the conversation; they ask for themselves.
    case attended
    /// W12: automatic messages to the contact are blocked.
    case blocked
  }
}

/// What intake makes of one message.
package struct IntakePlan: Hashable, Sendable {
  package let steps: [IntakeStep]
  /// To be kept with the conversation; nil where it keeps what it has.
  package let intake: Intake?

  init(_ steps: [IntakeStep], _ intake: Intake?) {
    self.steps = steps
    self.intake = intake
  }
}
