/// Reads the forms of `TimeExpression`, from left to right: a word for a day, a date, a word before
/// the time, the time, its offset; each of them may be missing where the others make sense alone.
struct TimeExpressionParser {
  private let typed: String
  private var cursor: ByteCursor

  init(_ typed: String) {
    self.typed = typed
    cursor = ByteCursor(typed.folded)
  }

  private var unreadable: TimeExpressionError { .unreadable(typed: typed) }

  mutating func form() throws(TimeExpressionError) -> TimeExpression.Form {
    if cursor.skip("+") { return .after(seconds: try span()) }
    let word = try dayWord()
    if word == .now {
      guard cursor.isAtEnd else { throw unreadable }
      return .now
    }
    let date = try date()
    let time = try timeOfDay(isNeeded: date == nil && !(word?.isDay ?? false))
    if let date {
      try check(word, against: date)
      if let time, let offset = cursor.utcOffset() { return try instant(date, time, offset) }
    }
    guard cursor.isAtEnd else { throw unreadable }
    return try form(word: word, date: date, time: time)
  }

  private func form(
    word: TimeWord?, date: CivilDate?, time: TimeOfDay?
  ) throws(TimeExpressionError) -> TimeExpression.Form {
    if let date { return .date(date, time) }
    if case .daysFromToday(let days) = word { return .daysFromToday(days, time) }
    guard let time else { throw .timeOfDayMissing(typed: typed) }
    if case .weekday(let weekday) = word { return .weekday(weekday, time) }
    return .timeOfDay(time)
  }

  /// A word for a day or now; a connective is left for the time that it introduces.
  private mutating func dayWord() throws(TimeExpressionError) -> TimeWord? {
    var ahead = cursor
    guard let word = try ahead.timeWord(orThrow: unreadable), word != .connective else {
      return nil
    }
    cursor = ahead
    return word
  }

  /// A day of the week has to be the date's; another word beside a date makes no sense.
  private func check(
    _ word: TimeWord?, against date: CivilDate
  ) throws(TimeExpressionError) {
    guard let word else { return }
    guard case .weekday(let weekday) = word else { throw unreadable }
    guard weekday == date.weekday else {
      throw .weekdayDiffers(typed: typed, actual: date.weekday)
    }
  }

  private mutating func date() throws(TimeExpressionError) -> CivilDate? {
    if let (year, month, day) = cursor.yearMonthDay() {
      if cursor.skip("t") {
        guard !cursor.isAtEnd else { throw unreadable }
      } else {
        _ = cursor.skipSeparator()
      }
      guard let date = CivilDate(year: year, month: month, day: day) else {
        throw .noSuchDate(typed: typed, isMonthFirst: false)
      }
      return date
    }
    guard let (day, month, year) = cursor.dayMonthYear() else { return nil }
    _ = cursor.skipSeparator()
    guard let date = CivilDate(year: year, month: month, day: day) else {
      let exchanged = CivilDate(year: year, month: day, day: month)
      throw .noSuchDate(typed: typed, isMonthFirst: exchanged != nil)
    }
    return date
  }

  /// `10:00`, `10:00:00`, `10h`, `10h00`, `10h00min`, with or without a word before it.
  private mutating func timeOfDay(isNeeded: Bool) throws(TimeExpressionError) -> TimeOfDay? {
    if cursor.isAtEnd && !isNeeded { return nil }
    if let word = try cursor.timeWord(orThrow: unreadable), word != .connective {
      throw unreadable
    }
    guard let hour = cursor.digits(1...2) else { throw unreadable }
    var minute = 0
    var second = 0
    if cursor.skip("h") {
      if let given = cursor.digits(2...2) {
        minute = given
        let unit = cursor.run { ("a"..."z").contains($0) }
        guard unit.isEmpty || unit == "min" else { throw unreadable }
      }
    } else {
      guard cursor.skip(":"), let given = cursor.digits(2...2) else { throw unreadable }
      minute = given
      if cursor.skip(":") {
        guard let given = cursor.digits(2...2), cursor.skipFraction() else { throw unreadable }
        second = given
      }
    }
    guard let time = TimeOfDay(hour: hour, minute: minute, second: second) else {
      throw .noSuchTimeOfDay(typed: typed)
    }
    return time
  }

  private mutating func instant(
    _ date: CivilDate, _ time: TimeOfDay, _ offset: Int
  ) throws(TimeExpressionError) -> TimeExpression.Form {
    guard cursor.isAtEnd else { throw unreadable }
    return .instant(Instant(utc: CivilDateTime(date: date, time: time)) - offset)
  }

  /// Numbers with units, the larger first and none twice; after hours the last unit may be missing,
  /// as in `+2h30`.
  private mutating func span() throws(TimeExpressionError) -> Int {
    var total = 0
    var smallest = Int.max
    repeat {
      _ = cursor.skip(" ")
      guard let number = cursor.digits(1...9) else { throw unreadable }
      _ = cursor.skip(" ")
      let name = cursor.run { ("a"..."z").contains($0) }
      let isBareMinutes = name.isEmpty && smallest == 3600 && cursor.isAtEnd
      guard let unit = isBareMinutes ? 60 : TimeWord.seconds(ofUnit: name), unit < smallest else {
        throw unreadable
      }
      total += number * unit
      smallest = unit
    } while !cursor.isAtEnd
    return total
  }
}

extension TimeWord {
  fileprivate var isDay: Bool {
    switch self {
    case .daysFromToday, .weekday: true
    case .now, .connective: false
    }
  }
}

extension ByteCursor {
  /// The word that stands next, with the point of an abbreviation and the space behind it; nil
  /// where none does, and an error where it is not one of ours.
  fileprivate mutating func timeWord(
    orThrow error: TimeExpressionError
  ) throws(TimeExpressionError) -> TimeWord? {
    let name = run { ("a"..."z").contains($0) || $0 == "-" }
    guard !name.isEmpty else { return nil }
    guard let word = TimeWord(name) else { throw error }
    _ = skip(".")
    _ = skipSeparator()
    return word
  }

  /// A comma, a space, or both.
  fileprivate mutating func skipSeparator() -> Bool {
    let comma = skip(",")
    let space = skip(" ")
    return comma || space
  }

  /// Three numbers written `05/12/2026`; whether such a day exists is not looked at.
  fileprivate mutating func dayMonthYear() -> (day: Int, month: Int, year: Int)? {
    var ahead = self
    guard
      let day = ahead.digits(1...2), ahead.skip("/"),
      let month = ahead.digits(1...2), ahead.skip("/"),
      let year = ahead.digits(4...4)
    else { return nil }
    self = ahead
    return (day, month, year)
  }
}
