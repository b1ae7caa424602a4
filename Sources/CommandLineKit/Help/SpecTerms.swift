extension OptionSpec {
  /// `TIME`, `FILE…` where it repeats, `KEY,…` where it also holds a list; nil for a flag.
  var placeholder: String? {
    switch kind {
    case .flag: nil
    case .value(let placeholder, let repeats):
      placeholder + (isList ? ",…" : repeats ? "…" : "")
    }
  }

  /// `-m, --message TEXT`; the place of a missing letter is kept so that names line up.
  var term: String {
    let letter = short.map { "-\($0), " } ?? "    "
    return letter + usage
  }

  /// `--message TEXT`; `--phones, --phone PHONE…` where it has another name.
  var usage: String {
    ([name] + aliases).map { "--\($0)" }.joined(separator: ", ")
      + (placeholder.map { " " + $0 } ?? "")
  }

  /// The summary, the words it accepts where the placeholder does not tell them, and what stands
  /// for it: `… (auto, never) [$DESKCTL_COLOR]`.
  func explanation(_ language: Language) -> String {
    var text = summary(language)
    if !choices.isEmpty, placeholder != choices.joined(separator: "|") {
      text += " (\(choices.joined(separator: ", ")))"
    }
    if let environment { text += " [$\(environment)]" }
    return text
  }
}

extension ArgumentSpec {
  /// `RECORD`, `[RECORD]`, `RECORD…`.
  var term: String {
    let text = repeats ? name + "…" : name
    return isOptional ? "[\(text)]" : text
  }
}

extension CommandSpec {
  /// The pieces of the usage line; none is to be broken.
  func usage(of program: String, at path: [String], _ language: Language) -> [String] {
    let options = options
    let required = options.filter(\.isRequired).map(\.usage)
    let rest = options.contains { !$0.isRequired } ? [HelpWording.optionPlace(language)] : []
    return [program] + path + arguments.map(\.term) + required + rest
  }
}

extension CommandGroup {
  func usage(of program: String, _ language: Language) -> [String] {
    [
      program, name, HelpWording.verb(language), HelpWording.argumentPlace(language),
      HelpWording.optionPlace(language),
    ]
  }
}

extension CommandTree {
  func usage(_ language: Language) -> [String] {
    [
      program, HelpWording.globalPlace(language), HelpWording.noun(language),
      HelpWording.verb(language), HelpWording.argumentPlace(language),
      HelpWording.optionPlace(language),
    ]
  }
}

extension [OptionSpec] {
  /// The options under their headings, those without one first; headings in their order.
  func bySection() -> [(heading: Text, options: [OptionSpec])] {
    var order: [Text] = []
    var sections: [Text: [OptionSpec]] = [:]
    for option in self {
      let heading = option.section ?? HelpWording.options
      if sections[heading] == nil { order.append(heading) }
      sections[heading, default: []].append(option)
    }
    let first = order.filter { $0 == HelpWording.options }
    return (first + order.filter { $0 != HelpWording.options }).map { ($0, sections[$0] ?? []) }
  }
}
