import DeskCore
import DeskTestSupport
import Testing

struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0),
    ("2026-12-05T13:00:00Z", 1_796_475_600),
    ("2026-12-05T10:00:00-03:00", 1_796_475_600),
    ("2026-12-05t13:00:00z", 1_796_475_600),
    ("2026-12-05T13:00:00.999999999Z", 1_796_475_600),
    ("1969-12-31T23:59:59Z", -1),
    ("2024-02-29T12:00:00+05:45", 1_709_187_300),
    ("0001-01-01T00:00:00Z", -62_135_596_800),
    ("9999-12-31T23:59:59Z", 253_402_300_799),
    ("2026-12-05T13:00:00-00:00", 1_796_475_600),
  ])
  func `RFC 3339 is read to whole seconds`(text: String, seconds: Int) {
    #expect(Instant(rfc3339: text)?.secondsSinceEpoch == seconds)
  }

  @Test(arguments: [
    "", "2026-12-05", "2026-12-05T13:00:00", "2026-12-05 13:00:00Z", "2026-12-05T13:00Z",
    "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-10T00:00:00Z", "2026-04-31T00:00:00Z",
    "2026-12-05T24:00:00Z", "2026-12-05T13:60:00Z", "2016-12-31T23:59:60Z", "2026-12-05T13:00:00.Z",
    "2026-12-05T13:00:00+24:00", "2026-12-05T13:00:00+03", "2026-12-05T13:00:00Z ",
    "0000-12-31T23:00:00Z", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
    "+2026-12-05T13:00:00Z", "２026-12-05T13:00:00Z", "2026-1-05T13:00:00Z",
  ])
  func `what RFC 3339 does not allow is refused, and leap seconds are`(text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test func `an instant is written in UTC and read back the same`() throws {
    var generator = SeededGenerator(seed: 1)
    let range = Instant.earliest.secondsSinceEpoch...Instant.latest.secondsSinceEpoch
    for _ in 0..<5000 {
      let instant = Instant(secondsSinceEpoch: .random(in: range, using: &generator))
      #expect(Instant(rfc3339: instant.rfc3339) == instant)
    }
    #expect(Instant(secondsSinceEpoch: 1_796_475_600).rfc3339 == "2026-12-05T13:00:00Z")
    #expect(Instant.earliest.rfc3339 == "0001-01-01T00:00:00Z")
  }

  @Test func `arithmetic stops at the ends of the calendar`() {
    let now = Instant(secondsSinceEpoch: 1_796_475_600)
    #expect(now + 60 - now == 60)
    #expect(now + .max == .latest)
    #expect(now + .min == .earliest)
    #expect(Instant.latest + 1 == .latest)
    #expect(now - .max == .earliest)
    #expect(Instant.earliest - .min == .latest)
    #expect(Instant(secondsSinceEpoch: .max) == .latest)
    #expect(Instant(secondsSinceEpoch: .min) == .earliest)
    #expect(Instant.earliest - Instant.latest == -315_537_897_599)
  }

  @Test(arguments: [(0, 0), (59, 0), (60, 60), (-1, -60), (-60, -60), (-61, -120)])
  func `the minute is the one at or before`(seconds: Int, minute: Int) {
    let instant = Instant(secondsSinceEpoch: seconds)
    #expect(instant.minute.secondsSinceEpoch == minute)
    #expect(instant.isWholeMinute == (seconds == minute))
  }
}
