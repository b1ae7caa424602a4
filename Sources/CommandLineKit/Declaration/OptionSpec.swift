/// An option, as plain values: what the parser accepts, help explains and completion offers.
package struct OptionSpec: Sendable, Hashable {
  /// Whether a value follows.
  package enum Kind: Sendable, Hashable {
    case flag
    case value(placeholder: String, repeats: Bool)
  }

  /// The long name without its dashes: `message-file`.
  package var name: String

  /// Other long names that are accepted for it; help shows them beside the name.
  package var aliases: [String]

  /// The letter that stands for the name after one dash.
  package var short: Character?

  /// A flag, or what takes a value.
  package var kind: Kind

  /// One sentence; choices and environment are added to it.
  package var summary: Text

  /// Several values may stand in one, between commas; the parser parts them.
  package var isList = false

  /// What a shell offers as the value, besides the choices.
  package var completion: CompletionKind

  /// The only words that are accepted, where there are any; the parser refuses others.
  package var choices: [String]

  /// The environment variable that stands for the option where it is not given. It is shown;
  /// reading it is the program's affair.
  package var environment: String?

  /// The heading under which help lists the option; under "Options" without one.
  package var section: Text?

  /// The parser refuses a line without it.
  package var isRequired: Bool

  /// `flag` and `value` say the same in fewer words.
  package init(
    name: String, aliases: [String] = [], short: Character? = nil, kind: Kind, summary: Text,
    completion: CompletionKind = .none, choices: [String] = [], environment: String? = nil,
    section: Text? = nil, isRequired: Bool = false
  ) {
    self.name = name
    self.aliases = aliases
    self.short = short
    self.kind = kind
    self.summary = summary
    self.completion = completion
    self.choices = choices
    self.environment = environment
    self.section = section
    self.isRequired = isRequired
  }

  /// An option that is there or not: `.flag("yes", short: "y", Text(…))`.
  package static func flag(
    _ name: String, short: Character? = nil, _ summary: Text, environment: String? = nil,
    section: Text? = nil
  ) -> OptionSpec {
    OptionSpec(
      name: name, short: short, kind: .flag, summary: summary, environment: environment,
      section: section)
  }

  /// An option with a value: `.value("at", "TIME", Text(…))`.
  package static func value(
    _ name: String, aliases: [String] = [], short: Character? = nil, _ placeholder: String,
    _ summary: Text, completion: CompletionKind = .none, choices: [String] = [],
    repeats: Bool = false,
    environment: String? = nil, section: Text? = nil, isRequired: Bool = false
  ) -> OptionSpec {
    OptionSpec(
      name: name, aliases: aliases, short: short,
      kind: .value(placeholder: placeholder, repeats: repeats), summary: summary,
      completion: completion, choices: choices, environment: environment, section: section,
      isRequired: isRequired)
  }

  /// An option with values that are given between commas, one by one, or both.
  package static func list(
    _ name: String, _ placeholder: String, _ summary: Text, completion: CompletionKind = .none,
    choices: [String] = []
  ) -> OptionSpec {
    var option = OptionSpec.value(
      name, placeholder, summary, completion: completion, choices: choices, repeats: true)
    option.isList = true
    return option
  }

  /// What was typed for it, value by value.
  func values(in typed: String) -> [String] {
    guard isList else { return [typed] }
    let parts = typed.split(separator: ",").map(String.init)
    return parts.isEmpty ? [typed] : parts
  }

  /// `-h`, `--help`: every tree has it.
  package static let help = OptionSpec.flag(
    "help", short: "h",
    Text(en: "Show help for what is on the line.", pt: "Mostra a ajuda do que está na linha."))

  /// `--version`: every tree has it.
  package static let version = OptionSpec.flag(
    "version", Text(en: "Show the program's version.", pt: "Mostra a versão do programa."))

  /// Whether a value has to follow.
  package var takesValue: Bool {
    switch kind {
    case .flag: false
    case .value: true
    }
  }

  /// Whether it may be given more than once.
  package var repeats: Bool {
    switch kind {
    case .flag: false
    case .value(_, let repeats): repeats
    }
  }
}
