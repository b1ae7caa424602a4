/// A zone's rule for every year, as POSIX writes it in the variable TZ (Base Definitions, 8.3):
/// a standard offset and, where clocks are changed, a daylight one with its start and end.
struct PosixZoneRule: Hashable, Sendable {
  /// Seconds east of UTC. (POSIX counts west; that is turned round when it is read.)
  let standardOffset: Int

  let daylight: Daylight?

  /// Daylight saving time. It may be behind standard time, as Ireland's is written.
  struct Daylight: Hashable, Sendable {
    let offset: Int
    let start: YearlyMoment
    let end: YearlyMoment
  }

  /// The offset in force, by the last change before that time.
  ///
  /// Where one year's end is the next one's start, daylight saving time never stops: the start
  /// wins.
  func offset(at seconds: Int) -> Int {
    guard let daylight else { return standardOffset }
    var latest = (time: Int.min, offset: standardOffset)
    for year in years(near: seconds) {
      let end = daylight.end.seconds(in: year) - daylight.offset
      let start = daylight.start.seconds(in: year) - standardOffset
      if end <= seconds, end > latest.time { latest = (end, standardOffset) }
      if start <= seconds, start >= latest.time { latest = (start, daylight.offset) }
    }
    return latest.offset
  }

  /// Every change of the years around a time, ascending.
  func changes(near seconds: Int) -> [Int] {
    guard let daylight else { return [] }
    return years(near: seconds).flatMap { year in
      [
        daylight.start.seconds(in: year) - standardOffset,
        daylight.end.seconds(in: year) - daylight.offset,
      ]
    }.sorted()
  }

  /// The year of a time, the one before, and the one after: changes up to a week outside their own
  /// year are among those.
  private func years(near seconds: Int) -> ClosedRange<Int> {
    let year = CivilDate(daysSinceEpoch: seconds.flooredQuotient(86_400)).year
    return max(1, year - 1)...min(9999, year + 1)
  }
}

/// A moment that comes once a year by the clocks in force just before it.
struct YearlyMoment: Hashable, Sendable {
  let day: Day

  /// Seconds after that day's midnight: negative, or beyond its end, as RFC 9636 allows.
  let secondsAfterMidnight: Int

  /// The three ways in which POSIX names a day of the year.
  enum Day: Hashable, Sendable {
    /// `Jn`, 1 to 365; the 29th of February is never counted.
    case withoutLeapDay(Int)
    /// `n`, 0 to 365; the 29th of February counts.
    case fromZero(Int)
    /// `Mm.w.d`: the w-th weekday d (0 is Sunday) of month m; the 5th is the last.
    case weekday(month: Int, week: Int, weekday: Int)
  }

  /// When it is in a year, 1 to 9999, in seconds since the epoch by a clock that stands at UTC.
  func seconds(in year: Int) -> Int {
    dayNumber(in: year) * 86_400 + secondsAfterMidnight
  }

  private func dayNumber(in year: Int) -> Int {
    switch day {
    case .withoutLeapDay(let number):
      let isPastLeapDay = CivilDate.isLeap(year) && number > 59
      return firstDay(ofMonth: 1, year: year) + number - (isPastLeapDay ? 0 : 1)
    case .fromZero(let number):
      return firstDay(ofMonth: 1, year: year) + number
    case .weekday(let month, let week, let weekday):
      let first = firstDay(ofMonth: month, year: year)
      let toFirst = (weekday - (first + 4)) - (weekday - (first + 4)).flooredQuotient(7) * 7
      let day = toFirst + (week - 1) * 7
      let isInMonth = day < CivilDate.length(ofMonth: month, year: year)
      return first + (isInMonth ? day : day - 7)
    }
  }

  /// Days since the epoch, which began on a Thursday.
  private func firstDay(ofMonth month: Int, year: Int) -> Int {
    CivilDate(year: year, month: month, day: 1)?.daysSinceEpoch ?? 0
  }
}
