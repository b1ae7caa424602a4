/// A time as a person types it, in Portuguese or English; which instant it is, `resolve` says.
///
/// Letters may be large or small, accents may be missing. Forms: `2026-12-05T10:00` and with a space,
/// `05/12/2026 10:00` (day first), `05/12/2026 às 10h00`, `hoje 15h`, `tomorrow 9:00`,
/// `seg 14:30`, `10:06`, `+2h30m`, `now`, and RFC 3339 with an offset. A day of the week may stand
/// before a date, if it is that date's. There is no 12-hour clock.
package struct TimeExpression: Hashable, Sendable {
  /// What was typed.
  package let typed: String

  let form: Form

  /// What was understood; days and times are of a zone that is not known yet.
  enum Form: Hashable, Sendable {
    case now
    case after(seconds: Int)
    case instant(Instant)
    case date(CivilDate, TimeOfDay?)
    case daysFromToday(Int, TimeOfDay?)
    case weekday(Weekday, TimeOfDay)
    case timeOfDay(TimeOfDay)
  }

  /// What a time is wanted for, which decides how fine it may be.
  package enum Purpose: Hashable, Sendable {
    /// To plan something: a whole minute, and a day alone will not do. A span counts from the
    /// minute in which now is.
    case plan
    /// To name a moment, as a filter or the clock does: seconds are kept, a span counts from now
    /// itself, and a day alone is its first moment.
    case moment
  }

  /// Reads what was typed, without looking at a clock.
  package init(parsing typed: String) throws(TimeExpressionError) {
    var parser = TimeExpressionParser(typed)
    self.typed = typed
    form = try parser.form()
  }

  /// Some of the forms, to show after a text that has none of them.
  package static func examples(in language: TimeLanguage) -> [String] {
    switch language {
    case .en: ["2026-12-05 10:00", "tomorrow 9:30", "mon 14:30", "10:06", "+2h30m"]
    case .ptBR: ["05/12/2026 10:00", "amanhã 9h30", "seg 14h30", "10h06", "+2h30m"]
    }
  }
}
