import DeskTestSupport
import Foundation
import JSON
import Testing

/// Time zones on the built program: a static one knows none through Foundation, and must read the
/// system's files.
struct ZoneTests {
  /// A zone, a local time on both sides of both changes of a year, and the instants they are.
  struct Known: Sendable {
    let zone: String
    let local: String
    let instant: String
  }

  static let known = [
    ("America/Sao_Paulo", "2026-02-15T12:00", "2026-02-15T15:00:00Z"),
    ("America/Sao_Paulo", "2026-12-05T10:00", "2026-12-05T13:00:00Z"),
    ("America/New_York", "2027-03-14T01:59", "2027-03-14T06:59:00Z"),
    ("America/New_York", "2027-03-14T03:00", "2027-03-14T07:00:00Z"),
    ("America/New_York", "2027-11-07T00:59", "2027-11-07T04:59:00Z"),
    ("America/New_York", "2027-11-07T02:00", "2027-11-07T07:00:00Z"),
    ("Europe/Lisbon", "2027-03-28T00:59", "2027-03-28T00:59:00Z"),
    ("Europe/Lisbon", "2027-03-28T02:00", "2027-03-28T01:00:00Z"),
    ("Europe/Lisbon", "2027-10-31T00:59", "2027-10-30T23:59:00Z"),
    ("Europe/Lisbon", "2027-10-31T02:00", "2027-10-31T02:00:00Z"),
    ("Australia/Lord_Howe", "2027-04-04T01:29", "2027-04-03T14:29:00Z"),
    ("Australia/Lord_Howe", "2027-04-04T02:00", "2027-04-03T15:30:00Z"),
    ("Australia/Lord_Howe", "2027-10-03T01:59", "2027-10-02T15:29:00Z"),
    ("Australia/Lord_Howe", "2027-10-03T02:30", "2027-10-02T15:30:00Z"),
    ("America/New_York", "2040-07-01T12:00", "2040-07-01T16:00:00Z"),
  ].map { Known(zone: $0.0, local: $0.1, instant: $0.2) }

  func desk(_ zone: String) throws -> BinaryDesk {
    let desk = try BinaryDesk(now: "2026-01-02T10:00:00Z")
    let set = try desk.run("config", "set", "desk.zone=\(zone)")
    try #require(set.status == 0, "\(set.error)")
    return desk
  }

  func check(_ desk: BinaryDesk, _ at: String, _ more: String...) throws -> Binary.Answer {
    try desk.run(["schedule", "check", "--at", at, "--json"] + more)
  }

  @Test(arguments: [
    "America/Sao_Paulo", "America/New_York", "Europe/Lisbon", "Australia/Lord_Howe",
  ])
  func `S8 local times are the instants that they are`(zone: String) throws {
    let desk = try desk(zone)
    for known in Self.known where known.zone == zone {
      let answer = try check(desk, known.local)
      #expect(answer.status == 0, "\(answer.error)")
      let at = try JSONValue(parsing: answer.output)["data"]?["at"]?.string
      #expect(at == known.instant, "\(known.local)")
    }
  }

  @Test(arguments: [
    ("America/New_York", "2027-03-14T02:30"), ("Europe/Lisbon", "2027-03-28T01:30"),
    ("Australia/Lord_Howe", "2027-10-03T02:15"),
  ])
  func `S8 a local time that never comes is refused`(zone: String, local: String) throws {
    let answer = try check(desk(zone), local)
    #expect(answer.status == 2)
    #expect(answer.error.contains("\"S8\"") && answer.error.contains("never comes"))
    #expect(answer.output.isEmpty)
  }

  @Test(arguments: [
    ("America/New_York", "2027-11-07T01:30", "2027-11-07T05:30:00Z", "2027-11-07T06:30:00Z"),
    ("Europe/Lisbon", "2027-10-31T01:30", "2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z"),
    ("Australia/Lord_Howe", "2027-04-04T01:45", "2027-04-03T14:45:00Z", "2027-04-03T15:15:00Z"),
  ])
  func `S8 a time that comes twice wants --earlier or --later`(
    zone: String, local: String, earlier: String, later: String
  ) throws {
    let desk = try desk(zone)
    let refused = try check(desk, local)
    #expect(refused.status == 2)
    #expect(refused.error.contains("--earlier") && refused.error.contains(earlier))
    #expect(try check(desk, local, "--earlier").output.contains(earlier))
    #expect(try check(desk, local, "--later").output.contains(later))
  }
}
