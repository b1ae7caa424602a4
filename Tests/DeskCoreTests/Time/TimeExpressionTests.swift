import DeskCore
import DeskTestSupport
import Testing

struct TimeExpressionTests {
  /// Friday 2026-12-04, 09:00:20 in Sao Paulo.
  private static let now = Instant(secondsSinceEpoch: 1_796_385_620)

  private func resolve(
    _ typed: String, now: Instant = now, zone: String = "America/Sao_Paulo",
    prefer choice: LocalTimeChoice? = nil, purpose: TimeExpression.Purpose = .plan
  ) throws -> String {
    let expression = try TimeExpression(parsing: typed)
    let rules = try ZoneFiles.rules(zone)
    return try expression.resolve(now: now, zone: rules, prefer: choice, purpose: purpose).rfc3339
  }

  @Test(arguments: [
    ("2026-12-05T10:00", "2026-12-05T13:00:00Z"),
    ("2026-12-05t10:00", "2026-12-05T13:00:00Z"),
    ("2026-12-05 10:00", "2026-12-05T13:00:00Z"),
    ("2026-12-05 10:00:00", "2026-12-05T13:00:00Z"),
    ("2026-12-05T10:00:00.5", "2026-12-05T13:00:00Z"),
    ("  2026-12-05\u{A0} 10:00 ", "2026-12-05T13:00:00Z"),
    ("05/12/2026 10:00", "2026-12-05T13:00:00Z"),
    ("5/12/2026 9:05", "2026-12-05T12:05:00Z"),
    ("05/12/2026, 10:00", "2026-12-05T13:00:00Z"),
    ("05/12/2026 às 10h00", "2026-12-05T13:00:00Z"),
    ("05/12/2026 AS 10H", "2026-12-05T13:00:00Z"),
    ("05/12/2026 a\u{300}s 10h30", "2026-12-05T13:30:00Z"),
    ("05/12/2026 10h00min", "2026-12-05T13:00:00Z"),
    ("sáb 05/12/2026 10:00", "2026-12-05T13:00:00Z"),
    ("Sat 2026-12-05 10:00", "2026-12-05T13:00:00Z"),
    ("Saturday, 2026-12-05 10:00", "2026-12-05T13:00:00Z"),
    ("hoje 15h", "2026-12-04T18:00:00Z"),
    ("Hoje às 15:00", "2026-12-04T18:00:00Z"),
    ("hoje 8h", "2026-12-04T11:00:00Z"),
    ("today at 15:00", "2026-12-04T18:00:00Z"),
    ("amanhã 9h30", "2026-12-05T12:30:00Z"),
    ("AMANHA 9h30", "2026-12-05T12:30:00Z"),
    ("tomorrow 9:00", "2026-12-05T12:00:00Z"),
    ("ontem 9h", "2026-12-03T12:00:00Z"),
    ("seg 14:30", "2026-12-07T17:30:00Z"),
    ("seg. 14:30", "2026-12-07T17:30:00Z"),
    ("Segunda-feira às 14h30", "2026-12-07T17:30:00Z"),
    ("mon 14:30", "2026-12-07T17:30:00Z"),
    ("terça 8h", "2026-12-08T11:00:00Z"),
    ("sábado 8h", "2026-12-05T11:00:00Z"),
    ("Sunday 8:00", "2026-12-06T11:00:00Z"),
    ("sex 09:01", "2026-12-04T12:01:00Z"),
    ("sex 09:00", "2026-12-11T12:00:00Z"),
    ("quinta 23h59", "2026-12-11T02:59:00Z"),
    ("10:06", "2026-12-04T13:06:00Z"),
    ("10h06", "2026-12-04T13:06:00Z"),
    ("às 10h06", "2026-12-04T13:06:00Z"),
    ("09:01", "2026-12-04T12:01:00Z"),
    ("9:00", "2026-12-05T12:00:00Z"),
    ("00:00", "2026-12-05T03:00:00Z"),
    ("+2h30m", "2026-12-04T14:30:00Z"),
    ("+2h30", "2026-12-04T14:30:00Z"),
    ("+ 2 h 30 min", "2026-12-04T14:30:00Z"),
    ("+45m", "2026-12-04T12:45:00Z"),
    ("+90min", "2026-12-04T13:30:00Z"),
    ("+1d", "2026-12-05T12:00:00Z"),
    ("+1d 1h", "2026-12-05T13:00:00Z"),
    ("+0m", "2026-12-04T12:00:00Z"),
    ("now", "2026-12-04T12:00:00Z"),
    ("Agora", "2026-12-04T12:00:00Z"),
    ("2026-12-05T13:00:00Z", "2026-12-05T13:00:00Z"),
    ("2026-12-05T13:00Z", "2026-12-05T13:00:00Z"),
    ("2026-12-05 10:00-03:00", "2026-12-05T13:00:00Z"),
    ("2026-12-05T18:45:00+05:45", "2026-12-05T13:00:00Z"),
  ])
  func `S8 every form of a time is understood`(typed: String, expected: String) throws {
    #expect(try resolve(typed) == expected)
  }

