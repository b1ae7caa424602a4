/// Why what was typed names no time; `typed` is the text as it was given.
package enum TimeExpressionError: Error, Hashable, Sendable {
  /// It has none of the forms. `TimeExpression.examples` shows them.
  case unreadable(typed: String)
  /// The calendar has no such day. `isMonthFirst` where it would have one with day and month
  /// exchanged: a date with slashes is read day first.
  case noSuchDate(typed: String, isMonthFirst: Bool)
  /// No clock shows that time.
  case noSuchTimeOfDay(typed: String)
  /// It names a day and no time of day, which was asked for.
  case timeOfDayMissing(typed: String)
  /// The day of the week that stands before a date is not that date's.
  case weekdayDiffers(typed: String, actual: Weekday)
  /// It has seconds, or an offset with some, and whole minutes were asked for.
  case notOnWholeMinute(typed: String)
  /// The clocks are put forward over it, from the first time to the second.
  case localTimeNeverExists(typed: String, gapStart: CivilDateTime, gapEnd: CivilDateTime)
  /// The clocks show it twice, and which is meant was not said.
  case localTimeTwice(typed: String, earlier: Instant, later: Instant)
}
