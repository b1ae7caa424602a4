import CommandLineKit
import DeskCore
import DeskStore
import DeskSystem
import JSON

/// Runs one command line: words to a command, the command to an answer, the answer to the streams.
package struct Runner {
  let surroundings: Surroundings

  package init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  /// Runs the words and answers the exit status. It throws nothing: whatever failed was told.
  package func run(_ words: [String]) -> Int32 {
    // Scripts ask it often, and it needs no tree.
    if words == ["--version"] { return print("deskctl \(Release.version)\n") }
    let tree = CommandTree<Action>.deskctl
    let parser = CommandLineParser(tree)
    let globals = parser.globalWords(of: words)
    let desk = Desk(surroundings, globals, language(globals), tree)
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
    case .none(let run), .reads(let run), .config(let run), .steps(let run):
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
    do {
      try print(output, desk)
    } catch let error as SystemError where error.isClosedPipe {
      Signals.dieOfClosedPipe()
    } catch let error as SystemError where desk.hasCommitted {
      throw Failure.committedButNotPrinted(error)
    }
    for notice in output.notices where !globals.has(.quiet) { desk.tell(notice) }
    for failure in output.failures { desk.tell(failure) }
    return output.exit.rawValue
  }

  private func print(_ output: Output, _ desk: Desk) throws {
    if case .streamed = output.body { return }
    let rendering = try desk.rendering()
    if case .files(let files, let saysAddress) = output.body, !rendering.format.isJSON {
      let said = try OutputFiles(files: files, saysAddress: saysAddress).write(desk)
      return try surroundings.console.write(Array(said.utf8))
    }
    let text = rendering.text(output)
    if case .told = output.body { return try surroundings.console.write(Array(text.utf8)) }
    if output.isPaged, !rendering.format.isJSON, Pager(desk)?.show(text) ?? false { return }
    let target = try OutputTarget(desk, mode: output.isPrivate ? 0o600 : nil)
    try target.write(Array(text.utf8))
    if case .spooled(let spool) = output.body { try spool.send(to: target) }
    try target.finish()
  }

  private func print(_ text: String) -> Int32 {
    do {
      try surroundings.console.write(Array(text.utf8))
      return 0
    } catch let error as SystemError where error.isClosedPipe {
      Signals.dieOfClosedPipe()
    } catch {
      return ExitStatus.inputOutput.rawValue
    }
  }

  private func help(_ path: [String], _ desk: Desk) -> String {
    HelpPage(desk.tree, path: path, language: desk.language).text(
      width: desk.pageWidth,
      style: surroundings.console.isTerminal ? desk.style : .plain)
  }

  // MARK: Failing

  private func fail(_ error: any Error, _ words: [String], _ desk: Desk) -> Int32 {
    for notice in desk.notices { desk.tell(notice) }
    let failure = Failure(error, words: words, desk: desk)
    desk.tell(failure)
    return failure.exit.rawValue
  }

  // MARK: Options

  private func language(_ globals: ParsedWords) -> Language {
    globals.value(.language).flatMap(Language.init)
      ?? Language.from(
        surroundings["LC_ALL"], surroundings["LC_MESSAGES"], surroundings["LANG"])
  }
}
