/// The changes of a zone's clocks, and the rule past the last of them. Times are seconds since the
/// epoch and may lie a day beyond the calendar's ends; offsets are seconds east of UTC.
struct ZoneTable: Hashable, Sendable {
  /// More than any offset, so that no local time is farther than this from its instant.
  static let reach = 26 * 3600

  /// When the clocks are changed, ascending.
  let changes: [Int]

  /// For each change the index of the offset that begins with it.
  let kinds: [UInt8]

  /// At least one; the first is in force before the first change.
  let offsets: [Int]

  /// What holds from the last change on; without one the last offset stays.
  let rule: PosixZoneRule?

  func offset(at seconds: Int) -> Int {
    let next = firstChange(after: seconds)
    if next == changes.count, let rule { return rule.offset(at: seconds) }
    return next == 0 ? offsets[0] : offsets[Int(kinds[next - 1])]
  }

  /// When the clocks are changed, after one time and not after another, ascending.
  func changes(after start: Int, through end: Int) -> [Int] {
    let listed = changes[firstChange(after: start)..<firstChange(after: end)]
    guard let rule else { return Array(listed) }
    let last = max(start, changes.last ?? .min)
    return listed + rule.changes(near: start).filter { $0 > last && $0 <= end }
  }

  /// The index of the first change later than a time, or the number of changes.
  private func firstChange(after seconds: Int) -> Int {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
