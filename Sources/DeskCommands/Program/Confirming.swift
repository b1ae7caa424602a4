import CommandLineKit
import DeskCore

extension Desk {
  /// Whether somebody sits there who can be asked.
  var canAsk: Bool { surroundings.console.isInputTerminal && !globals.has(.noInput) }

  /// Asks somebody whether they mean it, before anything is locked; `--yes` is their word for it. Where
  /// nobody can be asked, it takes that word.
  func confirm(_ question: Text) throws -> Bool {
    if globals.has(.yes) || isDryRun { return true }
    let console = surroundings.console
    guard console.isInputTerminal, !globals.has(.noInput) else { throw Failure.unasked(question) }
    let ends = Text(en: "[y/N]", pt: "[s/N]")
    console.writeError(Array("\(question(language)) \(ends(language)) ".utf8))
    let answer = String(decoding: try console.read(), as: UTF8.self).trimmed.lowercased()
    return ["y", "yes", "s", "sim"].contains(answer)
  }
}

extension Failure {
  static func unasked(_ question: Text) -> Failure {
    Failure(
      .usage, "needs_yes",
      Text(
        en: "nobody can be asked here: \(question.en)",
        pt: "aqui não há a quem perguntar: \(question.pt)"), hint: Text("--yes"))
  }
}
