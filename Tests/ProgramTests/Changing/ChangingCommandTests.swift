import CommandLineKit
import DeskCommands
import Testing

/// The table of cases against the tree of commands: none is forgotten.
struct ChangingCommandTests {
  /// Every command that changes something, by the words that name it.
  static let leaves: Set<String> = Set(
    CommandTree<Action>.deskctl.entries.flatMap { entry in
      switch entry {
      case .command(let command): command.action.changes ? [command.name] : []
      case .group(let group):
        group.commands.filter(\.action.changes).map { "\(group.name) \($0.name)" }
      }
    })

  /// The command that a case runs: one word that stands alone, or a noun and a verb.
  func leaf(_ words: [String]) -> String {
    Self.leaves.contains(words[0]) ? words[0] : words.prefix(2).joined(separator: " ")
  }

  @Test func `S10 every command that changes something is killed and failed`() {
    let tried = Set(ChangingCommand.all.map { leaf($0.words) })
    #expect(Self.leaves.subtracting(tried).sorted() == [], "no case")
    #expect(tried.subtracting(Self.leaves).sorted() == [], "no such command")
    #expect(Self.leaves.count > 40)
  }
}
