/// When somebody is there: weekly intervals, and the days that go before them.
package struct BusinessHours: ConfiguredRecord, Hashable {
  package var name = ""
  /// The desk's unless set.
  package var zone: String?
  package var inherits: BusinessHours.ID?
  package var weekly: [WeeklyHours] = []
  package var holidays: [Holiday] = []
  package var exceptions: [HoursException] = []

  package init() {}

  package static let noun = "hours"
  package static let file = "hours"
  package static let fields: Fields<Self> = [
    Field(
      "name", \.name, required: true, en: "what people call them", pt: "o nome que as pessoas usam"),
    Field(
      "zone", \.zone, en: "their time zone, as America/Manaus; the desk's unless set",
      pt: "o fuso horário, como America/Manaus; se não definido, o da central"),
    Field(
      "inherits", \.inherits,
      en: "others whose holidays and exceptions hold, too, and whose week where it has none itself",
      pt: "outro horário cujos feriados e exceções também valem, e a semana, se não tiver uma"),
    Field(
      "weekly", \.weekly,
      en: "when they are open, as mon-fri=9:00-12:00,13:00-18:00,sat=9:00-13:00",
      pt: "quando está aberto, como seg-sex=9:00-12:00,13:00-18:00,sab=9:00-13:00"),
    Field(
      "holidays", \.holidays, en: "closed days, as 2026-04-03=Sexta-feira Santa,12-25=Natal",
      pt: "dias fechados, como 2026-04-03=Sexta-feira Santa,12-25=Natal"),
    Field(
      "exceptions", \.exceptions,
      en: "single days that go before the rest, as 2026-02-18=14:00-18:00,2026-12-24=closed",
      pt: "dias que têm prioridade sobre o resto, como 2026-02-18=14:00-18:00,2026-12-24=fechado"),
  ]
}

extension BusinessHours {
  /// The intervals that begin on a date: those of its exception, none on a holiday, else the
  /// week's.
  package func intervals(on date: CivilDate) -> [OpenInterval] {
    if let exception = exceptions.first(where: { $0.date == date }) { return exception.intervals }
    return holiday(on: date) == nil ? weekIntervals(date.weekday) : []
  }

  package func holiday(on date: CivilDate) -> Holiday? { holidays.first { $0.day.isOn(date) } }

  /// Whether the week opens on a day, whatever else holds for it.
  package func isWorkday(_ date: CivilDate) -> Bool { !weekIntervals(date.weekday).isEmpty }

  private func weekIntervals(_ weekday: Weekday) -> [OpenInterval] {
    weekly.filter { $0.covers(weekday) }.flatMap(\.intervals)
  }
}
