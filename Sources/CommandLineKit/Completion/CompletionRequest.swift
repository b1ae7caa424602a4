/// What a shell's script asks of the program, by a command that people do not see.
///
///     deskctl __complete bash LINE WORD
///     deskctl __complete zsh WORDS…
///     deskctl __complete fish WORDS…
///
/// Everything is up to the cursor. WORDS are without the program's name, and the last is being
/// typed, empty after a space; zsh and fish give it with its quotes and the others without. bash
/// splits words at `=`, `:` and more, so it gives the whole LINE, which is split here, and the WORD
/// that it is going to replace.
package struct CompletionRequest: Sendable {
  /// What stands first on the line of such a request.
  package static let command = "__complete"

  /// The shell that asks.
  package let shell: Shell

  /// The words without the program's name; the last is being typed.
  package let words: [String]

  /// How the last word begins as far as bash keeps it: `--at=10:` where it replaces what follows.
  let kept: String

  /// The last word has an open quote, so that nothing in it is to be escaped.
  let isQuoted: Bool

  /// - Parameter words: the program's arguments; nil unless they ask for completion.
  package init?(_ words: [String]) {
    guard words.count >= 3, words[0] == Self.command, let shell = Shell(rawValue: words[1]) else {
      return nil
    }
    self.shell = shell
    let asked = words.dropFirst(2)
    switch shell {
    case .bash:
      let line = ShellWords(words[2])
      let typed = line.untilCursor
      let raw = typed[typed.count - 1].raw
      let replaced = words.count > 3 ? words[3] : ""
      self.words = typed.dropFirst().map(\.value)
      isQuoted = line.isOpen
      kept =
        raw.hasSuffix(replaced)
        ? ShellWords(String(raw.dropLast(replaced.count))).untilCursor.last?.value ?? "" : ""
    case .zsh, .fish:
      let typed = ShellWords(asked.last ?? "").untilCursor.last?.value ?? ""
      self.words = asked.dropLast() + [typed]
      isQuoted = false
      kept = ""
    }
  }
}
