/// Reads a line into a command and its words.
///
/// `deskctl [global options] NOUN VERB [arguments] [options]`, and options stand in any place.
/// - `--name value`, `--name=value`, `-m value`, `-mVALUE`, `-m=VALUE`; flags bundle (`-ny`), and
///   the last of a bundle may take a value.
/// - `--` ends options; a lone `-` is an argument or a value.
/// - A value may begin with a dash (`--offset -5`) unless it is an option of the command as it
///   would be written: that needs `--name=-n`.
/// - No abbreviation is guessed; an option that does not repeat is refused the second time.
/// - `--help` and then `--version`, anywhere before `--`, win over everything that is wrong.
package struct CommandLineParser<Action: Sendable>: Sendable {
  /// The declaration that lines are read by.
  package let tree: CommandTree<Action>

  /// A parser of that tree's lines.
  package init(_ tree: CommandTree<Action>) {
    self.tree = tree
  }

  /// - Parameter words: the line without the program's name.
  /// - Throws: `UsageError`, and nothing else.
  package func parse(_ words: [String]) throws -> ParseOutcome<Action> {
    let location = tree.locate(words)
    let (path, command) = chosen(by: location)
    let arguments = command?.arguments ?? []
    let table = OptionTable(own: command?.options ?? [], global: tree.globalOptions)
    let tokens = OptionScanner(table: table, commandWords: location.indices).scan(words)
    if tokens.contains(OptionSpec.help) { return .help(location.path) }
    if tokens.contains(OptionSpec.version) { return .version }
    if let failure = location.failure { throw failure }
    let parsed = try Self.words(from: tokens, table)
    try Self.check(parsed, arguments, table)
    guard let command else { preconditionFailure("the default path leads to no command") }
    return .run(Invocation(path: path, command: command, words: parsed))
  }

  /// The command of the line, or the tree's default where the line names nothing at all.
  private func chosen(
    by location: CommandLocation<Action>
  ) -> (path: [String], command: CommandSpec<Action>?) {
    guard location.path.isEmpty, location.failure == nil,
      case .command(let command)? = tree.node(at: tree.defaultPath)
    else { return (location.path, location.command) }
    return (tree.defaultPath, command)
  }

  private static func words(
    from tokens: [OptionScanner.Token], _ table: OptionTable
  ) throws(UsageError) -> ParsedWords {
    var words = ParsedWords(table: table)
    for token in tokens {
      switch token {
      case .failure(let failure): throw failure
      case .word(let word): words.add(argument: word)
      case .option(let option, let value):
        if !option.repeats, words.given.contains(option.name) {
          throw .repeatedOption(option.name)
        }
        guard let value else {
          words.add(option, nil)
          continue
        }
        for value in option.values(in: value) { words.add(option, try choice(value, of: option)) }
      }
    }
    return words
  }

  private static func choice(
    _ value: String, of option: OptionSpec
  ) throws(UsageError) -> String {
    if option.choices.isEmpty || option.choices.contains(value) { return value }
    throw .invalidChoice(
      option.name, value, choices: option.choices, suggestion: option.choices.nearest(to: value))
  }

  private static func check(
    _ words: ParsedWords, _ arguments: [ArgumentSpec], _ table: OptionTable
  ) throws(UsageError) {
    let count = words.arguments.count
    if count > arguments.count, arguments.last?.repeats != true {
      throw .unexpectedArgument(words.arguments[arguments.count])
    }
    if let missing = arguments.dropFirst(count).first(where: { !$0.isOptional }) {
      throw .missingArgument(missing.name)
    }
    if let missing = table.options.first(where: { option in
      option.isRequired && !words.given.contains(option.name)
    }) {
      throw .missingOption(missing.name)
    }
  }
}

extension [OptionScanner.Token] {
  fileprivate func contains(_ wanted: OptionSpec) -> Bool {
    contains { token in
      if case .option(let option, _) = token { option.name == wanted.name } else { false }
    }
  }
}
