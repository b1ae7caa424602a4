/// The instants at which the clocks of a zone show one local time.
package enum LocalTimeResolution: Hashable, Sendable {
  /// One, as on nearly every day.
  case once(Instant)
  /// Two: clocks were put back over it.
  case twice(earlier: Instant, later: Instant)
  /// None: clocks were put forward over it, from the first time to the second.
  case never(gapStart: CivilDateTime, gapEnd: CivilDateTime)
}

/// Which of two instants is meant by a local time that comes twice.
package enum LocalTimeChoice: Hashable, Sendable {
  case earlier
  case later
}
