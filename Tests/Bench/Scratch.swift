import DeskSystem

/// A folder on the disk of the checkout for everything that is measured, and the programs that work
/// in it; removed at the end.
struct Scratch {
  let folder: String
  let deskctl: String
  private let environment: [String]

  init() throws {
    let variables = processEnvironment()
    guard let deskctl = variables["DESKCTL_BINARY"] else { throw BenchError.noBinary }
    self.deskctl = deskctl
    environment = variables.map { "\($0.key)=\($0.value)" }
    let template = ProcessFacts.workingFolder + "/.build/bench.XXXXXX"
    let made = try Program("mktemp", ["-d", template], environment: environment).run()
    folder = String(decoding: made.output.dropLast(), as: UTF8.self)
  }

  func remove() { _ = try? program("rm", ["-rf", folder]).run() }

  func path(_ name: String) -> String { folder + "/" + name }

  func program(_ name: String, _ words: [String]) -> Program {
    Program(name, words, environment: environment)
  }

  /// What it prints goes nowhere: reading it would be measured with it.
  func unread(_ name: String, _ words: [String]) -> Program {
    program("sh", ["-c", "exec \"$@\" >/dev/null", "sh", name] + words)
  }

  /// Runs something that has to succeed.
  func run(_ name: String, _ words: [String]) throws {
    let outcome = try program(name, words).run()
    guard outcome.status == 0 else { throw BenchError.failed(name, outcome.status) }
  }

  /// Makes a file.
  func write(_ name: String, _ text: String) throws {
    try Folder(folder).replace(name, with: Array(text.utf8))
  }

  func makeDatabase(_ name: String, _ sql: String) throws -> String {
    try run("sqlite3", [path(name), sql])
    return path(name)
  }
}
