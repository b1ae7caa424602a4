/// A line as a POSIX shell reads it: words, quotes, and the commands of a pipe. Nothing is expanded.
package struct ShellWords {
  /// A word as it was typed, and what it means without its quotes.
  struct Word: Equatable {
    var raw = ""
    var value = ""
  }

  /// The commands between `|`, `;`, `&` and ends of line; targets of redirections are left out.
  private(set) var commands: [[Word]] = [[]]

  /// The line ends inside quotes.
  var isOpen: Bool { quote != nil }

  private var current: Word?
  private var quote: Character?
  private var isEscaped = false
  private var isRedirected = false

  init(_ line: String) {
    for character in line { take(character) }
  }

  /// The words of the last command up to the line's end, where the cursor is; the last of them is
  /// being typed, and empty after a space.
  var untilCursor: [Word] { commands[commands.count - 1] + [current ?? Word()] }

  static func commands(in line: String) -> [[String]] {
    var words = ShellWords(line)
    words.endWord()
    return words.commands.map { $0.map(\.value) }.filter { !$0.isEmpty }
  }

  /// The word as it may be pasted into a shell.
  package static func quote(_ word: String) -> String {
    let isPlain = word.allSatisfy { character in
      character.isASCII && (character.isLetter || character.isNumber)
        || "_@%+=:,./-".contains(character)
    }
    if isPlain, !word.isEmpty { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: #"'\''"#) + "'"
  }

  /// The same with backslashes, for a word that a shell goes on typing.
  static func escape(_ word: String) -> String {
    word.reduce(into: "") { escaped, character in
      if #" \'"|;&<>()$`*?[]#~!{}"#.contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
  }

  private mutating func take(_ character: Character) {
    if isEscaped {
      isEscaped = false
      let keepsBackslash = quote == "\"" && !"\"\\$`".contains(character)
      append(character, meaning: keepsBackslash ? "\\\(character)" : String(character))
    } else if character == "\\", quote != "'" {
      isEscaped = true
      append(character, meaning: "")
    } else if let open = quote {
      if character == open { quote = nil }
      append(character, meaning: character == open ? "" : String(character))
    } else {
      takeUnquoted(character)
    }
  }

  private mutating func takeUnquoted(_ character: Character) {
    switch character {
    case "'", "\"":
      quote = character
      append(character, meaning: "")
    case " ", "\t": endWord()
    case "|", ";", "&", "\n":
      endWord()
      commands.append([])
    case "<", ">":
      endWord()
      isRedirected = true
    default: append(character, meaning: String(character))
    }
  }

  private mutating func append(_ character: Character, meaning: String) {
    var word = current ?? Word()
    word.raw.append(character)
    word.value += meaning
    current = word
  }

  private mutating func endWord() {
    guard let word = current else { return }
    current = nil
    if !isRedirected { commands[commands.count - 1].append(word) }
    isRedirected = false
  }
}
