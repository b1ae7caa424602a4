extension CommandTree {
  func helpBlocks(_ language: Language) -> [HelpBlock] {
    let lists = sections.map { section in
      HelpBlock.list(
        heading: section.heading(language),
        rows: section.entries.filter { !$0.isHidden }.map { entry in
          HelpRow(
            term: ([entry.name] + entry.aliases).joined(separator: ", "),
            text: entry.summary(language))
        })
    }
    let line = [program, HelpWording.noun(language), HelpWording.verb(language), "--help"]
    return opening(usage(language), summary, discussion, [], language) + lists
      + optionLists(globalOptions, unheaded: HelpWording.globalOptions, language)
      + [.prose(HelpWording.moreOfVerb(line.joined(separator: " "))(language))]
  }

  func helpBlocks(of group: CommandGroup<Action>, _ language: Language) -> [HelpBlock] {
    let rows = group.commands.filter { !$0.isHidden }.map { command in
      HelpRow(
        term: ([command.name] + command.aliases).joined(separator: ", "),
        text: command.summary(language))
    }
    let line = [program, group.name, HelpWording.verb(language), "--help"]
    return opening(
      group.usage(of: program, language), group.summary, group.discussion, group.aliases, language)
      + [
        .list(heading: HelpWording.commands(language), rows: rows),
        .prose(HelpWording.moreOfVerb(line.joined(separator: " "))(language)),
      ]
  }

  func helpBlocks(
    of command: CommandSpec<Action>, at path: [String], _ language: Language
  ) -> [HelpBlock] {
    let arguments = command.arguments.map { HelpRow(term: $0.term, text: $0.summary(language)) }
    let examples = command.examples.map { HelpRow(term: $0.line, text: $0.summary(language)) }
    var blocks = opening(
      command.usage(of: program, at: path, language), command.summary, command.discussion,
      command.aliases, language)
    if !arguments.isEmpty {
      blocks.append(.list(heading: HelpWording.arguments(language), rows: arguments))
    }
    blocks += optionLists(command.options, unheaded: HelpWording.options, language)
    if !examples.isEmpty {
      blocks.append(.examples(heading: HelpWording.examples(language), examples))
    }
    return blocks + [.prose(HelpWording.globals("\(program) --help")(language))]
  }

  private func opening(
    _ usage: [String], _ summary: Text, _ discussion: Text?, _ aliases: [String],
    _ language: Language
  ) -> [HelpBlock] {
    var blocks: [HelpBlock] = [
      .usage(label: HelpWording.usage(language), pieces: usage), .prose(summary(language)),
    ]
    if !aliases.isEmpty {
      blocks.append(.usage(label: HelpWording.aliases(language), pieces: aliases))
    }
    if let discussion { blocks.append(.prose(discussion(language))) }
    return blocks
  }

  private func optionLists(
    _ options: [OptionSpec], unheaded: Text, _ language: Language
  ) -> [HelpBlock] {
    options.bySection().map { heading, options in
      .list(
        heading: (heading == HelpWording.options ? unheaded : heading)(language),
        rows: options.map { HelpRow(term: $0.term, text: $0.explanation(language)) })
    }
  }
}
