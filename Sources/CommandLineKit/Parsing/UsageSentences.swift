extension UsageError {
  /// One sentence without a full stop, on one line; what was typed is made fit to print.
  package func message(_ language: Language) -> String {
    text(language)
  }

  private var text: Text {
    switch self {
    case .unknownCommand(let word, let path, let suggestion):
      unknownCommand(quoted(word), path) + didYouMean(suggestion)
    case .missingCommand(let path, let verbs):
      Text(
        en: "\(path.joined(separator: " ")) needs a verb: \(verbs.joined(separator: ", "))",
        pt: "\(path.joined(separator: " ")) precisa de um verbo: \(verbs.joined(separator: ", "))")
    case .unknownOption(let word, let suggestion):
      Text(en: "unknown option \(quoted(word))", pt: "opção desconhecida \(quoted(word))")
        + didYouMean(suggestion)
    case .missingValue(let option):
      Text(en: "--\(option) needs a value", pt: "--\(option) precisa de um valor")
    case .unexpectedValue(let option):
      Text(en: "--\(option) takes no value", pt: "--\(option) não recebe valor")
    case .repeatedOption(let option):
      Text(en: "--\(option) is given twice", pt: "--\(option) aparece duas vezes")
    case .invalidChoice(let option, let word, let choices, let suggestion):
      invalidChoice(option, quoted(word), choices.joined(separator: ", "))
        + didYouMean(suggestion)
    case .missingOption(let option):
      Text(en: "--\(option) is missing", pt: "falta --\(option)")
    case .missingArgument(let name):
      Text(en: "\(name) is missing", pt: "falta \(name)")
    case .unexpectedArgument(let word):
      Text(en: "unexpected word \(quoted(word))", pt: "palavra inesperada \(quoted(word))")
    }
  }

  private func unknownCommand(_ word: String, _ path: [String]) -> Text {
    let noun = path.joined(separator: " ")
    return noun.isEmpty
      ? Text(en: "unknown command \(word)", pt: "comando desconhecido \(word)")
      : Text(en: "\(noun) has no verb \(word)", pt: "\(noun) não tem o verbo \(word)")
  }

  private func invalidChoice(_ option: String, _ word: String, _ choices: String) -> Text {
    Text(
      en: "--\(option) cannot be \(word), only one of \(choices)",
      pt: "--\(option) não pode ser \(word), só um destes: \(choices)")
  }

  private func didYouMean(_ suggestion: String?) -> Text {
    guard let suggestion else { return Text("") }
    return Text(en: "; did you mean \(suggestion)?", pt: "; você quis dizer \(suggestion)?")
  }

  private func quoted(_ word: String) -> String {
    "\"\(Shown(word).line)\""
  }

  /// What to do next: a line to paste where there is one. It is the corrected line where a
  /// suggestion was found, and otherwise the one that shows the help.
  /// - Parameter words: the line that was parsed, without the program's name.
  package func hint<Action>(
    _ language: Language, in tree: CommandTree<Action>, line words: [String]
  ) -> String {
    if let corrected = corrected(words) {
      return ([tree.program] + corrected).map(ShellWords.quote).joined(separator: " ")
    }
    if case .missingValue(let option) = self, let next = word(after: "--\(option)", in: words) {
      return Text(
        en: "if \(quoted(next)) is the value, write --\(option)=\(ShellWords.quote(next))",
        pt: "se \(quoted(next)) é o valor, escreva --\(option)=\(ShellWords.quote(next))"
      )(language)
    }
    return ([tree.program] + tree.locate(words).path + ["--help"]).joined(separator: " ")
  }

  /// The line with the wrong word changed; nil where nothing was suggested, or where the line
  /// holds what could not be pasted.
  private func corrected(_ words: [String]) -> [String]? {
    guard words.allSatisfy({ Shown($0).line == $0 }) else { return nil }
    switch self {
    case .unknownCommand(let word, _, let suggestion?):
      let parts = suggestion.split(separator: " ").map(String.init)
      guard let index = words.firstIndex(of: word) else { return nil }
      let isTurned = parts.count == 2 && words.dropFirst(index + 1).first == parts[0]
      return words[..<index] + parts + words.dropFirst(index + (isTurned ? 2 : 1))
    case .unknownOption(let word, let suggestion?):
      return replacing(in: words) {
        $0 == word || $0.hasPrefix(word + "=")
      } with: {
        suggestion + $0.dropFirst(word.count)
      }
    case .invalidChoice(let option, let word, _, let suggestion?):
      let attached = "--\(option)=\(word)"
      return replacing(in: words) {
        $0 == word || $0 == attached
      } with: {
        $0 == attached ? "--\(option)=\(suggestion)" : suggestion
      }
    case .unknownCommand, .missingCommand, .unknownOption, .missingValue, .unexpectedValue,
      .repeatedOption, .invalidChoice, .missingOption, .missingArgument, .unexpectedArgument:
      return nil
    }
  }

  private func replacing(
    in words: [String], _ isWrong: (String) -> Bool, with change: (String) -> String
  ) -> [String]? {
    guard let index = words.firstIndex(where: isWrong) else { return nil }
    return words[..<index] + [change(words[index])] + words[(index + 1)...]
  }

  private func word(after option: String, in words: [String]) -> String? {
    guard let index = words.firstIndex(of: option) else { return nil }
    return words.dropFirst(index + 1).prefix(1).first { $0.looksLikeOption && $0 != "--" }
  }
}

extension Text {
  fileprivate static func + (one: Text, other: Text) -> Text {
    Text(en: one.en + other.en, pt: one.pt + other.pt)
  }
}
