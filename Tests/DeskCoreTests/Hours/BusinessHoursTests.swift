import DeskCore
import JSON
import Testing

struct BusinessHoursTests {
  @Test(
    arguments: [
      ("mon-fri=9:00-12:00,13:00-18:00", "mon-fri=09:00-12:00,13:00-18:00"),
      ("seg-sex=9h-12h30", "mon-fri=09:00-12:30"), ("Sáb = 9:00 - 13:00", "sat=09:00-13:00"),
      ("terça-feira-quinta-feira=08:00-09:00", "tue-thu=08:00-09:00"),
      ("fri-mon=22:00-2:00", "fri-mon=22:00-02:00"), ("dom=00:00-24:00", "sun=00:00-24:00"),
      ("sun=18:00-00:00", "sun=18:00-24:00"), ("sunday=23:59-24:00", "sun=23:59-24:00"),
    ])
  func `a week is read as people write it`(typed: String, written: String) throws {
    let week = try WeeklyHours(text: typed)
    #expect(week.text == written)
    #expect(try WeeklyHours(text: week.text) == week)
  }

  @Test(
    arguments: [
      ("9:00-12:00", Unreadable.equalsMissing), ("mes=9:00-12:00", .weekday("mes")),
      ("mon-=9:00-12:00", .weekday("mon-")), ("=9:00-12:00", .weekday("")),
      ("mon=", .interval("")), ("mon=9:00", .interval("9:00")), ("mon=9-12", .interval("9-12")),
      ("mon=9:00-25:00", .interval("9:00-25:00")), ("mon=9:60-10:00", .interval("9:60-10:00")),
      ("mon=9:00-24:01", .interval("9:00-24:01")), ("mon=9:00-12:00,", .interval("")),
      ("mon=9:00-9:00", .intervalWithoutLength("9:00-9:00")),
      ("mon=24:00-2:00", .interval("24:00-2:00")),
    ])
  func `what is no week is refused with the part that is wrong`(
    typed: String, reason: Unreadable
  ) {
    #expect(throws: reason) { try WeeklyHours(text: typed) }
  }

  @Test func `a holiday's name is kept as it was typed, commas and all`() throws {
    let list = Shape.list(.text(form: .holiday, pattern: nil))
    let typed = try list.value(typed: " 12-25=Natal, feriado , 01-01=Ano  Novo")
    #expect(typed == ["12-25=Natal, feriado", "01-01=Ano  Novo"])
  }

  @Test func `holidays and exceptions are read, and days that do not exist are not`() throws {
    #expect(try Holiday(text: "12-25= Natal").text == "12-25=Natal")
    #expect(try Holiday(text: "2026-04-03=Sexta, santa").text == "2026-04-03=Sexta, santa")
    #expect(try Holiday(text: "02-29=Bissexto").day == .yearly(month: 2, day: 29))
    #expect(try HoursException(text: "2026-12-24=fechado").text == "2026-12-24=closed")
    #expect(throws: Unreadable.date("02-30")) { try Holiday(text: "02-30=x") }
    #expect(throws: Unreadable.date("2026-02-29")) { try Holiday(text: "2026-02-29=x") }
    #expect(throws: Unreadable.nameMissing) { try Holiday(text: "12-25=") }
    #expect(throws: Unreadable.date("12-24")) { try HoursException(text: "12-24=closed") }
    #expect(throws: Unreadable.interval("")) { try HoursException(text: "2026-12-24=") }
  }

  @Test(
    arguments: [
      ("18:00-24:00", "23:59", true), ("18:00-23:59", "23:58", true),
      ("18:00-23:59", "23:59", false), ("18:00-24:00", "18:00", true),
      ("18:00-24:00", "17:59", false), ("09:00-12:00", "12:00", false),
    ])
  func `it is open from the first minute of an interval up to its end, which is not in it`(
    interval: String, time: String, isOpen: Bool
  ) throws {
    let hours = try hours(["mon-sun=\(interval)"])
    #expect(hours.isOpen(at: try instant("2026-12-04T\(time):00Z"), zone: .utc) == isOpen)
  }

  @Test func `an interval past midnight belongs to the day on which it begins`() throws {
    let bar = try hours(["fri=22:00-02:00"], holidays: ["2026-12-05=Sábado"])
    #expect(bar.isOpen(at: try instant("2026-12-05T01:59:00Z"), zone: .utc))
    #expect(!bar.isOpen(at: try instant("2026-12-05T02:00:00Z"), zone: .utc))
    let closed = try hours(["fri=22:00-02:00"], holidays: ["2026-12-04=Sexta"])
    #expect(!closed.isOpen(at: try instant("2026-12-05T01:59:00Z"), zone: .utc))
  }

  @Test func `an exception goes before a holiday, and a holiday before the week`() throws {
    let hours = try hours(
      ["mon-sun=09:00-18:00"], holidays: ["12-24=Véspera", "12-25=Natal"],
      exceptions: ["2026-12-24=09:00-12:00", "2026-12-31=closed"])
    func isOpen(_ text: String) throws -> Bool {
      hours.isOpen(at: try instant("\(text):00Z"), zone: .utc)
    }
    #expect(try isOpen("2026-12-24T09:00"))
    #expect(try !isOpen("2026-12-24T12:00"))
    #expect(try !isOpen("2027-12-24T09:00"))
    #expect(try !isOpen("2026-12-25T10:00"))
    #expect(try !isOpen("2026-12-31T10:00"))
    #expect(try isOpen("2026-12-30T10:00"))
  }

  @Test func `the next change is found behind years, or not at all`() throws {
    let now = try instant("2026-12-04T10:00:00Z")
    let always = try hours(["mon-sun=00:00-24:00"])
    #expect(always.isOpen(at: now, zone: .utc))
    #expect(always.nextChange(after: now, zone: .utc) == nil)
    #expect(try hours([]).nextChange(after: now, zone: .utc) == nil)
    let leap = try hours(["mon-sun=00:00-24:00"], holidays: ["02-29=Bissexto"])
    let century = try instant("2096-03-01T00:00:00Z")
    #expect(
      leap.nextChange(after: century, zone: .utc) == (try instant("2104-02-29T00:00:00Z")))
    let once = try hours([], exceptions: ["2090-01-01=10:00-11:00", "9998-12-31=10:00-24:00"])
    #expect(once.nextChange(after: now, zone: .utc) == (try instant("2090-01-01T10:00:00Z")))
    let last = try instant("2091-01-01T00:00:00Z")
    #expect(once.nextChange(after: last, zone: .utc) == (try instant("9998-12-31T10:00:00Z")))
  }
}
