import CommandLineKit
import Testing

struct OptionAliasTests {
  private let phones = OptionSpec.value(
    "phones", aliases: ["phone"], "PHONE", Text("their phones"), repeats: true)

  private func tree(_ options: [OptionSpec]) -> CommandTree<Int> {
    CommandTree(
      program: "prog", summary: Text("a program"), version: "1", globalOptions: [],
      sections: [
        CommandTree.Section(
          Text("Work"),
          [.command(CommandSpec(name: "add", summary: Text("adds"), options: options, action: 0))])
      ],
      defaultPath: ["add"])
  }

  @Test func `another name gives its values to the option`() throws {
    let outcome = try CommandLineParser(tree([phones])).parse(
      ["add", "--phone", "1", "--phones=2", "--phone=3"])
    guard case .run(let invocation) = outcome else {
      Issue.record("no command")
      return
    }
    #expect(invocation.words.values(phones) == ["1", "2", "3"])
    #expect(invocation.words.given == ["phones"])
  }

  @Test func `help shows both names`() {
    let help = HelpPage(tree([phones]), path: ["add"], language: .en).text(width: 80, style: .plain)
    #expect(help.contains("--phones, --phone PHONE…"))
  }

  @Test func `a list is given between commas, one by one, or both, and each is checked`() throws {
    let unset = OptionSpec.list("unset", "KEY", Text("takes away"), choices: ["name", "login"])
    let parser = CommandLineParser(tree([unset]))
    for words in [["--unset", "name,login"], ["--unset=name", "--unset", "login"]] {
      guard case .run(let invocation) = try parser.parse(["add"] + words) else {
        Issue.record("no command")
        return
      }
      #expect(invocation.words.values(unset) == ["name", "login"])
    }
    for typed in ["name,id", "", ","] {
      #expect(throws: UsageError.self) { try parser.parse(["add", "--unset", typed]) }
    }
    let help = HelpPage(tree([unset]), path: ["add"], language: .en).text(width: 80, style: .plain)
    #expect(help.contains("--unset KEY,…"))
  }

  @Test func `a name that stands for two options is a fault`() {
    let phone = OptionSpec.value("phone", "PHONE", Text("another"))
    #expect(tree([phones]).faults() == [])
    #expect(tree([phones, phone]).faults() == ["add: --phone stands twice"])
  }
}
