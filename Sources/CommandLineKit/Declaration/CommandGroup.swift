/// A noun and its verbs. The verbs are made each time they are asked for.
package struct CommandGroup<Action: Sendable>: Sendable {
  package var name: String
  package var aliases: [String]
  package var summary: Text

  /// Paragraphs are parted by an empty line; lines that begin with a space stay as they are.
  package var discussion: Text?
  package var isHidden: Bool

  private let makeCommands: @Sendable () -> [CommandSpec<Action>]

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

  package var commands: [CommandSpec<Action>] { makeCommands() }
}
