/// Reads a line word by word under a table of options. It goes on past what is wrong, so that
/// `--help` further on is still seen, and a line that is being typed can be completed.
struct OptionScanner {
  /// What the line says, in its order.
  enum Token {
    case option(OptionSpec, value: String?)
    case word(String)
    case failure(UsageError)
  }

  let table: OptionTable

  /// Where the noun and the verb stand: they are no arguments, nor the value of an option.
  let commandWords: [Int]

  /// A value option takes the next word whatever it looks like (`--offset -5`), unless that word
  /// is a declared option, `--`, or one of the command's words: then the value is missing.
  func scan(_ words: [String]) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    var optionsEnded = false
    while index < words.count {
      let word = words[index]
      defer { index += 1 }
      if commandWords.contains(index) { continue }
      if optionsEnded || !word.looksLikeOption {
        tokens.append(.word(word))
      } else if word == "--" {
        optionsEnded = true
      } else {
        let reading = table.reading(of: word)
        tokens += reading.given.map { .option($0.option, value: $0.value) }
        if let failure = reading.failure { tokens.append(.failure(failure)) }
        guard let option = reading.awaiting else { continue }
        if canBeValue(words, at: index + 1) {
          index += 1
          tokens.append(.option(option, value: words[index]))
        } else {
          tokens.append(.failure(.missingValue(option.name)))
        }
      }
    }
    return tokens
  }

  private func canBeValue(_ words: [String], at index: Int) -> Bool {
    words.indices.contains(index) && !commandWords.contains(index)
      && words[index] != "--" && !table.declares(words[index])
  }
}

extension String {
  /// A lone `-` is standard input or output, never an option.
  var looksLikeOption: Bool { hasPrefix("-") && self != "-" }
}
