extension TimeExpression {
  /// The instant that is meant, at this moment and in this zone.
  ///
  /// A time without a day is its next one, today or tomorrow, and a day of the week likewise: later
  /// than the minute in which now is. Every other form may lie in the past. `choice` says which is
  /// meant of a local time that comes twice, and is ignored where it comes once.
  package func resolve(
    now: Instant, zone: TimeZoneRules, prefer choice: LocalTimeChoice? = nil,
    purpose: Purpose = .plan
  ) throws(TimeExpressionError) -> Instant {
    let resolver = TimeResolver(
      typed: typed, now: now, zone: zone, choice: choice, purpose: purpose)
    let instant = try resolver.instant(form)
    if purpose == .plan, !instant.isWholeMinute { throw .notOnWholeMinute(typed: typed) }
    return instant
  }
}

/// One resolution of a typed time, with what it depends on.
private struct TimeResolver {
  let typed: String
  let now: Instant
  let zone: TimeZoneRules
  let choice: LocalTimeChoice?
  let purpose: TimeExpression.Purpose

  private var today: CivilDate { zone.local(now).date }

  private var origin: Instant {
    switch purpose {
    case .plan: now.minute
    case .moment: now
    }
  }

  func instant(_ form: TimeExpression.Form) throws(TimeExpressionError) -> Instant {
    switch form {
    case .now: return origin
    case .after(let seconds): return origin + seconds
    case .instant(let instant): return instant
    case .date(let date, let time): return try instant(on: date, at: time)
    case .daysFromToday(let days, let time):
      return try instant(on: today.adding(days: days), at: time)
    case .weekday(let weekday, let time):
      let days = (weekday.rawValue - today.weekday.rawValue + 7) % 7
      return try next(time, after: days, orAfter: days + 7)
    case .timeOfDay(let time):
      return try next(time, after: 0, orAfter: 1)
    }
  }

  private func instant(
    on date: CivilDate, at time: TimeOfDay?
  ) throws(TimeExpressionError) -> Instant {
    if let time { return try settle(CivilDateTime(date: date, time: time)) }
    switch purpose {
    case .plan: throw .timeOfDayMissing(typed: typed)
    case .moment: return zone.firstInstant(of: date)
    }
  }

  /// That time on the first of two days, counted from today, if it is still to come there.
  private func next(
    _ time: TimeOfDay, after days: Int, orAfter laterDays: Int
  ) throws(TimeExpressionError) -> Instant {
    let local = CivilDateTime(date: today.adding(days: days), time: time)
    if let instant = try upcoming(local) { return instant }
    return try settle(CivilDateTime(date: today.adding(days: laterDays), time: time))
  }

  /// The instant of a local time, nil if it is past; of two the one still to come.
  private func upcoming(_ local: CivilDateTime) throws(TimeExpressionError) -> Instant? {
    switch zone.resolve(local) {
    case .once(let instant): return isToCome(instant) ? instant : nil
    case .twice(let earlier, let later):
      if choice == nil, !isToCome(earlier) { return isToCome(later) ? later : nil }
      let instant = try settle(local)
      return isToCome(instant) ? instant : nil
    case .never: return local > zone.local(now) ? try settle(local) : nil
    }
  }

  private func isToCome(_ instant: Instant) -> Bool { instant > now.minute }

  private func settle(_ local: CivilDateTime) throws(TimeExpressionError) -> Instant {
    switch zone.resolve(local) {
    case .once(let instant): return instant
    case .twice(let earlier, let later):
      switch choice {
      case .earlier: return earlier
      case .later: return later
      case nil: throw .localTimeTwice(typed: typed, earlier: earlier, later: later)
      }
    case .never(let start, let end):
      throw .localTimeNeverExists(typed: typed, gapStart: start, gapEnd: end)
    }
  }
}
