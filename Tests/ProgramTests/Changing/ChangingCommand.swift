import DeskTestSupport
import Testing

/// A command that changes something, and the desk on which it is killed, failed and starved.
struct ChangingCommand: Sendable, CustomTestStringConvertible {
  /// What the same command does where it was done already.
  enum Again: Hashable, Sendable {
    /// It says 0 and changes nothing: a person may type it twice.
    case same
    /// It says that it cannot be done twice, with this exit status.
    case refused(Int32)
    /// It does the like once more; so it is done again only where nothing was done.
    case another
  }

  /// What a killed or failed run may leave.
  enum Extent: Sendable {
    /// All of it or nothing.
    case whole
    /// Some of its steps, each whole: the same command does the rest, and it ends as if nothing had
    /// happened.
    case steps
    /// As `steps`, but what was being sent may end as unknown (D2).
    case sending
  }

  let line: String
  let ground: Ground
  let again: Again
  let extent: Extent
  /// Exit statuses besides 6 and 8 with which it may say that a system call failed.
  let mayEnd: [Int32]

  init(
    _ line: String, on ground: Ground = .sample, again: Again = .same, extent: Extent = .whole,
    mayEnd: [Int32] = []
  ) {
    self.line = line
    self.ground = ground
    self.again = again
    self.extent = extent
    self.mayEnd = mayEnd
  }

  var testDescription: String { line }

  var words: [String] { line.split(separator: " ").map(String.init) }

  /// Whether it changes the store, and not Config alone.
  var isInStore: Bool { !Self.onConfig.contains { $0.line == line } }

  /// One case at least for each command of the tree that changes something.
  static let all =
    onRecords + onConversations + onSchedules + onTheOutbox + onTheStore + onConfig
}