  @Test(arguments: [
    "", " ", "10", "hoje 15", "3pm", "3:00 pm", "10:0", "100:00", "10:000", "10h5", "10hx",
    "10h30x", "10 h", "soon", "feriado 10h", "seg ter 10h", "now 10:00", "hoje 2026-12-05 10:00",
    "05/12/26 10:00", "05/12 10:00", "05-12-2026 10:00", "2026/12/05 10:00", "2026-12-5 10:00",
    "2026-12-05T", "2026-12-05T10", "2026-12-05T10:00+3", "hoje 10:00Z", "10:00-03:00",
    "2026-12-05T10:00Z x", "05/12/2026 às", "+", "+2", "+2x", "+30m2h", "+1h1h", "+2h30m15",
    "-2h", "+ -2h", "2h30m", "as", "10:00:00.", "١٠:٠٠", "+9999999999d", "10:00 hoje",
  ])
  func `S8 what has no form of a time is unreadable`(typed: String) {
    #expect(throws: TimeExpressionError.unreadable(typed: typed)) {
      try TimeExpression(parsing: typed)
    }
  }

  @Test(arguments: [
    (
      "31/02/2026 10:00",
      TimeExpressionError.noSuchDate(typed: "31/02/2026 10:00", isMonthFirst: false)
    ),
    ("12/25/2026 10:00", .noSuchDate(typed: "12/25/2026 10:00", isMonthFirst: true)),
    ("2026-02-29 10:00", .noSuchDate(typed: "2026-02-29 10:00", isMonthFirst: false)),
    ("0000-01-01 10:00", .noSuchDate(typed: "0000-01-01 10:00", isMonthFirst: false)),
    ("hoje 24h", .noSuchTimeOfDay(typed: "hoje 24h")),
    ("2026-12-05T23:60", .noSuchTimeOfDay(typed: "2026-12-05T23:60")),
    ("2016-12-31T23:59:60Z", .noSuchTimeOfDay(typed: "2016-12-31T23:59:60Z")),
    ("seg", .timeOfDayMissing(typed: "seg")),
    ("hoje", .timeOfDayMissing(typed: "hoje")),
    ("2026-12-05", .timeOfDayMissing(typed: "2026-12-05")),
    ("sex 05/12/2026 10:00", .weekdayDiffers(typed: "sex 05/12/2026 10:00", actual: .saturday)),
    ("2026-12-05T10:00:30", .notOnWholeMinute(typed: "2026-12-05T10:00:30")),
    ("2026-12-05T10:00:01Z", .notOnWholeMinute(typed: "2026-12-05T10:00:01Z")),
  ])
  func `S8 a time that cannot be is refused with the reason`(
    typed: String, error: TimeExpressionError
  ) {
    #expect(throws: error) { try resolve(typed) }
  }

  @Test(arguments: [
    ("2026-12-05T10:00:30", "2026-12-05T13:00:30Z"),
    ("now", "2026-12-04T12:00:20Z"),
    ("+1h", "2026-12-04T13:00:20Z"),
    ("2026-12-05", "2026-12-05T03:00:00Z"),
    ("05/12/2026", "2026-12-05T03:00:00Z"),
    ("hoje", "2026-12-04T03:00:00Z"),
    ("yesterday", "2026-12-03T03:00:00Z"),
    ("2018-11-04", "2018-11-04T03:00:00Z"),
    ("+999999999d", "9999-12-31T23:59:59Z"),
  ])
  func `a moment may have seconds and be the start of a day`(
    typed: String, expected: String
  ) throws {
    #expect(try resolve(typed, purpose: .moment) == expected)
  }

  @Test func `S8 a local time that clocks skip is refused with what they do`() throws {
    let typed = "04/11/2018 00:30"
    let error = TimeExpressionError.localTimeNeverExists(
      typed: typed, gapStart: try local("2018-11-04T00:00"), gapEnd: try local("2018-11-04T01:00"))
    #expect(throws: error) { try resolve(typed) }
    #expect(throws: error) { try resolve(typed, prefer: .earlier) }
  }

  @Test func `S8 a local time that comes twice needs to be told which`() throws {
    let typed = "17/02/2018 23:30"
    let earlier = try instant("2018-02-18T01:30:00Z")
    let later = try instant("2018-02-18T02:30:00Z")
    #expect(
      throws: TimeExpressionError.localTimeTwice(typed: typed, earlier: earlier, later: later)
    ) { try resolve(typed) }
    #expect(try resolve(typed, prefer: .earlier) == earlier.rfc3339)
    #expect(try resolve(typed, prefer: .later) == later.rfc3339)
    #expect(try resolve("18/02/2018 00:30", prefer: .later) == "2018-02-18T03:30:00Z")
  }

  /// New York, 2026-11-01: 01:30 comes at 05:30Z and at 06:30Z.
  @Test(arguments: [
    ("2026-11-01T06:00:00Z", nil, "2026-11-01T06:30:00Z"),
    ("2026-11-01T06:00:00Z", LocalTimeChoice.later, "2026-11-01T06:30:00Z"),
    ("2026-11-01T06:00:00Z", .earlier, "2026-11-02T06:30:00Z"),
    ("2026-11-01T07:00:00Z", nil, "2026-11-02T06:30:00Z"),
    ("2026-11-01T05:00:00Z", .earlier, "2026-11-01T05:30:00Z"),
  ])
  func `the next of a time that comes twice is the one still to come`(
    now: String, choice: LocalTimeChoice?, expected: String
  ) throws {
    let found = try resolve(
      "01:30", now: try instant(now), zone: "America/New_York", prefer: choice)
    #expect(found == expected)
  }

  /// New York, 2026-03-08: clocks go from 02:00 to 03:00 at 07:00Z.
  @Test func `the next of a time skipped earlier today is tomorrow's`() throws {
    let zone = "America/New_York"
    let after = try resolve("02:30", now: try instant("2026-03-08T12:00:00Z"), zone: zone)
    #expect(after == "2026-03-09T06:30:00Z")
    #expect(throws: TimeExpressionError.self) {
      try resolve("02:30", now: try instant("2026-03-08T06:00:00Z"), zone: zone)
    }
  }

  @Test func `no text makes it trap`() throws {
    var generator = SeededGenerator(seed: 5)
    let alphabet = "0123456789 :/-+.,hmdtTzZasegãé\u{300}\u{0}𝟙"
    let zone = try ZoneFiles.rules("Europe/Lisbon")
    var readable = 0
    for _ in 0..<20_000 {
      let typed = generator.text(of: alphabet, length: 0...20)
      guard let expression = try? TimeExpression(parsing: typed) else { continue }
      readable += 1
      for now in [Instant.earliest, Self.now, .latest] {
        _ = try? expression.resolve(now: now, zone: zone, purpose: .moment)
      }
    }
    #expect(readable > 0)
  }

  @Test(arguments: TimeLanguage.allCases)
  func `every example is understood`(language: TimeLanguage) throws {
    for example in TimeExpression.examples(in: language) { _ = try resolve(example) }
  }
}
