/// A time zone: what its clocks show, at any instant from the year 0001 to 9999.
///
/// Made from a TZif file (RFC 9636): the changes that it lists, and past the last of them the rule
/// in its footer. Offsets are seconds east of UTC.
package struct TimeZoneRules: Hashable, Sendable {
  /// The name by which the zone was asked for, as `America/Sao_Paulo`.
  package let name: String

  private let table: ZoneTable

  /// UTC itself.
  package static let utc = TimeZoneRules(
    name: "UTC", table: ZoneTable(changes: [], kinds: [], offsets: [0], rule: nil))

  private init(name: String, table: ZoneTable) {
    self.name = name
    self.table = table
  }

  /// Reads the bytes of a zone file, of any version.
  package init(name: String, tzif bytes: [UInt8]) throws(ZoneError) {
    do throws(ZoneError.Defect) {
      self.init(name: name, table: try ZoneTable(tzif: bytes))
    } catch {
      throw ZoneError(zone: name, defect: error)
    }
  }

  /// How far east of UTC the clocks stand, in seconds.
  package func offset(at instant: Instant) -> Int {
    table.offset(at: instant.secondsSinceEpoch)
  }

  /// What the clocks show, stopping at the ends of the calendar.
  package func local(_ instant: Instant) -> CivilDateTime {
    CivilDateTime(utc: instant + offset(at: instant))
  }

  /// When the clocks show this.
  ///
  /// Every offset in force near that time is tried, so that two changes within hours of each other
  /// are handled as one is. Of three instants or more, which no real zone has, the first and last
  /// are given.
  package func resolve(_ local: CivilDateTime) -> LocalTimeResolution {
    let wall = local.secondsAsUTC
    let changes = table.changes(after: wall - ZoneTable.reach, through: wall + ZoneTable.reach)
    let offsets = Set(
      [table.offset(at: wall - ZoneTable.reach)] + changes.map { table.offset(at: $0) })
    let instants = offsets.map { wall - $0 }
      .filter { $0 + table.offset(at: $0) == wall }
      .map(Instant.init(secondsSinceEpoch:))
    guard let earlier = instants.min(), let later = instants.max() else {
      return gap(over: wall, changes: changes)
    }
    return earlier == later ? .once(earlier) : .twice(earlier: earlier, later: later)
  }

  /// When a day begins: at midnight, or at the change that put the clocks forward over it.
  package func firstInstant(of date: CivilDate) -> Instant {
    instants(of: CivilDateTime(date: date, time: .midnight)).lowerBound
  }

  /// The first and the last instant at which the clocks show this; where they leave it out, the
  /// change that put them forward over it.
  package func instants(of local: CivilDateTime) -> ClosedRange<Instant> {
    switch resolve(local) {
    case .once(let instant): return instant...instant
    case .twice(let earlier, let later): return earlier...later
    case .never(_, let end):
      // The clocks show the end of a gap at the change itself, and perhaps once more after it.
      switch resolve(end) {
      case .once(let change), .twice(let change, _): return change...change
      case .never: return Instant(utc: end)...Instant(utc: end)
      }
    }
  }

  /// The change that put the clocks forward over a time which they never show.
  ///
  /// There is one: local time runs on evenly from before to after, except at changes.
  private func gap(over wall: Int, changes: [Int]) -> LocalTimeResolution {
    let shown = changes.map { ($0 + table.offset(at: $0 - 1), $0 + table.offset(at: $0)) }
    let (start, end) = shown.last { $0.0 <= wall && wall < $0.1 } ?? (wall, wall)
    return .never(
      gapStart: CivilDateTime(utc: Instant(secondsSinceEpoch: start)),
      gapEnd: CivilDateTime(utc: Instant(secondsSinceEpoch: end)))
  }
}
