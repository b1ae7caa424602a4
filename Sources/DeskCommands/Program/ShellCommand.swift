import DeskSystem

/// A line for the shell that somebody has set.
struct ShellCommand {
  /// What a shell says of a program that it cannot find or run.
  static let notStarted: Set<Int32> = [126, 127]

  private let text: String

  init(_ text: String) { self.text = text }

  /// Whether what it begins with can be started. Yes also where that cannot be told: the line may
  /// have done something then, whatever the shell says at its end.
  func isThere(_ desk: Desk) -> Bool {
    guard let word = text.split(whereSeparator: \.isWhitespace).first, Self.isPlain(word) else {
      return true
    }
    let question =
      #"case $1 in */*) [ -f "$1" ] && [ -x "$1" ] ;; *) command -v "$1" >/dev/null ;; esac"#
    let program = Program(
      "/bin/sh", ["-c", question, "sh", String(word)],
      environment: desk.surroundings.childEnvironment)
    return (try? program.run()).map { $0.status == 0 } ?? true
  }

  /// A name or a path with nothing in it that means something to a shell.
  private static func isPlain(_ word: Substring) -> Bool {
    word.first != "-" && word.allSatisfy { $0.isLetter || $0.isNumber || "/._-+".contains($0) }
  }
}
