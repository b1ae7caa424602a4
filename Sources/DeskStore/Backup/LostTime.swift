package import DeskCore
import JSON

/// The time between a backup and its restoring: the desk went on meanwhile and gave out numbers that
/// people know and nobody has written down. They are not given again.
struct LostTime {
  let madeAt: Instant
  let savedAt: Instant
  let now: Instant
  /// The numbers that somebody asked to pass over.
  var asked: Int?

  /// At least so many numbers of each kind are passed over.
  static let least = 100
  /// So many times the desk's usual pace is taken for possible.
  static let haste = 10
  /// More than so many are passed over only where somebody asks.
  static let most = 100_000

  /// Ten times as many as the desk gave out in as long a time so far, on average, and a hundred.
  func gap(_ kind: RecordKind, last: Int) -> NumberGap {
    if let asked { return NumberGap(kind: kind, last: last, count: asked) }
    let age = max(86_400, savedAt - madeAt)
    let lost = max(0, now - savedAt)
    let likely = Double(last) * Double(lost) / Double(age) * Double(Self.haste)
    let count = min(Self.most, Self.least + Int(min(likely.rounded(.up), Double(Self.most))))
    return NumberGap(kind: kind, last: last, count: count)
  }
}

/// Numbers of a kind that are never given: each reads as if its record had been removed.
package struct NumberGap: Hashable, Sendable {
  package let kind: RecordKind
  /// The last number that the backup knows.
  package let last: Int
  package let count: Int

  /// The next record's number.
  package var next: Int { last + count + 1 }

  func fill(_ files: WorkingSet) throws {
    for number in last + 1..<next {
      let tombstone: JSONValue = ["id": JSONValue(number), "removed": true]
      try files.put(kind, number, StoredLine.encode(tombstone))
    }
  }
}
