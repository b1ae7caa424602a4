import CommandLineKit
import DeskSystem

/// What shows a long text at a terminal, page by page.
struct Pager {
  private let command: String
  private let desk: Desk

  /// Nil where nobody sits at a terminal.
  init?(_ desk: Desk) {
    let surroundings = desk.surroundings
    guard surroundings.console.isTerminal, surroundings.console.isInputTerminal,
      desk.globals.value(.out) == nil
    else { return nil }
    self.desk = desk
    command = surroundings["DESKCTL_PAGER"] ?? surroundings["PAGER"] ?? "less"
  }

  /// Whether it was shown: a shell that cannot start the pager says so, and then it was not.
  func show(_ text: String) -> Bool {
    var environment = desk.surroundings.environment
    // As git has it: a text that fits is left on the screen, and colours are colours.
    if environment["LESS"] == nil { environment["LESS"] = "FRX" }
    var program = Program(
      "/bin/sh", ["-c", command],
      environment: environment.map { "\($0.key)=\($0.value)" }.sorted())
    program.input = Array(text.utf8)
    guard let status = try? program.runAsPager() else { return false }
    return !ShellCommand.notStarted.contains(status)
  }
}
