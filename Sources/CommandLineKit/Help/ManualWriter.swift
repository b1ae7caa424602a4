/// Writes a tree as a manual page, part by part.
struct ManualWriter {
  let language: Language
  let program: String
  var roff = RoffText()

  init(language: Language, program: String) {
    self.language = language
    self.program = program
  }

  mutating func write<Action>(
    _ tree: CommandTree<Action>, date: String, variables: [EnvironmentVariable]
  ) {
    let title = RoffText.escaped(program.uppercased())
    let source = RoffText.escaped("\(program) \(tree.version)")
    roff.append(request: ".TH \"\(title)\" 1 \(date) \"\(source)\"")
    heading(HelpWording.name)
    let summary = tree.summary(language)
    roff.append(text: "\(RoffText.escaped(program)) \\- \(RoffText.escaped(summary))")
    heading(HelpWording.synopsis)
    usage(tree.usage(language))
    heading(HelpWording.description)
    roff.append(paragraphs: (tree.discussion ?? tree.summary)(language))
    heading(HelpWording.globalOptions)
    list(tree.globalOptions)
    for section in tree.sections where section.entries.contains(where: { !$0.isHidden }) {
      heading(section.heading)
      for entry in section.entries where !entry.isHidden { write(entry) }
    }
    environment(tree, variables)
  }

  mutating func heading(_ heading: Text) {
    roff.append(request: ".SH \"\(RoffText.escaped(heading(language).uppercased()))\"")
  }

  private mutating func write<Action>(_ entry: CommandTree<Action>.Entry) {
    switch entry {
    case .command(let command): write(command, at: [command.name])
    case .group(let group):
      subheading([group.name])
      also(group.aliases)
      roff.append(paragraphs: group.summary(language))
      if let discussion = group.discussion { roff.append(paragraphs: discussion(language)) }
      for command in group.commands where !command.isHidden {
        write(command, at: [group.name, command.name])
      }
    }
  }

  private mutating func write<Action>(_ command: CommandSpec<Action>, at path: [String]) {
    subheading(path)
    usage(command.usage(of: program, at: path, language))
    also(command.aliases)
    roff.append(paragraphs: command.summary(language))
    if let discussion = command.discussion { roff.append(paragraphs: discussion(language)) }
    for argument in command.arguments {
      item(RoffText.italic(argument.term), argument.summary(language))
    }
    for (heading, options) in command.options.bySection() {
      if heading != HelpWording.options {
        roff.append(paragraphs: heading(language) + ":")
      }
      list(options)
    }
    for example in command.examples {
      roff.append(paragraphs: example.summary(language))
      roff.append(verbatim: ["    " + example.line])
    }
  }

  private mutating func subheading(_ path: [String]) {
    let words = [program] + path
    roff.append(request: ".SS \"\(RoffText.escaped(words.joined(separator: " ")))\"")
  }

  private mutating func also(_ aliases: [String]) {
    guard !aliases.isEmpty else { return }
    let names = aliases.map(RoffText.bold).joined(separator: ", ")
    roff.breakParagraph()
    roff.append(text: RoffText.escaped(HelpWording.aliases(language)) + " " + names)
  }

  /// Names are bold; what stands for something else is not.
  private mutating func usage(_ pieces: [String]) {
    let names = pieces.prefix { piece in piece.allSatisfy { $0.isLowercase || "-_".contains($0) } }
    let rest = pieces.dropFirst(names.count).map(RoffText.escaped)
    roff.breakParagraph()
    roff.append(
      text: ([RoffText.bold(names.joined(separator: " "))] + rest).joined(separator: " "))
  }

  private mutating func list(_ options: [OptionSpec]) {
    for option in options {
      let names = ([option.short.map { "-\($0)" }, "--\(option.name)"]).compactMap { $0 }
      let value = option.placeholder.map { " " + RoffText.italic($0) } ?? ""
      item(
        names.map(RoffText.bold).joined(separator: ", ") + value, option.explanation(language))
    }
  }

  private mutating func item(_ term: String, _ text: String) {
    roff.append(request: ".TP")
    roff.append(request: term)
    roff.append(text: RoffText.escaped(text))
  }

  private mutating func environment<Action>(
    _ tree: CommandTree<Action>, _ variables: [EnvironmentVariable]
  ) {
    let named = tree.environment(with: variables)
    guard !named.isEmpty else { return }
    heading(HelpWording.environment)
    for variable in named { item(RoffText.bold(variable.name), variable.summary(language)) }
  }
}
