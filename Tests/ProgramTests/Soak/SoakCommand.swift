import Foundation
import JSON

/// One process of a soak: its words, and what may come of it.
struct SoakCommand {
  /// A record that it would make, known by a text that no other command uses.
  struct Making {
    let noun: String
    let mark: String
    /// What the record says from its first day on.
    var facts: [String: JSONValue] = [:]
  }

  let words: [String]
  /// The exit statuses that are documented for it.
  var statuses: Set<Int32>
  var makes: [Making] = []
  /// A file that it reads, below the desk's folder: its name and its text.
  var file: (name: String, text: String)?
  /// The key that it writes in Config, or reads there, and what it writes.
  var key: String?
  var value: String?
  /// Its answer has every record of this noun.
  var isWholeList: String?
  /// Microseconds until it is killed; nil where it is left alone.
  var killAfter: Int?

  init(_ words: [String], _ statuses: Set<Int32> = SoakCommand.writing) {
    self.words = words
    self.statuses = statuses
  }

  /// Done, no such record, refused by a rule, busy.
  static let writing: Set<Int32> = [0, 3, 5, 6]
  static let reading: Set<Int32> = [0, 3, 6]

  var isJSON: Bool { words.contains("--jsonl") }
}

/// A soak's own clock: a play desk's time, which goes on as commands are started.
struct SoakClock {
  private(set) var seconds = 1_796_389_200

  /// As `--now` takes it.
  var text: String { Self.text(seconds) }

  mutating func advance(minutes: Int) { seconds += minutes * 60 }

  static func text(_ seconds: Int) -> String {
    Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
  }
}
