/// A command: its words, its texts and the action that the program attaches to it.
///
/// Arguments, options and examples are made each time they are asked for, so that building a tree
/// of a hundred commands costs next to nothing and only the chosen one's are made:
/// `options: reflectedOptions(of: Team.self)` reflects when that command is parsed or explained.
package struct CommandSpec<Action: Sendable>: Sendable {
  /// The verb, or the word that stands alone.
  package var name: String

  /// Other words that are accepted for it.
  package var aliases: [String]

  /// One sentence.
  package var summary: Text

  /// Paragraphs are parted by an empty line; lines that begin with a space stay as they are.
  package var discussion: Text?

  /// A hidden command works, but neither help, manual, completion nor suggestions speak of it.
  package var isHidden: Bool

  /// What the program runs; the kit only carries it.
  package var action: Action

  private let makeExamples: @Sendable () -> [Example]
  private let makeArguments: @Sendable () -> [ArgumentSpec]
  private let makeOptions: @Sendable () -> [OptionSpec]

  /// Examples, arguments and options are expressions that are kept and not yet evaluated.
  package init(
    name: String, aliases: [String] = [], summary: Text, discussion: Text? = nil,
    examples: @autoclosure @escaping @Sendable () -> [Example] = [],
    arguments: @autoclosure @escaping @Sendable () -> [ArgumentSpec] = [],
    options: @autoclosure @escaping @Sendable () -> [OptionSpec] = [],
    isHidden: Bool = false, action: Action
  ) {
    self.name = name
    self.aliases = aliases
    self.summary = summary
    self.discussion = discussion
    self.isHidden = isHidden
    self.action = action
    makeExamples = examples
    makeArguments = arguments
    makeOptions = options
  }

  /// Made anew at each call.
  package var examples: [Example] { makeExamples() }

  /// In their order on the line; made anew at each call.
  package var arguments: [ArgumentSpec] { makeArguments() }

  /// The command's own, without the global ones; made anew at each call.
  package var options: [OptionSpec] { makeOptions() }
}
