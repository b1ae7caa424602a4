import DeskCore
import DeskTestSupport
import Testing

struct ZoneFileTests {
  @Test func `a zone file cut off anywhere is refused`() throws {
    let bytes = try ZoneFiles.bytes("America/Sao_Paulo")
    for length in 0..<bytes.count {
      #expect(throws: ZoneError.self) {
        try TimeZoneRules(name: "cut", tzif: Array(bytes.prefix(length)))
      }
    }
    #expect(throws: Never.self) { try TimeZoneRules(name: "whole", tzif: bytes) }
  }

  @Test func `no damage to a zone file makes it trap`() throws {
    var generator = SeededGenerator(seed: 4)
    let file = try ZoneFiles.bytes("Europe/Lisbon")
    var readable = 0
    for _ in 0..<3000 {
      var bytes = file
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        bytes[place] = .random(in: .min ... .max, using: &generator)
      }
      guard let rules = try? TimeZoneRules(name: "damaged", tzif: bytes) else { continue }
      readable += 1
      for year in [1, 1899, 1996, 2026, 2040, 9999] {
        let day = try #require(CivilDate(year: year, month: 3, day: 29))
        let time = try #require(CivilDateTime(date: day, hour: 1, minute: 30))
        _ = rules.resolve(time)
        _ = rules.firstInstant(of: day)
      }
    }
    #expect(readable > 100)
    for length in 0..<500 {
      let noise = Array("TZif2".utf8) + generator.bytes(length)
      #expect(throws: ZoneError.self) { try TimeZoneRules(name: "noise", tzif: noise) }
    }
  }

  @Test(arguments: [
    (BuiltZone(magic: "TZxx"), ZoneError.Defect.notTZif),
    (BuiltZone(offsets: []), .counts),
    (BuiltZone(changes: [10, 10], kinds: [0, 0]), .transitionOrder),
    (BuiltZone(changes: [10], kinds: [1]), .typeIndex),
    (BuiltZone(offsets: [93_600]), .offset),
    (BuiltZone(leapSeconds: 1), .leapSeconds),
    (BuiltZone(footer: "EST5EDT"), .footer),
    (BuiltZone(footer: "EST"), .footer),
    (BuiltZone(footer: "E5"), .footer),
    (BuiltZone(footer: "EST25"), .footer),
    (BuiltZone(footer: "EST5EDT,M13.1.0,M11.1.0"), .footer),
    (BuiltZone(footer: "EST5EDT,M3.6.0,M11.1.0"), .footer),
    (BuiltZone(footer: "EST5EDT,M3.2.7,M11.1.0"), .footer),
    (BuiltZone(footer: "EST5EDT,J0,J365"), .footer),
    (BuiltZone(footer: "EST5EDT,0,366"), .footer),
    (BuiltZone(footer: "EST5EDT,M3.2.0/168,M11.1.0"), .footer),
    (BuiltZone(footer: "EST5EDT,M3.2.0,M11.1.0,"), .footer),
    (BuiltZone(footer: "<-03>3 "), .footer),
  ])
  func `each defect of a zone file has its name`(zone: BuiltZone, defect: ZoneError.Defect) {
    #expect(throws: ZoneError(zone: "built", defect: defect)) {
      try TimeZoneRules(name: "built", tzif: zone.bytes)
    }
  }

  @Test func `zones of leap seconds are refused`() throws {
    #expect(throws: ZoneError(zone: "right", defect: .leapSeconds)) {
      try TimeZoneRules(name: "right", tzif: BuiltZone(leapSeconds: 27).bytes)
    }
  }

  /// Expected values by the C library's `date`, given each rule as TZ; the third of daylight saving
  /// time all year round by RFC 9636, section 3.3.1, which glibc misses by an hour.
  @Test(arguments: [
    ("<-03>3", "2026-12-05T10:00:00Z", -10_800),
    ("<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45", "2026-09-26T14:00:00Z", 49_500),
    ("<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45", "2026-09-26T13:59:59Z", 45_900),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-07-01T00:00:00Z", 3600),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-12-05T00:00:00Z", 0),
    ("EST5EDT,0/0,J365/25", "2026-01-01T05:00:00Z", -14_400),
    ("EST5EDT,0/0,J365/25", "2026-12-31T23:59:59Z", -14_400),
    ("EST5EDT,0/0,J365/25", "2027-01-01T04:59:59Z", -14_400),
    ("EST5EDT,J60,J300", "2024-03-01T06:59:59Z", -18_000),
    ("EST5EDT,J60,J300", "2024-03-01T07:00:00Z", -14_400),
    ("EST5EDT,J60,J300", "2026-03-01T07:00:00Z", -14_400),
    ("EST5EDT,59,300", "2024-02-29T07:00:00Z", -14_400),
    ("EST5EDT,59,300", "2026-03-01T07:00:00Z", -14_400),
    ("EST5EDT,59,300", "2026-03-01T06:59:59Z", -18_000),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T00:59:59Z", -7200),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T01:00:00Z", -3600),
    ("IST-2IDT,M3.4.4/26,M10.5.0", "2026-03-26T23:59:59Z", 7200),
    ("IST-2IDT,M3.4.4/26,M10.5.0", "2026-03-27T00:00:00Z", 10_800),
    ("NZST-12NZDT,M9.5.0,M4.1.0/3", "2027-01-01T00:00:00Z", 46_800),
    ("AAA0:30:15", "2026-03-27T00:00:00Z", -1815),
  ])
  func `the rule in a footer holds past the last change`(
    footer: String, time: String, offset: Int
  ) throws {
    let rules = try TimeZoneRules(name: "built", tzif: BuiltZone(footer: footer).bytes)
    #expect(rules.offset(at: try instant(time)) == offset)
  }

  @Test func `a file of the first version has no footer and keeps its last offset`() throws {
    let zone = BuiltZone(
      version: 0, changes: [-100, 1000], kinds: [1, 0], offsets: [3600, 7200])
    let rules = try TimeZoneRules(name: "old", tzif: zone.bytes)
    #expect(rules.offset(at: Instant(secondsSinceEpoch: -101)) == 3600)
    #expect(rules.offset(at: Instant(secondsSinceEpoch: -100)) == 7200)
    #expect(rules.offset(at: Instant(secondsSinceEpoch: 999)) == 7200)
    #expect(rules.offset(at: .latest) == 3600)
  }
}

