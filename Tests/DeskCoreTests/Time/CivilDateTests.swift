import DeskCore
import Testing

struct CivilDateTests {
  @Test func `days follow each other without gap through eight centuries`() throws {
    var date = try #require(CivilDate(year: 1599, month: 12, day: 31))
    var number = date.daysSinceEpoch
    #expect(number == -135_141)
    for year in 1600...2400 {
      for month in 1...12 {
        for day in 1...CivilDate.length(ofMonth: month, year: year) {
          number += 1
          date = CivilDate(daysSinceEpoch: number)
          guard date.year == year, date.month == month, date.day == day,
            date.daysSinceEpoch == number
          else {
            Issue.record("day \(number) is \(date.isoText), not \(year)-\(month)-\(day)")
            return
          }
        }
      }
    }
    #expect(date.isoText == "2400-12-31")
  }

  @Test(arguments: [
    ("0001-01-01", -719_162, Weekday.monday), ("0001-03-01", -719_103, .thursday),
    ("1970-01-01", 0, .thursday), ("2000-02-29", 11_016, .tuesday),
    ("2026-12-05", 20_792, .saturday), ("9999-12-31", 2_932_896, .friday),
  ])
  func `a day has its number and its weekday`(text: String, number: Int, weekday: Weekday) {
    let date = CivilDate(daysSinceEpoch: number)
    #expect(date.isoText == text)
    #expect(date.daysSinceEpoch == number)
    #expect(date.weekday == weekday)
  }

  @Test(arguments: [
    (2026, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0),
    (0, 1, 1), (10_000, 1, 1), (2026, 1, 32), (-4, 1, 1), (.max, .max, .max), (.min, .min, .min),
  ])
  func `a day that the calendar does not have is refused`(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test func `adding days stops at the ends of the calendar`() {
    let date = CivilDate(daysSinceEpoch: 0)
    #expect(date.adding(days: 365).isoText == "1971-01-01")
    #expect(date.adding(days: -1).isoText == "1969-12-31")
    #expect(date.adding(days: .max).isoText == "9999-12-31")
    #expect(date.adding(days: .min).isoText == "0001-01-01")
    #expect(date.adding(days: 1).adding(days: .max).isoText == "9999-12-31")
  }
}
