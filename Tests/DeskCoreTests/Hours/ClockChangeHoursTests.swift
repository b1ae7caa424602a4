import DeskCore
import JSON
import Testing

/// Hours on days whose clocks are changed: by the clock on the wall.
struct ClockChangeHoursTests {
  struct Row: CustomTestStringConvertible {
    let zone: String
    let day: String
    let interval: String
    /// In UTC; empty where it does not open.
    let opens: String
    let closes: String
    var testDescription: String { "\(zone) \(day) \(interval)" }
  }

  private static let forward = ("America/New_York", "2026-03-08")
  private static let back = ("America/New_York", "2026-11-01")

  static let rows = [
    // Two to three is left out: the change is at 07:00Z.
    Row(forward, "01:30-03:30", "2026-03-08T06:30:00Z", "2026-03-08T07:30:00Z"),
    Row(forward, "02:30-05:00", "2026-03-08T07:00:00Z", "2026-03-08T09:00:00Z"),
    Row(forward, "01:00-02:30", "2026-03-08T06:00:00Z", "2026-03-08T07:00:00Z"),
    Row(forward, "02:10-02:50", "", ""),
    // One to two comes twice: first from 05:00Z, then from 06:00Z.
    Row(back, "01:30-03:30", "2026-11-01T05:30:00Z", "2026-11-01T08:30:00Z"),
    Row(back, "00:00-01:30", "2026-11-01T04:00:00Z", "2026-11-01T06:30:00Z"),
    Row(back, "01:10-01:20", "2026-11-01T05:10:00Z", "2026-11-01T06:20:00Z"),
    Row(back, "00:00-24:00", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z"),
    // Midnight itself is left out, or the hour before it comes twice.
    Row(
      ("America/Sao_Paulo", "2018-11-04"), "00:00-08:00", "2018-11-04T03:00:00Z",
      "2018-11-04T10:00:00Z"),
    Row(
      ("America/Sao_Paulo", "2018-11-03"), "22:00-24:00", "2018-11-04T01:00:00Z",
      "2018-11-04T03:00:00Z"),
    Row(
      ("America/Sao_Paulo", "2018-02-17"), "23:30-24:00", "2018-02-18T01:30:00Z",
      "2018-02-18T03:00:00Z"),
    // By half an hour.
    Row(
      ("Australia/Lord_Howe", "2026-10-04"), "02:10-03:00", "2026-10-03T15:30:00Z",
      "2026-10-03T16:00:00Z"),
    Row(
      ("Australia/Lord_Howe", "2026-04-05"), "01:45-02:00", "2026-04-04T14:45:00Z",
      "2026-04-04T15:30:00Z"),
    // A day that an island jumped over.
    Row(("Pacific/Apia", "2011-12-30"), "09:00-18:00", "", ""),
  ]

  @Test(arguments: rows)
  func `a time left out is the change, one that comes twice opens early and closes late`(
    row: Row
  ) throws {
    let hours = try hours([], exceptions: ["\(row.day)=\(row.interval)"])
    let zone = try ZoneFiles.rules(row.zone)
    let noon = try instant("\(row.day)T12:00:00Z")
    let spans = hours.spans(from: noon - 3 * 86_400, to: noon + 3 * 86_400, zone: zone)
    #expect(spans.map(\.start.rfc3339) == (row.opens.isEmpty ? [] : [row.opens]))
    #expect(spans.map(\.end.rfc3339) == (row.closes.isEmpty ? [] : [row.closes]))
  }
}

extension ClockChangeHoursTests.Row {
  init(_ day: (String, String), _ interval: String, _ opens: String, _ closes: String) {
    self.init(zone: day.0, day: day.1, interval: interval, opens: opens, closes: closes)
  }
}
