import DeskCore
import DeskStore
import DeskTestSupport
import Foundation
import Testing

/// The sample's holidays: Brazil's of 2026 to 2028.
struct SampleHoursTests {
  private static let easters = ["2026-04-05", "2027-03-28", "2028-04-16"]
  private static let yearly = [
    "01-01", "04-21", "05-01", "09-07", "10-12", "11-02", "11-15", "11-20", "12-25",
  ]

  @Test func `the days that move stand where Easter puts them, the others in every year`() throws {
    let config = try ConfigFolder(ProjectFile.root + "/Samples/config")
    let catalog = try config.catalog(BusinessHours.self)
    let national = try #require(catalog[Slug(text: "feriados")])
    let office = try #require(catalog.whole(Slug(text: "comercial")))
    for text in Self.easters {
      let easter = try #require(CivilDate(isoText: text))
      #expect(easter.weekday == .sunday)
      let dates = Self.yearly.compactMap { CivilDate(isoText: text.prefix(5) + $0) }
      #expect(dates.count == Self.yearly.count)
      for date in dates + [easter.adding(days: -2)] {
        #expect(national.holiday(on: date) != nil, "\(date.isoText)")
      }
      for days in [-48, -47, 60] {
        let date = easter.adding(days: days)
        #expect(national.holiday(on: date) == nil, "\(date.isoText)")
        #expect(office.holiday(on: date)?.name.contains("facultativo") == true, "\(date.isoText)")
      }
      let ashes = easter.adding(days: -46)
      #expect(office.intervals(on: ashes).map(\.text) == ["14:00-18:00"])
    }
    #expect(national.holidays.count == Self.yearly.count + Self.easters.count)
  }

  @Test func `routing needs the configuration alone`() throws {
    let desk = try TestDesk()
    let folder = ProjectFile.root + "/Samples/config"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasSuffix(".json") {
      try desk.write(
        "config/\(name)", String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8))
    }
    for line in [
      ["route", "show"], ["route", "explain", "--subject", "orcamento", "--online", "bia"],
      ["route", "table", "--online", "bia"], ["hours", "show", "comercial", "--from", "today"],
    ] {
      #expect(desk.run(line).status == 0, "\(line)")
    }
    #expect(try desk.files().keys.allSatisfy { !$0.hasPrefix("data") })
  }
}
