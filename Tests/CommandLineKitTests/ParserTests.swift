import CommandLineKit
import Testing

/// Lines as words; `parse` gives what a command would be handed.
struct ParserTests {
  let parser = CommandLineParser(Sample.tree)

  func invocation(_ line: String) throws -> Invocation<String> {
    guard case .run(let invocation) = try parser.parse(line.split(separator: " ").map(String.init))
    else { throw UsageError.unexpectedArgument(line) }
    return invocation
  }

  func outcome(_ line: String) throws -> String {
    switch try parser.parse(line.split(separator: " ").map(String.init)) {
    case .run(let invocation): invocation.command.action
    case .help(let path): "help " + path.joined(separator: " ")
    case .version: "version"
    }
  }

  @Test(arguments: [
    ("", "status"), ("status", "status"), ("why 4", "why"), ("schedule list", "schedule list"),
    ("schedule ls", "schedule list"), ("conv list", "conversation list"), ("secret", "secret"),
    ("--json", "status"), ("--config x schedule list", "schedule list"),
    ("schedule --config x list", "schedule list"), ("-o x schedule list", "schedule list"),
    ("--config=status schedule list", "schedule list"),
    ("--config status schedule list", "schedule list"),
    ("-- schedule list", "schedule list"), ("--state pending schedule list", "schedule list"),
    ("schedule --state pending list", "schedule list"),
  ])
  func `the noun and the verb are found among options`(line: String, action: String) throws {
    #expect(try outcome(line) == action)
  }

  @Test func `an alias gives the canonical path`() throws {
    #expect(try invocation("conv list").path == ["conversation", "list"])
    #expect(try invocation("").path == ["status"])
  }

  /// Options of the program and of the command, at every place and in every order.
  @Test func `options stand in any place`() throws {
    for order in permutations(["schedule add", "--at 10:00", "-y", "--message hi", "--out=f"]) {
      let words = try invocation(order.joined(separator: " ")).words
      #expect(words.value(Sample.at) == "10:00", "\(order)")
      #expect(words.value(Sample.message) == "hi", "\(order)")
      #expect(words.value(Sample.out) == "f", "\(order)")
      #expect(words.has(Sample.yes) && !words.has(Sample.json), "\(order)")
      #expect(words.arguments.isEmpty, "\(order)")
    }
  }

  @Test(arguments: [
    ("--message hi", "hi"), ("--message=hi", "hi"), ("--message=", ""), ("--message=a=b", "a=b"),
    ("-m hi", "hi"), ("-mhi", "hi"), ("-m=hi", "hi"), ("-nym hi", "hi"), ("-nymhi", "hi"),
    ("-m -", "-"), ("-m -5", "-5"), ("--message -5", "-5"), ("--message --5", "--5"),
    ("--message=--yes", "--yes"), ("-m=-n", "-n"),
  ])
  func `a value is written in these ways`(option: String, value: String) throws {
    let words = try invocation("schedule add --at 1 \(option)").words
    #expect(words.value(Sample.message) == value)
    #expect(words.has(Sample.dryRun) == option.hasPrefix("-ny"))
  }

  @Test func `an option that repeats keeps its values in order`() throws {
    let words = try invocation("schedule add --file a --at 1 --file=b").words
    #expect(words.values(Sample.file) == ["a", "b"])
    #expect(words.given == ["file", "at"])
  }

  @Test func `two dashes end options and a lone dash is an argument`() throws {
    #expect(try invocation("schedule cancel 1 - 2").words.arguments == ["1", "-", "2"])
    let words = try invocation("conv say 1 -- --json").words
    #expect(words.arguments == ["1", "--json"])
    #expect(!words.has(Sample.json))
    #expect(words.argument(1) == "--json" && words.argument(2) == nil)
  }

  @Test(arguments: [
    ("--help", "help "), ("-h", "help "), ("schedule --help", "help schedule"),
    ("--help schedule add", "help schedule add"), ("schedule add --foo -h", "help schedule add"),
    ("schedule add --at --help", "help schedule add"), ("-yh conv list", "help conversation list"),
    ("schedul --help", "help "), ("schedule ad --help", "help schedule"),
    ("why 1 2 3 --help --version", "help why"), ("--version", "version"),
    ("schedule --version", "version"), ("--foo --version", "version"),
    ("conv say 1 -- --help", "conversation say"),
  ])
  func `help and version win anywhere on the line`(line: String, wanted: String) throws {
    #expect(try outcome(line) == wanted)
  }

  @Test func `global words are read from a wrong line`() {
    let words = parser.globalWords(of: ["--json", "--color", "pink", "schedul", "-o", "f", "--x"])
    #expect(words.has(Sample.json))
    #expect(words.value(Sample.out) == "f")
    #expect(words.value(Sample.color) == nil)
  }

  @Test func `a topic of help is a path`() throws {
    #expect(try Sample.tree.path(named: []) == [])
    #expect(try Sample.tree.path(named: ["conv", "say"]) == ["conversation", "say"])
    #expect(throws: UsageError.unknownCommand("sy", in: ["conversation"], suggestion: "say")) {
      try Sample.tree.path(named: ["conv", "sy"])
    }
    #expect(throws: UsageError.unexpectedArgument("1")) {
      try Sample.tree.path(named: ["why", "1"])
    }
  }

  private func permutations(_ items: [String]) -> [[String]] {
    if items.isEmpty { return [[]] }
    return items.indices.flatMap { index in
      var rest = items
      let item = rest.remove(at: index)
      return permutations(rest).map { [item] + $0 }
    }
  }
}
