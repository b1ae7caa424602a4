import CommandLineKit
import Testing

/// A wrong line, the facts of its error, and what is to be pasted next.
struct WrongLine: Sendable, CustomTestStringConvertible {
  let line: String
  let error: UsageError
  let hint: String

  var testDescription: String { line }

  init(_ line: String, _ error: UsageError, _ hint: String) {
    self.line = line
    self.error = error
    self.hint = hint
  }

  var words: [String] { line.split(separator: " ").map(String.init) }

  static let all: [WrongLine] = [
    WrongLine(
      "schedul list", .unknownCommand("schedul", in: [], suggestion: "schedule"),
      "deskctl schedule list"),
    WrongLine(
      "--at 10 schedul add", .unknownCommand("schedul", in: [], suggestion: "schedule"),
      "deskctl --at 10 schedule add"),
    WrongLine(
      "list schedule --json", .unknownCommand("list", in: [], suggestion: "schedule list"),
      "deskctl schedule list --json"),
    WrongLine(
      "cancel 4", .unknownCommand("cancel", in: [], suggestion: "schedule cancel"),
      "deskctl schedule cancel 4"),
    WrongLine(
      "list", .unknownCommand("list", in: [], suggestion: nil), "deskctl --help"),
    WrongLine(
      "secre", .unknownCommand("secre", in: [], suggestion: nil), "deskctl --help"),
    WrongLine(
      "schedule lsit", .unknownCommand("lsit", in: ["schedule"], suggestion: "list"),
      "deskctl schedule list"),
    WrongLine(
      "conv fly", .unknownCommand("fly", in: ["conversation"], suggestion: nil),
      "deskctl conversation --help"),
    WrongLine(
      "schedule", .missingCommand(["schedule"], verbs: ["list", "add", "cancel"]),
      "deskctl schedule --help"),
    WrongLine(
      "--jsno status", .unknownOption("--jsno", suggestion: "--json"), "deskctl --json status"),
    WrongLine(
      "--colr=never status", .unknownOption("--colr", suggestion: "--color"),
      "deskctl --color=never status"),
    WrongLine(
      "-out f status", .unknownOption("-out", suggestion: "--out"), "deskctl --out f status"),
    WrongLine(
      "status -nx", .unknownOption("-x", suggestion: nil), "deskctl status --help"),
    WrongLine(
      "status --state pending", .unknownOption("--state", suggestion: nil),
      "deskctl status --help"),
    WrongLine("schedule add --at", .missingValue("at"), "deskctl schedule add --help"),
    WrongLine(
      "schedule add --at 1 -m -ny", .missingValue("message"), "deskctl schedule add --help"),
    WrongLine("schedule list --config --", .missingValue("config"), "deskctl schedule list --help"),
    WrongLine(
      "--agent schedule add --at 1", .missingValue("agent"), "deskctl schedule add --help"),
    WrongLine("status --yes=no", .unexpectedValue("yes"), "deskctl status --help"),
    WrongLine("status -y -y", .repeatedOption("yes"), "deskctl status --help"),
    WrongLine(
      "schedule add --at 1 --at=2", .repeatedOption("at"), "deskctl schedule add --help"),
    WrongLine(
      "status --color nevr",
      .invalidChoice(
        "color", "nevr", choices: ["auto", "always", "never"], suggestion: "never"),
      "deskctl status --color never"),
    WrongLine(
      "schedule list --state=x",
      .invalidChoice("state", "x", choices: ["pending", "completed"], suggestion: nil),
      "deskctl schedule list --help"),
    WrongLine("schedule add -m hi", .missingOption("at"), "deskctl schedule add --help"),
    WrongLine("why", .missingArgument("RECORD"), "deskctl why --help"),
    WrongLine("schedule cancel", .missingArgument("SCHEDULE"), "deskctl schedule cancel --help"),
    WrongLine("why 1 2", .unexpectedArgument("2"), "deskctl why --help"),
    WrongLine("conv say 1 hi 3", .unexpectedArgument("3"), "deskctl conversation say --help"),
  ]
}

struct UsageErrorTests {
  @Test(arguments: WrongLine.all)
  func `a wrong line is told with its facts and a line to paste`(wrong: WrongLine) {
    #expect(throws: wrong.error) { try CommandLineParser(Sample.tree).parse(wrong.words) }
    for language in Language.allCases {
      #expect(wrong.error.hint(language, in: Sample.tree, line: wrong.words) == wrong.hint)
      #expect(!wrong.error.message(language).isEmpty)
    }
    #expect(wrong.error.message(.en) != wrong.error.message(.ptBR))
  }

  @Test func `sentences say what was typed, what is possible and what was meant`() {
    let choice = UsageError.invalidChoice("color", "nevr", choices: ["a", "b"], suggestion: "b")
    #expect(
      choice.message(.en) == #"--color cannot be "nevr", only one of a, b; did you mean b?"#)
    #expect(
      choice.message(.ptBR)
        == #"--color não pode ser "nevr", só um destes: a, b; você quis dizer b?"#)
    let verb = UsageError.missingCommand(["schedule"], verbs: ["list", "add"])
    #expect(verb.message(.en) == "schedule needs a verb: list, add")
    #expect(verb.message(.ptBR) == "schedule precisa de um verbo: list, add")
  }

  @Test func `what was typed is shown, and never offered to paste if it hides something`() {
    let error = UsageError.unknownCommand("li\u{1B}[2J", in: ["schedule"], suggestion: "list")
    #expect(error.message(.en) == #"schedule has no verb "li\u{1b}[2J"; did you mean list?"#)
    let hint = error.hint(.en, in: Sample.tree, line: ["schedule", "li\u{1B}[2J"])
    #expect(hint == "deskctl schedule --help")
  }

  @Test func `a corrected line is quoted for the shell`() {
    let error = UsageError.unknownOption("--mesage", suggestion: "--message")
    let words = ["schedule", "add", "--at", "tomorrow 9:00", "--mesage", "it's"]
    #expect(
      error.hint(.en, in: Sample.tree, line: words)
        == #"deskctl schedule add --at 'tomorrow 9:00' --message 'it'\''s'"#)
  }

  @Test func `an option is no value of another, in front of the noun either`() {
    #expect(throws: UsageError.missingValue("config")) {
      try CommandLineParser(Sample.tree).parse(["--config", "--color", "never", "schedule", "ls"])
    }
  }

  @Test func `a value that is an option is told how to be written`() {
    let words = ["schedule", "add", "--at", "1", "--message", "-n"]
    let error = UsageError.missingValue("message")
    #expect(
      error.hint(.en, in: Sample.tree, line: words)
        == #"if "-n" is the value, write --message=-n"#)
    #expect(
      error.hint(.ptBR, in: Sample.tree, line: words)
        == #"se "-n" é o valor, escreva --message=-n"#)
  }
}
