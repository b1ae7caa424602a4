import DeskCore
import Foundation

/// A session of a shell, written down: it is replayed in this process and must end the same.
///
///     # what this session shows
///     $ deskctl schedule show 9
///     2> deskctl: error: not_found: there is no schedule 9
///     ? 3
///     @ 2026-12-05T13:06:00Z
///     + clientes.csv Nome;Telefone
///
/// `$` is a command (a pipe between two of them may stand in it, `<<TEXT` gives it one line of
/// standard input, `<FILE` a file, and `NAME=VALUE` before it stands in its environment alone), `2>` a
/// line of standard error, `?` an exit status that is not 0, `@` sets the clock, `+` adds a line to a
/// file. All else is standard output, with a backslash before a line that
/// would be taken for one of these. `tar` is the machine's own. The desk's own folder reads `DESK`; a word that begins with
/// `Samples/` is a file of the project, and `SIZE` is how many bytes a whole desk has.
package struct Transcript {
  package let path: String

  package init(_ path: String) { self.path = path }

  /// Every transcript below a folder, sorted.
  package static func all(in folder: String) throws -> [Transcript] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }
      .sorted().map { Transcript(folder + "/" + $0) }
  }

  package func text() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  /// Replays on a desk, and answers the session as it really went.
  package func replay(on desk: TestDesk) throws -> String {
    var lines: [String] = []
    for line in try text().split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("$ ") {
        lines.append(String(line))
        lines += try run(String(line.dropFirst(2)), desk)
      } else if line.hasPrefix("@ ") {
        lines.append(String(line))
        guard let instant = Instant(rfc3339: String(line.dropFirst(2))) else {
          throw TranscriptError(path: path, line: String(line))
        }
        desk.now = instant
      } else if line.hasPrefix("+ ") {
        lines.append(String(line))
        try add(String(line.dropFirst(2)), desk)
      } else if line.hasPrefix("#") {
        // An empty line before a comment parts two steps.
        if !lines.isEmpty { lines.append("") }
        lines.append(String(line))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `FILE TEXT`: the text is a line more of the file.
  private func add(_ line: String, _ desk: TestDesk) throws {
    let name = String(line.prefix { $0 != " " })
    let before = try? desk.read(name)
    try desk.write(name, (before ?? "") + line.dropFirst(name.count + 1) + "\n")
  }

  private func run(_ line: String, _ desk: TestDesk) throws -> [String] {
    var answer = TestDesk.Answer(status: 0, output: "", error: "")
    var errors = ""
    for command in ShellLine(line).commands {
      let file = try command.inputFile.map { try desk.read($0) }
      let input = file ?? command.input.map { $0 + "\n" } ?? answer.output
      let settings = command.words.prefix { $0.contains("=") }
      let environment = desk.environment
      defer { desk.environment = environment }
      for setting in settings {
        let name = setting.prefix { $0 != "=" }
        desk.environment[String(name)] = String(setting.dropFirst(name.count + 1))
      }
      let words = command.words.dropFirst(settings.count + 1).map { word in
        word.hasPrefix("Samples/") ? "\(ProjectFile.root)/\(word)" : word
      }
      answer =
        command.words[settings.count] == "tar"
        ? try tar(Array(words), desk) : desk.run(words, input: input)
      errors += answer.error
    }
    let shown = portable(answer.output, desk)
    var lines = shown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    lines = lines.map { line in
      ["$ ", "#", "@ ", "? ", "2> ", "+ ", "\\"].contains { line.hasPrefix($0) }
        ? "\\" + line : line
    }
    lines += portable(errors, desk).split(separator: "\n").map { "2> " + $0 }
    if answer.status != 0 { lines.append("? \(answer.status)") }
    return lines
  }

  /// The machine's `tar`, in the desk's folder.
  private func tar(_ words: [String], _ desk: TestDesk) throws -> TestDesk.Answer {
    let answer = try Binary.run(
      [Binary.find("tar") ?? "/bin/tar"] + words, environment: desk.environment, folder: desk.root)
    return TestDesk.Answer(status: answer.status, output: answer.output, error: answer.error)
  }

  /// What was said, wherever desk and project lie. A store knows the inode that it lies on: how many
  /// bytes a whole desk has depends on that number's digits.
  private func portable(_ text: String, _ desk: TestDesk) -> String {
    text.replacingOccurrences(of: desk.root, with: "DESK")
      .replacingOccurrences(of: ProjectFile.root + "/Samples/", with: "Samples/")
      .replacingOccurrences(
        of: #"(files, |arquivos, |"bytes": )[0-9]{5,}"#, with: "$1SIZE",
        options: .regularExpression)
  }

  /// Writes the session as it went.
  package func record(_ session: String) throws {
    try session.write(toFile: path, atomically: true, encoding: .utf8)
  }
}

/// A line of a transcript that says nothing that is known.
package struct TranscriptError: Error {
  package let path: String
  package let line: String
}

/// A line as a shell splits it: words with quotes, and commands between pipes.
package struct ShellLine {
  /// One command of it, with the text that `<<` gives it.
  package struct Command {
    package var words: [String] = []
    package var input: String?
    package var inputFile: String?
  }

  package private(set) var commands: [Command] = [Command()]

  package init(_ line: String) {
    var word: String?
    var quote: Character?
    var rest = line[...]
    func finish(_ commands: inout [Command]) {
      if let done = word { commands[commands.count - 1].words.append(done) }
      word = nil
    }
    while let character = rest.popFirst() {
      switch (character, quote) {
      case (quote, _) where quote != nil: quote = nil
      case (_, "'"): word?.append(character)
      case ("\\", _):
        word = (word ?? "") + String(rest.popFirst() ?? "\\")
      case (_, "\""): word?.append(character)
      case ("'", nil), ("\"", nil):
        quote = character
        word = word ?? ""
      case (" ", nil): finish(&commands)
      case ("|", nil):
        finish(&commands)
        commands.append(Command())
      case ("<", nil) where rest.hasPrefix("<"):
        finish(&commands)
        commands[commands.count - 1].input = String(rest.dropFirst())
        rest = ""
      case ("<", nil):
        finish(&commands)
        commands[commands.count - 1].inputFile = String(rest.prefix { $0 != " " })
        rest = rest.drop { $0 != " " }
      default: word = (word ?? "") + String(character)
      }
    }
    finish(&commands)
  }
}
