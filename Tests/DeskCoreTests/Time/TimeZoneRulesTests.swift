import DeskCore
import DeskTestSupport
import Testing

struct TimeZoneRulesTests {
  @Test func `every zone agrees with the C library, before and after each change`() throws {
    #expect(ZoneFiles.names.count > 300)
    var generator = SeededGenerator(seed: 2)
    for name in ZoneFiles.names {
      let rules = try ZoneFiles.rules(name)
      let probes = probes(of: rules, using: &generator)
      let input = probes.map { "@\($0.secondsSinceEpoch)\n" }.joined()
      let date = RealProgram(
        name: "date", arguments: ["-f", "-", "+%::z"], environment: ["TZ": name])
      // A place where nobody lived yet has the offset -00:00:00.
      let expected = try date.output(of: Array(input.utf8)).split(separator: "\n")
        .map { $0 == "-00:00:00" ? "+00:00:00" : String($0) }
      let found = probes.map { offsetText(rules.offset(at: $0)) }
      try #require(found.count == expected.count, "\(name)")
      if let wrong = probes.indices.first(where: { found[$0] != expected[$0] }) {
        Issue.record(
          "\(name) at \(probes[wrong]): \(found[wrong]), and date says \(expected[wrong])")
      }
    }
  }

  @Test func `each instant is among those at which its local time is shown`() throws {
    var generator = SeededGenerator(seed: 3)
    for name in ZoneFiles.names {
      let rules = try ZoneFiles.rules(name)
      for instant in probes(of: rules, using: &generator) {
        let found =
          switch rules.resolve(rules.local(instant)) {
          case .once(let only): only == instant
          case .twice(let earlier, let later):
            earlier < later && (instant == earlier || instant == later)
          case .never: false
          }
        #expect(found, "\(name) at \(instant)")
      }
    }
  }

  /// An instant in every quarter of two centuries and, where two of them differ, the last second
  /// before the change and the first after it.
  private func probes(
    of rules: TimeZoneRules, using generator: inout SeededGenerator
  ) -> [Instant] {
    var probes: [Instant] = []
    for quarter in 0..<800 {
      let start = -2_208_988_800 + quarter * 7_889_400
      let probe = Instant(
        secondsSinceEpoch: .random(in: start..<start + 7_889_400, using: &generator))
      if let last = probes.last, rules.offset(at: last) != rules.offset(at: probe) {
        let change = change(of: rules, between: last, and: probe)
        probes += [change - 1, change]
      }
      probes.append(probe)
    }
    return probes
  }

