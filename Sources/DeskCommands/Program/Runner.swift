import CommandLineKit
import DeskCore
import DeskStore
import DeskSystem
import Glibc
import JSON

/// Runs one command line: words to a command, the command to an answer, the answer to the streams.
package struct Runner {
  let surroundings: Surroundings
  let tree: CommandTree<Action>

  package init(_ surroundings: Surroundings) {
    self.surroundings = surroundings
    tree = .deskctl
  }

  /// Runs the words and answers the exit status. It throws nothing: whatever failed was told.
  package func run(_ words: [String]) -> Int32 {
    if words == ["--version"] { return print("deskctl \(tree.version)\n") }
    let parser = CommandLineParser(tree)
    let globals = parser.globalWords(of: words)
    let language = language(globals)
    let desk = Desk(surroundings, globals, language, tree)
    if let request = CompletionRequest(words) { return print(desk.completions(for: request)) }
    do {
      switch try parser.parse(words) {
      case .version: return print("deskctl \(tree.version)\n")
      case .help(let path): return print(help(path, desk))
      case .run(let invocation): return try run(invocation, desk)
      }
    } catch {
      return fail(error, words, desk)
    }
  }

  private func run(_ invocation: Invocation<Action>, _ desk: Desk) throws -> Int32 {
    let action = invocation.command.action
    try desk.settleActor(action)
    var output = try answer(action, invocation.words, desk)
    output.notices += desk.notices
    if desk.isDryRun, action.changes {
      if !desk.events.isEmpty { output.body = .list(desk.plan()) }
      if !desk.globals.has(.quiet) {
        surroundings.console.writeError(Array(desk.dryRunNote.utf8))
      }
    }
    return try deliver(output, desk)
  }

  private func answer(_ action: Action, _ words: ParsedWords, _ desk: Desk) throws -> Output {
    switch action.needs {
    case .none(let run), .config(let run), .steps(let run):
      return try run(desk, words)
    case .read(let run):
      return try desk.reading { try run(desk, $0, words) }
    case .write(let run):
      let revision = try words.expectedRevision()
      return try desk.transaction(expectedRevision: revision) { try run(desk, $0, words) }
    }
  }

  // MARK: Printing

  /// Prints an answer: data to standard output or to `--out`, all else to standard error.
  private func deliver(_ output: Output, _ desk: Desk) throws -> Int32 {
    let globals = desk.globals
    let isJSON = globals.has(.json) || globals.has(.jsonl)
    let style = style(globals)
    for notice in output.notices where !globals.has(.quiet) {
      let text = isJSON ? notice.json.text() + "\n" : notice.text(desk.language, style)
      surroundings.console.writeError(Array(text.utf8))
    }
    let rendering = try rendering(desk, isWrittenToFile: globals.value(.out) != nil)
    let bytes = Array(rendering.text(output).utf8)
    do {
      if let path = globals.value(.out), path != "-" {
        try writeWhole(bytes, to: surroundings.absolute(path))
      } else if !bytes.isEmpty {
        try surroundings.console.write(bytes)
      }
    } catch let error as SystemError where error.code == EPIPE {
      Signals.dieOfClosedPipe()
    } catch let error as SystemError where !desk.events.isEmpty && !desk.isDryRun {
      throw Failure.committedButNotPrinted(error)
    }
    for failure in output.failures { tell(failure, desk) }
    return output.exit.rawValue
  }

  private func writeWhole(_ bytes: [UInt8], to path: String) throws {
    let folder = try Folder(
      Folder.parent(of: path), kernel: surroundings.kernel,
      ownership: Ownership(fileMode: 0o644, folderMode: 0o755))
    try folder.replace(Folder.name(of: path), with: bytes)
  }

  private func rendering(_ desk: Desk, isWrittenToFile: Bool) throws -> Rendering {
    let globals = desk.globals
    let isShown = surroundings.console.isTerminal && !isWrittenToFile
    return Rendering(
      format: try format(globals, isShown: isShown), language: desk.language,
      style: isShown ? style(globals) : .plain,
      fields: globals.value(.fields).map { $0.split(separator: ",").map { String($0.trimmed) } },
      escaping: isShown ? .terminal : .minimal)
  }

  private func format(_ globals: ParsedWords, isShown: Bool) throws -> OutputFormat {
    if globals.has(.json) { return .json }
    if globals.has(.jsonl) { return .jsonl }
    if globals.has(.quiet) { return .ids }
    switch globals.value(.format) ?? (isShown ? "table" : "tsv") {
    case "table": return .table(width: surroundings["COLUMNS"].flatMap { Int($0) } ?? surroundings.console.columns)
    case "csv":
      let typed = globals.value(.delimiter) ?? ","
      guard let delimiter = typed == "\\t" ? "\t" : typed.first, typed.count == 1 || typed == "\\t"
      else { throw Failure.badValue(.delimiter, typed, Text(en: "one character", pt: "um caractere")) }
      return .csv(delimiter: delimiter, byteOrderMark: globals.has(.byteOrderMark))
    case "github": return .github
    default: return .tsv(header: globals.has(.header))
    }
  }

  private func print(_ text: String) -> Int32 {
    do {
      try surroundings.console.write(Array(text.utf8))
      return 0
    } catch let error as SystemError where error.code == EPIPE {
      Signals.dieOfClosedPipe()
    } catch {
      return ExitStatus.inputOutput.rawValue
    }
  }

  private func help(_ path: [String], _ desk: Desk) -> String {
    HelpPage(tree, path: path, language: desk.language).text(
      width: desk.pageWidth,
      style: surroundings.console.isTerminal ? style(desk.globals) : .plain)
  }

  // MARK: Failing

  private func fail(_ error: any Error, _ words: [String], _ desk: Desk) -> Int32 {
    for notice in desk.notices {
      surroundings.console.writeError(Array(notice.text(desk.language, style(desk.globals)).utf8))
    }
    let failure = Failure(error, words: words, desk: desk)
    tell(failure, desk)
    return failure.exit.rawValue
  }

  private func tell(_ failure: Failure, _ desk: Desk) {
    let isJSON = desk.globals.has(.json) || desk.globals.has(.jsonl)
    let text =
      isJSON
      ? failure.json(desk.language).text() + "\n"
      : failure.text(desk.language, style(desk.globals))
    surroundings.console.writeError(Array(text.utf8))
  }

  // MARK: Options

  private func language(_ globals: ParsedWords) -> Language {
    globals.value(.language).flatMap(Language.init)
      ?? Language.from(
        surroundings["LC_ALL"], surroundings["LC_MESSAGES"], surroundings["LANG"])
  }

  private func style(_ globals: ParsedWords) -> Style {
    switch globals.value(.color) {
    case "always": Style(isOn: true)
    case "never": .plain
    default: Style(isOn: surroundings.console.isTerminal && surroundings["NO_COLOR"] == nil)
    }
  }
}
