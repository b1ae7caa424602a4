/// The help of the program, a noun or a command, in one language.
package struct HelpPage: Sendable {
  let blocks: [HelpBlock]

  /// - Precondition: the path is one that the parser or `CommandTree.path(named:)` gave.
  package init<Action>(_ tree: CommandTree<Action>, path: [String], language: Language) {
    switch tree.node(at: path) {
    case .program: blocks = tree.helpBlocks(language)
    case .group(let group): blocks = tree.helpBlocks(of: group, language)
    case .command(let command): blocks = tree.helpBlocks(of: command, at: path, language)
    case nil: preconditionFailure("no command at \(path)")
    }
  }

  /// A page of prose: paragraphs are parted by an empty line, and lines that begin with a space
  /// stay as they are.
  package init(heading: String, body: String) {
    blocks = [.heading(heading), .prose(body)]
  }

  /// The page of the variables that a program looks at: those that stand for its options, then the
  /// given ones.
  package init<Action>(
    environmentOf tree: CommandTree<Action>, with variables: [EnvironmentVariable],
    language: Language
  ) {
    let rows = tree.environment(with: variables).map { variable in
      HelpRow(term: variable.name, text: variable.summary(language))
    }
    blocks = [.list(heading: HelpWording.environment(language), rows: rows)]
  }

  /// The page, which ends in a line end.
  /// - Parameter width: of the terminal, in columns; lines are no longer than 100, and no shorter
  ///   than 40 can hold.
  package func text(width: Int = 80, style: Style = .plain) -> String {
    let layout = HelpLayout(blocks, width: min(max(width, 40), 100), style: style)
    return blocks.map { layout.lines($0).map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }
}

/// A part of a help page; an empty line stands between two.
enum HelpBlock: Sendable {
  case heading(String)
  case usage(label: String, pieces: [String])
  case prose(String)
  case list(heading: String, rows: [HelpRow])
  case examples(heading: String, [HelpRow])
}

/// A term and what it means.
struct HelpRow: Sendable {
  let term: String
  let text: String
}