/// A zone file made by hand, good unless told otherwise.
struct BuiltZone: Sendable {
  var magic = "TZif"
  var version: UInt8 = 0x32
  var changes: [Int] = []
  var kinds: [UInt8] = []
  var offsets = [0]
  var leapSeconds = 0
  var footer = ""

  var bytes: [UInt8] {
    guard version != 0 else { return block(timeSize: 4) }
    let empty = BuiltZone(version: 0).block(timeSize: 4, version: version)
    return empty + block(timeSize: 8) + [0x0A] + Array(footer.utf8) + [0x0A]
  }

  private func block(timeSize: Int, version: UInt8? = nil) -> [UInt8] {
    var bytes = Array(magic.utf8) + [version ?? self.version] + Array(repeating: 0, count: 15)
    for count in [0, 0, leapSeconds, changes.count, offsets.count, 4] {
      bytes += bigEndian(count, size: 4)
    }
    for change in changes { bytes += bigEndian(change, size: timeSize) }
    bytes += kinds
    for offset in offsets { bytes += bigEndian(offset, size: 4) + [0, 0] }
    bytes += Array("ABC\0".utf8)
    bytes += Array(repeating: 0, count: leapSeconds * (timeSize + 4))
    return bytes
  }

  private func bigEndian(_ number: Int, size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: number >> ((size - 1 - $0) * 8)) }
  }
}
