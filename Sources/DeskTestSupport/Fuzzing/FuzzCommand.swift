import CommandLineKit
import DeskCommands

extension FuzzSubject {
  private static let tree = CommandTree<Action>.deskctl

  /// Words of a line, one a line: they are read or refused in words, completed for every shell, and a
  /// word that was quoted is the same word to a shell.
  func checkCommand(_ bytes: [UInt8]) throws {
    let words = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    do {
      _ = try CommandLineParser(Self.tree).parse(words)
    } catch let error as UsageError {
      for language in Language.allCases {
        try FuzzFinding.require(
          !error.message(language).isEmpty, "a refusal without words: \(error)")
      }
    }
    for shell in Shell.allCases { complete(words, shell) }
    for word in words where !word.contains("\r") { try checkQuoting(word) }
  }

  private func complete(_ words: [String], _ shell: Shell) {
    let line = shell == .bash ? [words.joined(separator: " ")] : words
    guard let request = CompletionRequest([CompletionRequest.command, shell.rawValue] + line) else {
      return
    }
    let reply = Completer(Self.tree, language: .en).reply(to: request.words)
    _ = reply.text(for: request)
  }

  private func checkQuoting(_ word: String) throws {
    let line = "deskctl " + ShellWords.quote(word)
    let request = CompletionRequest([CompletionRequest.command, Shell.bash.rawValue, line])
    try FuzzFinding.require(
      request?.words.last == word, "\(line) is \(request?.words.last ?? "nothing")")
  }
}
