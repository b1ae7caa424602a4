import CommandLineKit
import Testing

struct TreeFaultsTests {
  func tree(_ entries: [CommandTree<Int>.Entry]) -> CommandTree<Int> {
    CommandTree(
      program: "x", summary: Text("x"), version: "1", globalOptions: [Sample.json],
      sections: [CommandTree.Section(Text("S"), entries)], defaultPath: ["a"])
  }

  func command(
    _ name: String, arguments: [ArgumentSpec] = [], options: [OptionSpec] = [],
    examples: [Example] = []
  ) -> CommandSpec<Int> {
    CommandSpec(
      name: name, summary: Text(name), examples: examples, arguments: arguments, options: options,
      action: 1)
  }

  @Test func `a good tree has none`() {
    #expect(Sample.tree.faults() == [])
  }

  @Test func `names that stand twice`() {
    let group = CommandGroup(
      name: "a", summary: Text("g"), commands: [command("b"), command("b")])
    #expect(
      tree([.command(command("a")), .group(group)]).faults() == [
        "a names two entries", "b names two verbs of a",
      ])
    let options = [
      OptionSpec.flag("json", Text("j")), .flag("i", short: "h", Text("i")), .flag("", Text("e")),
    ]
    #expect(
      tree([.command(command("a", options: options))]).faults() == [
        "a: --json stands twice", "a: -h stands twice", "a: -- is malformed",
      ])
  }

  @Test func `arguments that can never be filled, and no default`() {
    let arguments = [
      ArgumentSpec("A", Text("a"), isOptional: true, repeats: true), ArgumentSpec("B", Text("b")),
    ]
    #expect(
      tree([.command(command("b", arguments: arguments))]).faults() == [
        "the default path is none", "b: A repeats and is not last",
        "b: B is required after one that is not",
      ])
  }

  @Test func `examples that the parser refuses, and a text that is missing`() {
    let examples = [
      Example("x a | x a", Text("good")), Example("x a --foo", Text("bad")),
      Example("y", Text(en: "other", pt: "")),
    ]
    let faults = tree([.command(command("a", examples: examples))]).faults()
    #expect(faults.count == 3)
    #expect(faults[0].hasPrefix("a: x a --foo: unknownOption"))
    #expect(faults[1] == "a: y: no text in pt-BR")
    #expect(faults[2] == "a: the example runs no x: y")
  }

  @Test func `building a tree and choosing a command makes no other command's options`() throws {
    let lazy = CommandSpec(
      name: "b", summary: Text("b"),
      options: { () -> [OptionSpec] in
        preconditionFailure("made for a command that was not chosen")
      }(), action: 2)
    let tree = tree([.command(lazy), .command(command("a"))])
    guard case .run(let invocation) = try CommandLineParser(tree).parse(["a", "--json"]) else {
      Issue.record("nothing to run")
      return
    }
    #expect(invocation.path == ["a"])
  }
}
