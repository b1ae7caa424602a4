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
    var faults: [String] = []
    for name in repeated(options.flatMap(\.names)) {
      faults.append("\(place): --\(name) stands twice")
    }
    for short in repeated(options.compactMap { $0.short.map(String.init) }) {
      faults.append("\(place): -\(short) stands twice")
    }
    for name in own.flatMap(\.names) where !Self.isWellFormed(name) {
      faults.append("\(place): --\(name) is malformed")
    }
    for option in own { faults += textFaults(option.summary, in: "\(place) --\(option.name)") }
    return faults
  }

  private static func isWellFormed(_ name: String) -> Bool {
    guard let first = name.first, first != "-" else { return false }
    return name.allSatisfy { $0 == "-" || $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  private func textFaults(_ text: Text, in place: String) -> [String] {
    Language.allCases.filter { text($0).isEmpty }.map { "\(place): no text in \($0.rawValue)" }
  }

  private func repeated(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0).inserted }
  }
}

extension OptionSpec {
  /// All that it is called by in full.
  fileprivate var names: [String] { [name] + aliases }
}
