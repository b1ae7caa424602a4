extension CommandTree {
  /// What is wrong with the declaration itself, a sentence each; empty for a good tree.
  ///
  /// It reads every command and so is for a test: names that stand twice or that no shell could
  /// pass on, arguments that can never be filled, examples that the parser refuses, an empty text,
  /// a default path that leads nowhere.
  package func faults() -> [String] {
    var faults = repeated(entries.flatMap { [$0.name] + $0.aliases }).map {
      "\($0) names two entries"
    }
    faults += optionFaults(of: [], in: program)
    if case .command? = node(at: defaultPath) {} else { faults.append("the default path is none") }
    for entry in entries {
      faults += textFaults(entry.summary, in: entry.name)
      switch entry {
      case .command(let command): faults += commandFaults(command, in: command.name)
      case .group(let group):
        faults += repeated(group.commands.flatMap { [$0.name] + $0.aliases }).map {
          "\($0) names two verbs of \(group.name)"
        }
        for command in group.commands {
          faults += textFaults(command.summary, in: "\(group.name) \(command.name)")
          faults += commandFaults(command, in: "\(group.name) \(command.name)")
        }
      }
    }
    return faults
  }

  private func commandFaults(_ command: CommandSpec<Action>, in place: String) -> [String] {
    var faults = optionFaults(of: command.options, in: place)
    for argument in command.arguments {
      faults += textFaults(argument.summary, in: "\(place) \(argument.name)")
    }
    for (one, next) in zip(command.arguments, command.arguments.dropFirst()) {
      if one.repeats { faults.append("\(place): \(one.name) repeats and is not last") }
      if one.isOptional, !next.isOptional {
        faults.append("\(place): \(next.name) is required after one that is not")
      }
    }
    for example in command.examples {
      faults += textFaults(example.summary, in: "\(place): \(example.line)")
      faults += exampleFaults(example, in: place)
    }
    return faults
  }

  private func exampleFaults(_ example: Example, in place: String) -> [String] {
    let calls = ShellWords.commands(in: example.line).filter { $0.first == program }
    if calls.isEmpty { return ["\(place): the example runs no \(program): \(example.line)"] }
    return calls.compactMap { call in
      do {
        _ = try CommandLineParser(self).parse(Array(call.dropFirst()))
        return nil
      } catch {
        return "\(place): \(example.line): \(error)"
      }
    }
  }

  private func optionFaults(of own: [OptionSpec], in place: String) -> [String] {
    let options = own + globalOptions
    let names = repeated(options.flatMap { [$0.name] + $0.aliases }).map {
      "\(place): --\($0) stands twice"
    }
    let shorts = repeated(options.compactMap { $0.short.map(String.init) }).map {
      "\(place): -\($0) stands twice"
    }
    let malformed = own.flatMap { [$0.name] + $0.aliases }.filter { name in
      name.isEmpty || name.first == "-"
        || !name.allSatisfy { $0 == "-" || $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    return names + shorts + malformed.map { "\(place): --\($0) is malformed" }
      + own.flatMap { textFaults($0.summary, in: "\(place) --\($0.name)") }
  }

  private func textFaults(_ text: Text, in place: String) -> [String] {
    Language.allCases.filter { text($0).isEmpty }.map { "\(place): no text in \($0.rawValue)" }
  }

  private func repeated(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0).inserted }
  }
}