  private func change(of rules: TimeZoneRules, between start: Instant, and end: Instant) -> Instant
  {
    var (low, high) = (start, end)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if rules.offset(at: middle) == rules.offset(at: start) { low = middle } else { high = middle }
    }
    return high
  }

  private func offsetText(_ seconds: Int) -> String {
    let pair = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    let size = abs(seconds)
    return (seconds < 0 ? "-" : "+") + pair(size / 3600) + ":" + pair(size / 60 % 60) + ":"
      + pair(size % 60)
  }

  @Test(arguments: [
    ("America/Sao_Paulo", "2018-11-04T00:30", "2018-11-04T00:00", "2018-11-04T01:00"),
    ("America/Sao_Paulo", "2018-11-04T00:00", "2018-11-04T00:00", "2018-11-04T01:00"),
    ("America/New_York", "2026-03-08T02:59:59", "2026-03-08T02:00", "2026-03-08T03:00"),
    ("America/New_York", "2040-03-11T02:30", "2040-03-11T02:00", "2040-03-11T03:00"),
    ("Europe/Lisbon", "2026-03-29T01:30", "2026-03-29T01:00", "2026-03-29T02:00"),
    ("Europe/Lisbon", "2040-03-25T01:30", "2040-03-25T01:00", "2040-03-25T02:00"),
    ("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04T02:00", "2026-10-04T02:30"),
    ("Australia/Lord_Howe", "2040-10-07T02:29", "2040-10-07T02:00", "2040-10-07T02:30"),
    ("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T00:00", "2011-12-31T00:00"),
  ])
  func `S8 a local time that clocks skip never exists`(
    zone: String, time: String, gapStart: String, gapEnd: String
  ) throws {
    let resolution = try ZoneFiles.rules(zone).resolve(local(time))
    #expect(resolution == .never(gapStart: try local(gapStart), gapEnd: try local(gapEnd)))
  }

  @Test(arguments: [
    ("America/Sao_Paulo", "2018-02-17T23:30", "2018-02-18T01:30:00Z", "2018-02-18T02:30:00Z"),
    ("America/New_York", "2026-11-01T01:00", "2026-11-01T05:00:00Z", "2026-11-01T06:00:00Z"),
    ("America/New_York", "2040-11-04T01:59", "2040-11-04T05:59:00Z", "2040-11-04T06:59:00Z"),
    ("Europe/Lisbon", "2026-10-25T01:30", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"),
    ("Europe/Lisbon", "2040-10-28T01:30", "2040-10-28T00:30:00Z", "2040-10-28T01:30:00Z"),
    ("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z"),
    ("Australia/Lord_Howe", "2040-04-01T01:30", "2040-03-31T14:30:00Z", "2040-03-31T15:00:00Z"),
  ])
  func `S8 a local time to which clocks go back exists twice`(
    zone: String, time: String, earlier: String, later: String
  ) throws {
    let resolution = try ZoneFiles.rules(zone).resolve(local(time))
    #expect(resolution == .twice(earlier: try instant(earlier), later: try instant(later)))
  }

  @Test(arguments: [
    ("America/Sao_Paulo", "2018-11-04T01:00", "2018-11-04T03:00:00Z"),
    ("America/Sao_Paulo", "2018-11-03T23:59:59", "2018-11-04T02:59:59Z"),
    ("America/Sao_Paulo", "2018-02-18T00:00", "2018-02-18T03:00:00Z"),
    ("America/Sao_Paulo", "2026-11-01T00:30", "2026-11-01T03:30:00Z"),
    ("America/Sao_Paulo", "2040-12-05T10:00", "2040-12-05T13:00:00Z"),
    ("America/New_York", "2040-07-04T12:00", "2040-07-04T16:00:00Z"),
    ("Australia/Lord_Howe", "2026-10-04T02:30", "2026-10-03T15:30:00Z"),
    ("Australia/Lord_Howe", "2026-04-05T02:00", "2026-04-04T15:30:00Z"),
    ("Asia/Kathmandu", "2026-12-05T10:00", "2026-12-05T04:15:00Z"),
  ])
  func `a local time beside a change exists once`(
    zone: String, time: String, expected: String
  ) throws {
    let rules = try ZoneFiles.rules(zone)
    #expect(rules.resolve(try local(time)) == .once(try instant(expected)))
    #expect(rules.local(try instant(expected)) == (try local(time)))
  }

  @Test func `a day begins at midnight or where the clocks skip it`() throws {
    let rules = try ZoneFiles.rules("America/Sao_Paulo")
    let day = { (text: String) in try local(text + "T00:00").date }
    #expect(rules.firstInstant(of: try day("2018-11-04")) == (try instant("2018-11-04T03:00:00Z")))
    #expect(rules.firstInstant(of: try day("2018-11-05")) == (try instant("2018-11-05T02:00:00Z")))
  }

  @Test func `the ends of the calendar are local times too`() throws {
    let rules = try ZoneFiles.rules("America/Sao_Paulo")
    #expect(rules.local(.earliest).isoText == "0001-01-01T00:00:00")
    #expect(rules.local(.latest).isoText == "9999-12-31T20:59:59")
    #expect(rules.resolve(try local("9999-12-31T23:59")) == .once(.latest))
    #expect(TimeZoneRules.utc.local(.latest).isoText == "9999-12-31T23:59:59")
  }
}
