/// A noun and its verbs. The verbs are made each time they are asked for.
package struct CommandGroup<Action: Sendable>: Sendable {
  /// The noun, in the singular.
  package var name: String

  /// Other words that are accepted for the noun.
  package var aliases: [String]

  /// One sentence.
  package var summary: Text

  /// Paragraphs are parted by an empty line; lines that begin with a space stay as they are.
  package var discussion: Text?

  /// A hidden noun works, but nothing speaks of it.
  package var isHidden: Bool

  private let makeCommands: @Sendable () -> [CommandSpec<Action>]

  /// The verbs are an expression that is kept and not yet evaluated.
  package init(
    name: String, aliases: [String] = [], summary: Text, discussion: Text? = nil,
    isHidden: Bool = false,
    commands: @autoclosure @escaping @Sendable () -> [CommandSpec<Action>]
  ) {
    self.name = name
    self.aliases = aliases
    self.summary = summary
    self.discussion = discussion
    self.isHidden = isHidden
    makeCommands = commands
  }

  /// The verbs, in the order in which help lists them; made anew at each call.
  package var commands: [CommandSpec<Action>] { makeCommands() }
}
