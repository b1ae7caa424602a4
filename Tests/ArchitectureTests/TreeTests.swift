import CommandLineKit
import DeskCommands
import DeskCore
import DeskTestSupport
import Testing

/// The one declaration of the command line.
struct TreeTests {
  static let tree = CommandTree<Action>.deskctl

  /// Every command with the words that name it.
  static let commands: [(path: [String], command: CommandSpec<Action>)] = tree.entries.flatMap {
    entry in
    switch entry {
    case .command(let command): [([command.name], command)]
    case .group(let group): group.commands.map { ([group.name, $0.name], $0) }
    }
  }

  @Test func `the declaration has no faults`() {
    #expect(Self.tree.faults() == [])
  }

  @Test func `every summary is a sentence in each language, and not the same one`() {
    let texts =
      Self.commands.map { ($0.path.joined(separator: " "), $0.command.summary) }
      + Self.tree.entries.map { ($0.name, $0.summary) }
    let faults = texts.filter { _, text in
      text.en == text.pt || !text.en.hasSuffix(".") || !text.pt.hasSuffix(".")
    }
    #expect(faults.map(\.0) == [])
  }

  /// Lines of each command that changes something: its examples, or where it has none the line
  /// with the first record.
  static let changing: [String] = commands.filter(\.command.action.changes).flatMap {
    path, command in
    command.examples.isEmpty
      ? ["deskctl " + (path + command.arguments.map { _ in "1" }).joined(separator: " ")]
      : command.examples.map(\.line)
  }

  /// The sample desk with a record of each kind.
  func desk() throws -> TestDesk {
    let desk = try TestDesk.sample()
    let schedule = [
      "schedule", "add", "--contact", "1", "--agent", "ana", "--team", "suporte", "--comment", "c",
      "--action", "openTicketAndNotify", "-m", "Oi", "--at",
    ]
    for words in [schedule + ["+10m"], ["tick"], schedule + ["+40m"]] {
      let answer = desk.run(words)
      try #require(answer.status == 0, "\(answer.error)")
      desk.now = desk.now + 20 * 60
    }
    return desk
  }

  /// Some lines succeed, some name what is not there; none leaves a trace. Enough of them have to
  /// succeed for that to mean something.
  @Test func `every command that changes something can be rehearsed`() throws {
    let desk = try desk()
    let before = try desk.files()
    var refused: [String] = []
    for line in Self.changing {
      for words in ShellLine(line).commands.map(\.words) where words.first == "deskctl" {
        let dry = words.contains("-n") ? [] : ["--dry-run"]
        let answer = desk.run(words.dropFirst() + dry + ["--no-input"])
        if answer.status != 0 { refused.append("\(line): \(answer.error)") }
      }
      #expect(try desk.files() == before, "\(line)")
    }
    #expect(refused.count * 3 < Self.changing.count * 2, "\(refused)")
  }

  @Test func `every command has help in both languages`() throws {
    let desk = try TestDesk()
    for (path, _) in Self.commands {
      for language in ["en", "pt-BR"] {
        let answer = desk.run(path + ["--help", "--lang", language])
        #expect(answer.status == 0, "\(path)")
        #expect(answer.output.contains("deskctl " + path.joined(separator: " ")), "\(path)")
      }
    }
  }
}
