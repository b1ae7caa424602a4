import CommandLineKit
import DeskSystem

/// The editor that somebody chose, for a file at a time. It may be a program with options: the shell
/// takes it apart, as git's does.
struct Editor {
  private let command: String
  private let desk: Desk

  /// `example` is a command line that names one, for whoever has none.
  init(_ desk: Desk, example: String) throws {
    self.desk = desk
    if let chosen = desk.surroundings["VISUAL"] ?? desk.surroundings["EDITOR"] {
      command = chosen
    } else {
      guard desk.surroundings.console.isInputTerminal else { throw Failure.noEditor(example) }
      command = "vi"
    }
  }

  /// Has a file edited, by its absolute path.
  func open(_ path: String) throws {
    let program = Program(
      "sh", ["-c", command + " \"$@\"", command, path],
      environment: desk.surroundings.childEnvironment)
    let status = try program.runInForeground()
    if status != 0 { throw Failure.editorFailed(command, status) }
  }
}

extension Failure {
  fileprivate static func noEditor(_ example: String) -> Failure {
    Failure(
      .usage, "usage", Text(en: "no editor is named", pt: "nenhum editor foi indicado"),
      hint: Text("EDITOR=nano \(example)"))
  }

  fileprivate static func editorFailed(_ command: String, _ status: Int32) -> Failure {
    Failure(
      .outsideFailed, "outside",
      Text(
        en: "\(command) ended with \(status); nothing was changed",
        pt: "\(command) terminou com \(status); nada foi mudado"))
  }
}
