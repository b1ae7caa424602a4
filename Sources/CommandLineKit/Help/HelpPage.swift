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
