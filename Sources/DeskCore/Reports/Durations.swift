/// How long something took, time after time, in seconds.
package struct Durations: Hashable, Sendable {
  private var seconds: [Int] = []

  package init() {}

  /// One below nothing is taken for nothing: clocks of others may be late.
  package mutating func add(_ duration: Int) { seconds.append(max(0, duration)) }

  package var count: Int { seconds.count }

  /// By the nearest rank: of n durations in order, the one at place ⌈n · percent / 100⌉, counted from
  /// one. So it is always a duration that there was. Nil where there was none.
  package func percentile(_ percent: Int) -> Int? {
    guard !seconds.isEmpty else { return nil }
    let place = (seconds.count * percent + 99) / 100
    return seconds.sorted()[min(max(place, 1), seconds.count) - 1]
  }

  package var median: Int? { percentile(50) }
  package var ninetieth: Int? { percentile(90) }
}
