/// A time that is taken, and by which schedule.
package struct TakenTime: Hashable, Sendable {
  package let at: Instant
  package let schedule: Schedule.ID

  package init(at: Instant, schedule: Schedule.ID) {
    self.at = at
    self.schedule = schedule
  }
}

/// S2: the gap among schedules, and the free minutes that it leaves.
package struct SpacingRule: Sendable {
  /// Seconds that must lie between two planned times.
  package let gap: Int

  package init(minutes: Int) { gap = minutes * 60 }

  /// The span in which a taken time is too close to `at`.
  package func span(around at: Instant) -> (from: Instant, to: Instant) {
    (at - max(0, gap - 1), at + max(0, gap - 1))
  }

  /// The taken time that is too close to `at`: the nearest, of two as near the earlier.
  package func obstacle(at: Instant, taken: [TakenTime]) -> TakenTime? {
    taken.filter { abs($0.at - at) < gap }
      .min { (abs($0.at - at), $0.at) < (abs($1.at - at), $1.at) }
  }

  /// How far a search for a free minute goes: a year.
  static let horizon = 366 * 86_400

  /// The first free minute at `start` or after it; nil where a year holds none.
  ///
  /// `taken` is asked for the taken times between two instants; each answer moves the search
  /// behind the last obstacle, so that a full stretch is crossed in as many steps as it has.
  package func free(
    atOrAfter start: Instant, taken: (Instant, Instant) throws -> [TakenTime]
  ) rethrows -> Instant? {
    var at = start
    while at - start <= Self.horizon {
      let (from, to) = span(around: at)
      guard let last = try taken(from, to).filter({ abs($0.at - at) < gap }).map(\.at).max()
      else { return at }
      at = last + gap
    }
    return nil
  }

  /// The last free minute at `start` or before it, and not before `earliest`.
  package func free(
    atOrBefore start: Instant, notBefore earliest: Instant,
    taken: (Instant, Instant) throws -> [TakenTime]
  ) rethrows -> Instant? {
    var at = start
    while at >= earliest, start - at <= Self.horizon {
      let (from, to) = span(around: at)
      guard let first = try taken(from, to).filter({ abs($0.at - at) < gap }).map(\.at).min()
      else { return at }
      at = first - gap
    }
    return nil
  }
}

/// The free minutes nearest to a time, on both sides.
package struct FreeMinutes: Hashable, Sendable {
  package let before: Instant?
  package let after: Instant?

  package init(before: Instant?, after: Instant?) {
    self.before = before
    self.after = after
  }
}
