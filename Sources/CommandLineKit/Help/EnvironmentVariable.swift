/// A variable of the environment that the program looks at, and what it does.
package struct EnvironmentVariable: Sendable, Hashable {
  /// As the shell knows it: `HOME`.
  package var name: String

  /// One sentence.
  package var summary: Text

  /// A variable and what it does.
  package init(_ name: String, _ summary: Text) {
    self.name = name
    self.summary = summary
  }
}

extension CommandTree {
  /// The variables that stand for options, in the order of the options, then the given ones. A
  /// given one that stands for an option too is explained as it is given, in the option's place.
  func environment(with given: [EnvironmentVariable]) -> [EnvironmentVariable] {
    var seen: Set<String> = []
    let ofOptions = allOptions.compactMap { option -> EnvironmentVariable? in
      guard let name = option.environment, seen.insert(name).inserted else { return nil }
      return given.first { $0.name == name }
        ?? EnvironmentVariable(name, HelpWording.stands(for: option.name))
    }
    return ofOptions + given.filter { !seen.contains($0.name) }
  }

  /// Every option that people are told of, the global ones first.
  private var allOptions: [OptionSpec] {
    globalOptions
      + entries.filter { !$0.isHidden }.flatMap { entry in
        switch entry {
        case .command(let command): command.options
        case .group(let group): group.commands.filter { !$0.isHidden }.flatMap(\.options)
        }
      }
  }
}
