/// The whole command line of a program, as plain values.
///
/// It has two levels: a noun and a verb, or a command that stands alone. Parser, help, manual,
/// completion and suggestions all read this and nothing else.
package struct CommandTree<Action: Sendable>: Sendable {
  /// What may stand first on the line.
  package enum Entry: Sendable {
    case command(CommandSpec<Action>)
    case group(CommandGroup<Action>)
  }

  /// Entries that help lists under one heading.
  package struct Section: Sendable {
    /// Above the list, without a colon.
    package var heading: Text

    /// In the order in which help lists them.
    package var entries: [Entry]

    /// Entries under a heading.
    package init(_ heading: Text, _ entries: [Entry]) {
      self.heading = heading
      self.entries = entries
    }
  }

  /// The word that starts the program.
  package var program: String

  /// One sentence.
  package var summary: Text

  /// Paragraphs are parted by an empty line; lines that begin with a space stay as they are.
  package var discussion: Text?

  /// What `--version` and the manual show.
  package var version: String

  /// What every command takes, `--help` and `--version` included.
  package var globalOptions: [OptionSpec]

  /// In the order in which help shows them.
  package var sections: [Section]

  /// The command that runs when the line names none.
  package var defaultPath: [String]

  /// - Parameter globalOptions: without `--help` and `--version`, which are added.
  package init(
    program: String, summary: Text, discussion: Text? = nil, version: String,
    globalOptions: [OptionSpec], sections: [Section], defaultPath: [String]
  ) {
    self.program = program
    self.summary = summary
    self.discussion = discussion
    self.version = version
    self.globalOptions = globalOptions + [.help, .version]
    self.sections = sections
    self.defaultPath = defaultPath
  }

  /// What may stand first on the line, over all sections.
  package var entries: [Entry] { sections.flatMap(\.entries) }
}

extension CommandTree.Entry {
  /// The word itself.
  package var name: String {
    switch self {
    case .command(let command): command.name
    case .group(let group): group.name
    }
  }

  /// Other words that are accepted for it.
  package var aliases: [String] {
    switch self {
    case .command(let command): command.aliases
    case .group(let group): group.aliases
    }
  }

  /// One sentence.
  package var summary: Text {
    switch self {
    case .command(let command): command.summary
    case .group(let group): group.summary
    }
  }

  /// It works, but nothing speaks of it.
  package var isHidden: Bool {
    switch self {
    case .command(let command): command.isHidden
    case .group(let group): group.isHidden
    }
  }
}
