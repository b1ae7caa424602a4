import DeskCore
import DeskTestSupport
import Foundation
import JSON
import Testing

/// Years of business hours beside what Python's zoneinfo makes of them, minute by minute.
struct HoursOracleTests {
  static let zones = [
    "America/Sao_Paulo", "America/New_York", "Europe/Lisbon", "Australia/Lord_Howe",
  ]
  /// In 2018 all four change their clocks: Sao Paulo at midnight, Lord Howe by half an hour.
  static let years = [2018, 2026]

  static let weeks: [(weekly: [String], holidays: [String], exceptions: [String])] = [
    (["mon-fri=09:00-12:00,13:00-18:00", "sat=09:00-13:00"], ["12-25=Natal"], []),
    (["mon-sun=01:30-03:30"], [], []), (["mon-sun=00:00-01:30", "sun=01:45-05:00"], [], []),
    (["mon-sun=02:10-02:20"], [], []), (["mon-sun=23:10-00:20"], [], []),
    (["fri-sun=22:00-02:00"], ["2018-11-03=Sábado"], ["2018-11-04=00:30-01:15,23:00-24:00"]),
    (["mon-sun=00:00-24:00"], ["01-01=Ano novo", "02-29=Bissexto"], ["2026-03-08=02:15-02:45"]),
    (["mon-fri=08:00-07:59"], [], ["2018-03-11=closed", "2018-02-17=20:00-24:00"]),
    (["sun=00:00-00:30,01:00-01:59"], [], ["2018-04-01=01:45-02:00", "2018-10-07=02:05-02:31"]),
  ]

  struct Case {
    let zone: String
    let year: Int
    let week: Int
  }

  private static let cases = zones.flatMap { zone in
    years.flatMap { year in weeks.indices.map { Case(zone: zone, year: year, week: $0) } }
  }

  @Test func `a year opens and closes at the minutes that zoneinfo gives`() throws {
    guard let python = try Needed.program("python3") else { return }
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("hours_oracle.py").path
    let cases = Exhaustion.some(Self.cases, atMost: 10)
    let input = cases.map { Self.line($0).text() + "\n" }.joined()
    let answer = try RealProgram(name: python, arguments: [script]).output(of: Array(input.utf8))
    let lines = answer.split(separator: "\n")
    try #require(lines.count == cases.count)
    var failures = 0
    for (each, line) in zip(cases, lines) {
      let expected = try JSONValue(parsing: String(line)).array ?? []
      failures += try Self.differs(each, expected.compactMap(\.int)) ? 1 : 0
    }
    try Exhaustion.count("hours: years beside zoneinfo", cases: cases.count, failures: failures)
  }

  private static func line(_ each: Case) -> JSONValue {
    let week = weeks[each.week]
    var object =
      hoursJSON(week.weekly, holidays: week.holidays, exceptions: week.exceptions).object
      ?? JSONObject()
    object["zone"] = JSONValue(each.zone)
    object["year"] = JSONValue(each.year)
    return .object(object)
  }

  /// Compares the changes by spans, by one after the other, and the minutes on both sides of each.
  private static func differs(_ each: Case, _ expected: [Int]) throws -> Bool {
    let week = weeks[each.week]
    let hours = try hours(week.weekly, holidays: week.holidays, exceptions: week.exceptions)
    let zone = try ZoneFiles.rules(each.zone)
    let start = try instant("\(each.year)-01-01T00:00:00Z")
    let end = try instant("\(each.year + 1)-01-01T00:00:00Z")
    let spans = hours.spans(from: start, to: end, zone: zone)
    let bounds = spans.flatMap { [$0.start, $0.end] }.filter { start < $0 && $0 < end }
    let found = bounds.map(\.secondsSinceEpoch)
    var walked: [Int] = []
    var now = start
    while let next = hours.nextChange(after: now, zone: zone), next < end {
      walked.append(next.secondsSinceEpoch)
      now = next
    }
    let sides = bounds.allSatisfy {
      hours.isOpen(at: $0, zone: zone) != hours.isOpen(at: $0 - 1, zone: zone)
    }
    let message = "\(each.zone) \(each.year) \(week)"
    #expect(found == expected, "\(message)")
    #expect(walked == expected, "\(message)")
    #expect(sides, "\(message)")
    return found != expected || walked != expected || !sides
  }
}
