/// A line as a POSIX shell reads it: words, quotes, and the commands of a pipe. Nothing is expanded.
///
/// It goes by scalars: a quote with a combining mark behind it is one character to a reader, and
/// still a quote to a shell.
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
  private var quote: Unicode.Scalar?
  private var isEscaped = false
  private var isRedirected = false

  init(_ line: String) {
    for scalar in line.unicodeScalars { take(scalar) }
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
    let isPlain = word.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": true
      default: "_@%+=:,./-".unicodeScalars.contains(scalar)
      }
    }
    if isPlain, !word.isEmpty { return word }
    let inside = word.unicodeScalars.reduce(into: "") { inside, scalar in
      if scalar == "'" { inside += #"'\''"# } else { inside.unicodeScalars.append(scalar) }
    }
    return "'\(inside)'"
  }

  /// The same with backslashes, for a word that a shell goes on typing.
  static func escape(_ word: String) -> String {
    word.unicodeScalars.reduce(into: "") { escaped, scalar in
      if #" \'"|;&<>()$`*?[]#~!{}"#.unicodeScalars.contains(scalar) { escaped.append("\\") }
      escaped.unicodeScalars.append(scalar)
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    if isEscaped {
      isEscaped = false
      let keepsBackslash = quote == "\"" && !"\"\\$`".unicodeScalars.contains(scalar)
      append(scalar, meaning: keepsBackslash ? "\\\(scalar)" : String(scalar))
    } else if scalar == "\\", quote != "'" {
      isEscaped = true
      append(scalar, meaning: "")
    } else if let open = quote {
      if scalar == open { quote = nil }
      append(scalar, meaning: scalar == open ? "" : String(scalar))
    } else {
      takeUnquoted(scalar)
    }
  }

  private mutating func takeUnquoted(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "'", "\"":
      quote = scalar
      append(scalar, meaning: "")
    case " ", "\t": endWord()
    case "|", ";", "&", "\n":
      endWord()
      commands.append([])
    case "<", ">":
      endWord()
      isRedirected = true
    default: append(scalar, meaning: String(scalar))
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, meaning: String) {
    var word = current ?? Word()
    word.raw.unicodeScalars.append(scalar)
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
