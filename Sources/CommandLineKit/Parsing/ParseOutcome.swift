/// What a line asks for.
package enum ParseOutcome<Action: Sendable>: Sendable {
  case run(Invocation<Action>)

  /// Help of the program (an empty path), a noun, or a command.
  case help([String])
  case version
}

/// A command to run, with its words.
package struct Invocation<Action: Sendable>: Sendable {
  /// Canonical names, whatever alias was typed.
  package let path: [String]

  /// The command that was chosen.
  package let command: CommandSpec<Action>

  /// What the line gave to it.
  package let words: ParsedWords
}
