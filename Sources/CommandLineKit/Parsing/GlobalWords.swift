extension CommandLineParser {
  /// The global options of a line that may be wrong or unfinished: what speaks of its error, of
  /// its help or of its completion still needs `--lang`, `--json` and `--data`.
  ///
  /// What is malformed is left out; of an option given twice, the last holds.
  package func globalWords(of words: [String]) -> ParsedWords {
    let location = tree.locate(words)
    let table = OptionTable(own: location.command?.options ?? [], global: tree.globalOptions)
    let globals = Set(tree.globalOptions.map(\.name))
    var parsed = ParsedWords(table: OptionTable(global: tree.globalOptions))
    for token in OptionScanner(table: table, commandWords: location.indices).scan(words) {
      guard case .option(let option, let value) = token, globals.contains(option.name) else {
        continue
      }
      if let value, !option.choices.isEmpty, !option.choices.contains(value) { continue }
      parsed.add(option, value)
    }
    return parsed
  }
}
