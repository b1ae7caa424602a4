/// What a desk did in a span of days: records are given to it one by one, figures are taken from it.
///
/// Conversations, with their first answers and their ends, and tickets count on the day they were
/// opened, schedules on the day they were due, ratings on the day they were asked for, messages
/// when they came in.
package struct Report: Hashable, Sendable {
  package let span: ReportSpan
  package private(set) var conversations: [DayOfChannel: Int] = [:]
  package private(set) var firstAnswers = Durations()
  package private(set) var closings = Durations()
  package private(set) var teams: [Team.ID?: Int] = [:]
  package private(set) var categories: [Category.ID?: Int] = [:]
  package private(set) var origins: [TicketOrigin: Int] = [:]
  package private(set) var outcomes: [Outcome: Int] = [:]
  package private(set) var ratings: [Rating: Int] = [:]
  package private(set) var load = WeekLoad()

  /// The conversations of a channel that were opened on a day.
  package struct DayOfChannel: Hashable, Sendable {
    package let day: CivilDate
    package let channel: Channel

    package init(_ day: CivilDate, _ channel: Channel) {
      self.day = day
      self.channel = channel
    }
  }

  /// What became of a schedule.
  package struct Outcome: Hashable, Sendable {
    package let state: ScheduleState
    package let reason: FailureReason?
  }

  /// An answer to a survey.
  package struct Rating: Hashable, Sendable {
    package let survey: Survey.ID?
    package let value: String
  }

  package init(_ span: ReportSpan) { self.span = span }

  /// Takes a conversation in, with what gives its messages in the order of their places.
  package mutating func add(
    _ conversation: Conversation, _ forEachMessage: ((MessageMoment) -> Void) throws -> Void
  ) rethrows {
    var answer = FirstAnswer()
    try forEachMessage { message in
      guard !message.isMark else { return }
      answer.take(message)
      if message.isInbound, span.contains(message.at) { load.add(message.at, zone: span.zone) }
    }
    if let survey = conversation.survey, let value = survey.rating, span.contains(survey.askedAt) {
      ratings[Rating(survey: survey.survey, value: value), default: 0] += 1
    }
    guard span.contains(conversation.openedAt) else { return }
    let day = span.zone.local(conversation.openedAt).date
    conversations[DayOfChannel(day, conversation.channel), default: 0] += 1
    if let seconds = answer.seconds { firstAnswers.add(seconds) }
    if let closed = conversation.closedAt { closings.add(closed - conversation.openedAt) }
  }

  package mutating func add(_ ticket: Ticket) {
    guard span.contains(ticket.openedAt) else { return }
    teams[ticket.team, default: 0] += 1
    categories[ticket.category, default: 0] += 1
    origins[ticket.origin, default: 0] += 1
  }

  package mutating func add(_ schedule: Schedule) {
    guard span.contains(schedule.at) else { return }
    outcomes[Outcome(state: schedule.state, reason: schedule.reason), default: 0] += 1
  }
}
