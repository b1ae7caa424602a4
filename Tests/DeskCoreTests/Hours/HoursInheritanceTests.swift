import DeskCore
import JSON
import Testing

struct HoursInheritanceTests {
  private func catalog(_ entries: [(String, JSONValue, String?)]) throws -> Catalog<BusinessHours> {
    Catalog(
      try entries.map { id, json, parent in
        var hours = try BusinessHours(json: json)
        hours.inherits = try parent.map { try Slug(text: $0) }
        return (try Slug(text: id), hours)
      })
  }

  @Test func `the nearest week holds, all holidays, and the nearest exception of a date`() throws {
    let catalog = try catalog([
      ("base", hoursJSON(["sun=08:00-09:00"], holidays: ["12-25=Natal"]), nil),
      (
        "middle",
        hoursJSON(
          ["mon=10:00-11:00"], holidays: ["01-01=Ano novo"], exceptions: ["2026-12-24=closed"]),
        "base"
      ),
      ("leaf", hoursJSON([], exceptions: ["2026-12-24=09:00-10:00"]), "middle"),
    ])
    let leaf = try #require(catalog.whole(Slug(text: "leaf")))
    #expect(leaf.weekly.map(\.text) == ["mon=10:00-11:00"])
    #expect(leaf.holidays.map(\.name) == ["Ano novo", "Natal"])
    let eve = try #require(CivilDate(isoText: "2026-12-24"))
    #expect(leaf.intervals(on: eve).map(\.text) == ["09:00-10:00"])
    #expect(try catalog.circle(from: Slug(text: "leaf")) == nil)
  }

  @Test func `a circle is told from each of its entries, and ends all the same`() throws {
    let empty = hoursJSON([])
    let catalog = try catalog([
      ("a", empty, "b"), ("b", empty, "c"), ("c", empty, "a"), ("d", empty, "a"),
      ("self", empty, "self"), ("lost", empty, "nowhere"),
    ])
    func circle(_ id: String) throws -> [String]? {
      try catalog.circle(from: Slug(text: id))?.map(\.text)
    }
    #expect(try circle("a") == ["a", "b", "c", "a"])
    #expect(try circle("c") == ["c", "a", "b", "c"])
    #expect(try circle("self") == ["self", "self"])
    #expect(try circle("d") == nil)
    #expect(try circle("lost") == nil)
    for id in catalog.ids { #expect(catalog.whole(id) != nil) }
  }

  @Test(
    arguments: [
      (["mon-fri=09:00-12:00,13:00-18:00"], []), (["mon=09:00-12:00", "mon=12:00-13:00"], []),
      (
        ["mon-fri=09:00-12:00,11:00-18:00"],
        [HoursWarning.overlap("09:00-12:00", "11:00-18:00")]
      ),
      (["sun=22:00-02:00", "mon=01:00-03:00"], [.overlap("22:00-02:00", "01:00-03:00")]),
      (["sat=22:00-02:00", "sun=01:00-03:00"], [.overlap("22:00-02:00", "01:00-03:00")]),
      (["mon-sun=00:00-23:59"], [.minuteMissing("00:00-23:59", before: "00:00")]),
      (["sun=20:00-23:59", "mon=00:00-02:00"], [.minuteMissing("20:00-23:59", before: "00:00")]),
      (["sun=20:00-23:59", "mon=00:01-02:00"], []), (["mon-sun=00:00-24:00"], []),
      (["mon=09:00-11:59,12:00-13:00"], [.minuteMissing("09:00-11:59", before: "12:00")]),
      (["sun=22:00-01:59", "mon=02:00-03:00"], [.minuteMissing("22:00-01:59", before: "02:00")]),
      (["mon-fri=08:30-12:14,12:15-18:00"], [.minuteMissing("08:30-12:14", before: "12:15")]),
      (["mon=09:00-11:59,12:01-13:00"], []), ([], [.neverOpen]),
      (
        ["mon=09:00-11:59,12:00-13:00,11:30-12:30"],
        [.overlap("09:00-11:59", "11:30-12:30"), .overlap("11:30-12:30", "12:00-13:00")]
      ),
    ] as [([String], [HoursWarning])])
  func `odd weeks are warned of, each thing once`(
    weekly: [String], expected: [HoursWarning]
  ) throws {
    let catalog = try catalog([("a", hoursJSON(weekly), nil)])
    let now = try instant("2026-12-04T10:00:00Z")
    let found = try catalog.warnings(
      of: Slug(text: "a"), isUsed: false, now: now, zone: .utc)
    #expect(found == expected)
  }

  @Test func `holidays alone are a base for others, until something goes by them`() throws {
    let now = try instant("2026-12-04T10:00:00Z")
    let past = hoursJSON([], holidays: ["2025-12-25=Natal", "2026-01-01=Ano novo"])
    let catalog = try catalog([
      ("base", past, nil), ("leaf", hoursJSON(["mon=09:00-10:00"]), "base"),
      ("gone", hoursJSON([], exceptions: ["2026-12-03=09:00-10:00"]), nil),
      (
        "twice",
        hoursJSON(
          ["mon=09:00-10:00"], exceptions: ["2026-12-05=closed", "2026-12-05=09:00-10:00"]),
        nil
      ), ("coming", hoursJSON([], exceptions: ["2026-12-05=09:00-10:00"]), nil),
    ])
    func warnings(_ id: String, isUsed: Bool = false) throws -> [HoursWarning] {
      try catalog.warnings(of: Slug(text: id), isUsed: isUsed, now: now, zone: .utc)
    }
    let last = try #require(CivilDate(isoText: "2026-01-01"))
    #expect(try warnings("base") == [.pastHolidays(last: last)])
    #expect(try warnings("base", isUsed: true) == [.neverOpen, .pastHolidays(last: last)])
    #expect(try warnings("leaf", isUsed: true) == [])
    #expect(try warnings("gone") == [.neverOpen])
    #expect(try warnings("coming") == [])
    #expect(try warnings("twice") == [.dateTwice(#require(CivilDate(isoText: "2026-12-05")))])
  }
}
