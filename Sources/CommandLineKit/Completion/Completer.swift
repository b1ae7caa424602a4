/// Says what may stand where the cursor is, from the declaration alone; what only the program knows
/// (agents, contacts) it asks of the program.
package struct Completer<Action: Sendable> {
  /// The declaration that is completed.
  package let tree: CommandTree<Action>

  /// Of the descriptions.
  package let language: Language
  private let ask: (_ kind: String, _ prefix: String) -> [Candidate]

  /// - Parameter ask: answers for `CompletionKind.dynamic`. It may give more than fits the prefix.
  package init(
    _ tree: CommandTree<Action>, language: Language,
    ask: @escaping (_ kind: String, _ prefix: String) -> [Candidate] = { _, _ in [] }
  ) {
    self.tree = tree
    self.language = language
    self.ask = ask
  }

  /// - Parameter words: up to the cursor, without the program's name; the last is being typed.
  package func reply(to words: [String]) -> CompletionReply {
    let typed = words.last ?? ""
    let before = Array(words.dropLast())
    let location = tree.locate(before)
    let table = OptionTable(own: location.command?.options ?? [], global: tree.globalOptions)
    let optionsEnded = before.contains("--")
    if !optionsEnded, let option = awaiting(before, table, location) {
      return values(option.completion, option.choices, typed)
    }
    if !optionsEnded, typed.hasPrefix("--"), let equals = typed.firstIndex(of: "=") {
      return attached(typed[..<equals], typed[typed.index(after: equals)...], table)
    }
    let tokens = OptionScanner(table: table, commandWords: location.indices).scan(before)
    if !optionsEnded, typed.looksLikeOption || typed == "-" {
      return options(table.options, notIn: tokens, typed)
    }
    guard let command = location.command else {
      return location.unknown ? CompletionReply() : commands(in: location.group, typed)
    }
    return arguments(of: command, after: tokens, typed, optionsEnded)
  }

  /// The option whose value the cursor stands at.
  private func awaiting(
    _ before: [String], _ table: OptionTable, _ location: CommandLocation<Action>
  ) -> OptionSpec? {
    guard let last = before.last, last.looksLikeOption, last != "--" else { return nil }
    let scanner = OptionScanner(table: table, commandWords: location.indices)
    guard case .failure(.missingValue(let name))? = scanner.scan(before).last else { return nil }
    return table.option(named: name)
  }

  private func attached(
    _ name: Substring, _ value: Substring, _ table: OptionTable
  ) -> CompletionReply {
    guard let option = table.option(named: name.dropFirst(2)), option.takesValue else {
      return CompletionReply()
    }
    var reply = values(option.completion, option.choices, String(value))
    for index in reply.candidates.indices {
      reply.candidates[index].value = "\(name)=\(reply.candidates[index].value)"
    }
    return reply
  }

  private func options(
    _ options: [OptionSpec], notIn tokens: [OptionScanner.Token], _ typed: String
  ) -> CompletionReply {
    let given = Set(
      tokens.compactMap { token in
        if case .option(let option, _) = token, !option.repeats { option.name } else { nil }
      })
    let open = options.filter { !given.contains($0.name) }
    let long = open.map { Candidate("--\($0.name)", $0.summary(language)) }
    let short = open.filter { $0.short != nil && typed.count == 2 }.map { option in
      Candidate("-\(option.short.map(String.init) ?? "")", option.summary(language))
    }
    return CompletionReply(candidates: (long + short).filter { $0.value.hasPrefix(typed) })
  }

  /// Nouns, or the verbs of one. Aliases are offered only where no name begins like that.
  private func commands(in group: CommandGroup<Action>?, _ typed: String) -> CompletionReply {
    let shown: [(names: [String], summary: Text)]
    if let group {
      shown = group.commands.filter { !$0.isHidden }.map { ([$0.name] + $0.aliases, $0.summary) }
    } else {
      shown = tree.entries.filter { !$0.isHidden }.map { ([$0.name] + $0.aliases, $0.summary) }
    }
    let names = shown.flatMap { names, summary in
      names.prefix(1).map { Candidate($0, summary(language)) }
    }.filter { $0.value.hasPrefix(typed) }
    if !names.isEmpty { return CompletionReply(candidates: names) }
    let aliases = shown.flatMap { names, summary in
      names.dropFirst().map { Candidate($0, summary(language)) }
    }
    return CompletionReply(candidates: aliases.filter { $0.value.hasPrefix(typed) })
  }

  /// Where no argument is left to give, the command's own options are what may come next.
  private func arguments(
    of command: CommandSpec<Action>, after tokens: [OptionScanner.Token], _ typed: String,
    _ optionsEnded: Bool
  ) -> CompletionReply {
    let count = tokens.count { if case .word = $0 { true } else { false } }
    let arguments = command.arguments
    let index = arguments.last?.repeats == true ? min(count, arguments.count - 1) : count
    if arguments.indices.contains(index) {
      return values(arguments[index].completion, [], typed)
    }
    return optionsEnded || !typed.isEmpty
      ? CompletionReply() : options(command.options, notIn: tokens, typed)
  }

  private func values(
    _ kind: CompletionKind, _ choices: [String], _ typed: String
  ) -> CompletionReply {
    var reply = CompletionReply(candidates: choices.map { Candidate($0) })
    switch kind {
    case .none: break
    case .file: reply.paths = .file
    case .folder: reply.paths = .folder
    case .words(let words): reply.candidates += words.map { Candidate($0) }
    case .dynamic(let kind): reply.candidates += ask(kind, typed)
    }
    reply.candidates.removeAll { !$0.value.hasPrefix(typed) }
    return reply
  }
}

extension CommandLocation {
  /// A word stands where a noun or a verb should, and is none.
  fileprivate var unknown: Bool {
    if case .unknownCommand? = failure { true } else { false }
  }
}
