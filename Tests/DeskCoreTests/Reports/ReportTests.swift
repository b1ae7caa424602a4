import DeskCore
import Testing

/// What a report counts, and how.
struct ReportTests {
  private static func day(_ text: String) throws -> CivilDate {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return try #require(CivilDate(year: parts[0], month: parts[1], day: parts[2]))
  }

  private static func instant(_ text: String) throws -> Instant {
    try #require(Instant(rfc3339: text))
  }

  private static func span(
    _ first: String, _ last: String, _ zone: TimeZoneRules = .utc
  ) throws -> ReportSpan {
    try #require(ReportSpan(day(first), day(last), zone: zone))
  }

  /// Places by hand: the nearest rank.
  @Test(arguments: [
    ([7], 7, 7), ([2, 1], 1, 2), ([3, 1, 2], 2, 3), (Array((1...10).reversed()), 5, 9),
    (Array(1...11), 6, 10), (Array(1...100), 50, 90), (Array(1...101), 51, 91), ([-5, 0], 0, 0),
  ])
  func `a percentile is a duration that there was, by the nearest rank`(
    seconds: [Int], median: Int, ninetieth: Int
  ) {
    var durations = Durations()
    for second in seconds { durations.add(second) }
    #expect(durations.median == median)
    #expect(durations.ninetieth == ninetieth)
    #expect(durations.percentile(100) == max(0, seconds.max() ?? 0))
  }

  @Test func `of no duration there is no percentile`() {
    #expect(Durations().median == nil)
    #expect(Durations().ninetieth == nil)
  }

  @Test func `a first answer is a person's, and comes after a question`() {
    func seconds(_ messages: String) -> Int? {
      var answer = FirstAnswer()
      for (place, kind) in messages.enumerated() {
        answer.take(
          MessageMoment(
            at: Instant(secondsSinceEpoch: 10 * place), isInbound: kind == "?",
            isAutomatic: kind == "."))
      }
      return answer.seconds
    }
    #expect(seconds("") == nil)
    #expect(seconds("!!") == nil)
    #expect(seconds("??..") == nil)
    #expect(seconds("?!") == 10)
    #expect(seconds("!.?.?!?!") == 30)
  }

  @Test func `a span holds its last day and nothing after it`() throws {
    let span = try Self.span("2026-11-01", "2026-11-30")
    #expect(span.days.count == 30)
    #expect(span.contains(try Self.instant("2026-11-01T00:00:00Z")))
    #expect(span.contains(try Self.instant("2026-11-30T23:59:59Z")))
    #expect(!span.contains(try Self.instant("2026-10-31T23:59:59Z")))
    #expect(!span.contains(try Self.instant("2026-12-01T00:00:00Z")))
  }

  @Test func `a span has at least a day and at most 366`() throws {
    let first = try Self.day("2026-01-01")
    #expect(ReportSpan(first, first.adding(days: -1), zone: .utc) == nil)
    #expect(ReportSpan(first, first.adding(days: 365), zone: .utc) != nil)
    #expect(ReportSpan(first, first.adding(days: 366), zone: .utc) == nil)
  }

  @Test func `the load counts by the clocks of the zone, before 1970 too`() throws {
    var load = WeekLoad()
    // A Thursday, a Wednesday, and a Sunday's last hour.
    load.add(try Self.instant("1970-01-01T00:00:00Z"), zone: .utc)
    load.add(try Self.instant("1969-12-31T23:59:59Z"), zone: .utc)
    load.add(try Self.instant("2026-12-06T23:30:00Z"), zone: .utc)
    #expect(load.hours(of: .thursday)[0] == 1)
    #expect(load.hours(of: .wednesday)[23] == 1)
    #expect(load.hours(of: .sunday)[23] == 1)
    #expect(load.total == 3)
    var there = WeekLoad()
    there.add(
      try Self.instant("2026-12-07T02:30:00Z"), zone: try ZoneFiles.rules("America/Sao_Paulo"))
    #expect(there.hours(of: .sunday)[23] == 1)
  }

  @Test func `messages count when they came in, whenever the conversation began`() throws {
    var report = Report(try Self.span("2026-11-02", "2026-11-02"))
    var conversation = Conversation()
    conversation.openedAt = try Self.instant("2026-11-01T10:00:00Z")
    conversation.closedAt = try Self.instant("2026-11-02T10:00:00Z")
    let moments = try ["01T10:00:00Z", "02T11:00:00Z", "02T12:00:00Z"].map {
      MessageMoment(at: try Self.instant("2026-11-" + $0), isInbound: true)
    }
    report.add(conversation) { take in moments.forEach(take) }
    #expect(report.load.total == 2)
    #expect(report.conversationCount == 0)
    #expect(report.closings.count == 0)
  }

  @Test func `D4 what only marks a message neither counts nor starts the wait`() throws {
    var report = Report(try Self.span("2026-11-02", "2026-11-02"))
    var conversation = Conversation()
    conversation.openedAt = try Self.instant("2026-11-02T10:00:00Z")
    let start = conversation.openedAt
    let moments = [
      MessageMoment(at: start, isInbound: true, isMark: true),
      MessageMoment(at: start + 60, isInbound: true),
      MessageMoment(at: start + 90, isInbound: false),
    ]
    report.add(conversation) { take in moments.forEach(take) }
    #expect(report.load.total == 1)
    #expect(report.firstAnswers.median == 30)
  }

  @Test func `rows stand by their count, then by their name`() throws {
    var report = Report(try Self.span("2026-11-02", "2026-11-02"))
    for team in ["b", "a", "c", "c", nil] {
      var ticket = Ticket()
      ticket.openedAt = try Self.instant("2026-11-02T10:00:00Z")
      ticket.team = try team.map { try Team.ID(text: $0) }
      report.add(ticket)
    }
    #expect(report.teamRows.map { $0.team?.text } == ["c", nil, "a", "b"])
    #expect(report.teamRows.map(\.count) == [2, 1, 1, 1])
  }
}
