/// Figures in the order in which they are told: the most first, and what is equal by its name, so that
/// the same desk gives the same report.
extension Report {
  package var conversationCount: Int { conversations.values.reduce(0, +) }
  package var ticketCount: Int { origins.values.reduce(0, +) }
  package var scheduleCount: Int { outcomes.values.reduce(0, +) }
  package var ratingCount: Int { ratings.values.reduce(0, +) }

  package func conversations(on day: CivilDate, by channel: Channel) -> Int {
    conversations[DayOfChannel(day, channel)] ?? 0
  }

  package var teamRows: [(team: Team.ID?, count: Int)] {
    Self.rows(teams) { $0?.text ?? "" }.map { (team: $0.key, count: $0.count) }
  }

  package var categoryRows: [(category: Category.ID?, count: Int)] {
    Self.rows(categories) { $0?.text ?? "" }.map { (category: $0.key, count: $0.count) }
  }

  package var originRows: [(origin: TicketOrigin, count: Int)] {
    Self.rows(origins, name: \.rawValue).map { (origin: $0.key, count: $0.count) }
  }

  package var outcomeRows: [(outcome: Outcome, count: Int)] {
    Self.rows(outcomes) { "\($0.state.rawValue) \($0.reason?.rawValue ?? "")" }
      .map { (outcome: $0.key, count: $0.count) }
  }

  /// By survey and answer: an order that readers know from the survey itself.
  package var ratingRows: [(rating: Rating, count: Int)] {
    ratings.sorted { left, right in
      (left.key.survey?.text ?? "", left.key.value) < (
        right.key.survey?.text ?? "", right.key.value
      )
    }.map { (rating: $0.key, count: $0.value) }
  }

  private static func rows<Key>(
    _ counts: [Key: Int], name: (Key) -> String
  ) -> [(key: Key, count: Int)] {
    counts.map { (key: $0.key, count: $0.value) }.sorted { left, right in
      left.count == right.count ? name(left.key) < name(right.key) : left.count > right.count
    }
  }
}
