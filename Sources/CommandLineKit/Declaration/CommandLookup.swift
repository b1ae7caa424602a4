extension CommandTree {
  /// What a path of canonical names leads to.
  enum Node {
    case program
    case group(CommandGroup<Action>)
    case command(CommandSpec<Action>)
  }

  /// The entry that a word names, by its name or a stated alias; no abbreviation is guessed.
  func entry(named word: String) -> Entry? {
    entries.first { $0.name == word || $0.aliases.contains(word) }
  }

  /// What stands at a path; nil where nothing does.
  func node(at path: [String]) -> Node? {
    guard let noun = path.first else { return .program }
    switch entry(named: noun) {
    case .command(let command) where path.count == 1: return .command(command)
    case .group(let group) where path.count == 1: return .group(group)
    case .group(let group) where path.count == 2:
      return group.command(named: path[1]).map { .command($0) }
    case .command, .group, nil: return nil
    }
  }

  /// The canonical path that words name, as in `help conv list`.
  /// - Throws: `UsageError.unknownCommand`, or `unexpectedArgument` for a word too many.
  package func path(named words: [String]) throws -> [String] {
    var path: [String] = []
    for word in words {
      switch node(at: path) {
      case .program:
        guard let entry = entry(named: word) else {
          throw unknownCommand(word, in: path, next: nil)
        }
        path.append(entry.name)
      case .group(let group):
        guard let command = group.command(named: word) else {
          throw unknownCommand(word, in: path, next: nil)
        }
        path.append(command.name)
      case .command, nil: throw UsageError.unexpectedArgument(word)
      }
    }
    return path
  }
}

extension CommandGroup {
  /// The verb that a word names, by its name or a stated alias.
  func command(named word: String) -> CommandSpec<Action>? {
    commands.first { $0.name == word || $0.aliases.contains(word) }
  }

  /// The names of the verbs that people are told of.
  var shownVerbs: [String] {
    commands.lazy.filter { !$0.isHidden }.map(\.name)
  }
}
