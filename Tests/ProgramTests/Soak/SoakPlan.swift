import DeskTestSupport
import Foundation
import JSON

/// Decides what a soak does next. Everything follows from the seed, but for what depends on how far
/// others have come: the numbers of records that are there to be changed.
struct SoakPlan {
  var generator: SeededGenerator
  var clock = SoakClock()
  /// The highest number seen of each noun.
  var highest: [String: Int] = ["contact": 7]
  /// How many backups were asked for.
  var backups = 0
  /// How many of a hundred are killed.
  let killed: Int
  var count = 0
  /// As it was last asked for.
  var isOnHold = false

  init(seed: UInt64, killed: Int) {
    generator = SeededGenerator(seed: seed)
    self.killed = killed
  }

  mutating func next() -> SoakCommand {
    count += 1
    if count % 4 == 0 { clock.advance(minutes: below(3)) }
    var command = draw()
    if below(100) < killed {
      // Half of them in the first milliseconds, in which most have not yet written.
      command.killAfter = below(2) == 0 ? below(3000) : below(20_000)
    }
    return command
  }

  private mutating func draw() -> SoakCommand {
    switch below(100) {
    case ..<32: schedule()
    case ..<44: contact()
    case ..<60: ticket()
    case ..<74: running()
    case ..<80: settings()
    default: reader()
    }
  }

  /// On hold for a few commands at most, so that something is done.
  mutating func holdOrResume() -> SoakCommand {
    isOnHold = !isOnHold
    return isOnHold ? SoakCommand(["hold", "--why", mark()]) : SoakCommand(["resume"])
  }

  // MARK: Drawing

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }

  mutating func one(of words: String...) -> String { words[below(words.count)] }

  /// A text that no other command of this desk has.
  func mark(_ part: Int = 0) -> String { "marca \(count)-\(part);" }

  /// The number of some record, mostly of a newer one, now and then of none.
  mutating func some(_ noun: String) -> String {
    let last = highest[noun, default: 0]
    let number = below(3) == 0 ? 1 + below(last + 2) : max(1, last - below(12))
    return String(number)
  }
}
