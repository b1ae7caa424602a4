import CommandLineKit

extension OptionSpec {
  static let config = OptionSpec.value(
    "config", "DIR",
    Text(
      en: "the configuration; else /etc/deskctl if it is there, else deskctl in XDG_CONFIG_HOME",
      pt: "a configuração; senão /etc/deskctl, se existir, senão deskctl em XDG_CONFIG_HOME"),
    completion: .folder, environment: "DESKCTL_CONFIG")
  static let data = OptionSpec.value(
    "data", "DIR",
    Text(
      en: "the store; else /var/lib/deskctl if it is there, else deskctl in XDG_DATA_HOME",
      pt: "os dados; senão /var/lib/deskctl, se existir, senão deskctl em XDG_DATA_HOME"),
    completion: .folder, environment: "DESKCTL_DATA")
  static let asAgent = OptionSpec.value(
    "as", "AGENT",
    Text(
      en: "who acts; the store's owner and root may say so",
      pt: "quem age; só o dono dos dados e o root podem dizer"),
    completion: .dynamic("agent"), environment: "DESKCTL_AGENT")
  static let now = OptionSpec.value(
    "now", "TIME",
    Text(
      en: "the clock, on a desk made to play with", pt: "o relógio, numa central feita para brincar"
    ),
    environment: "DESKCTL_NOW")
  static let json = OptionSpec.flag("json", Text(en: "one JSON document", pt: "um documento JSON"))
  static let jsonl = OptionSpec.flag(
    "jsonl", Text(en: "one JSON record a line", pt: "um registro JSON por linha"))
  static let fields = OptionSpec.value(
    "fields", "A,B",
    Text(en: "only these fields, in this order", pt: "só estes campos, nesta ordem"))
  static let format = OptionSpec.value(
    "format", "FORMAT",
    Text(
      en: "of lists: a table on a terminal, TSV when piped",
      pt: "das listas: tabela num terminal, TSV num pipe"),
    choices: ["table", "tsv", "csv", "github"])
  static let header = OptionSpec.flag(
    "header", Text(en: "TSV with a header", pt: "TSV com cabeçalho"))
  static let delimiter = OptionSpec.value(
    "delimiter", "C", Text(en: "of CSV; a comma unless set", pt: "do CSV; vírgula se não for dito"))
  static let byteOrderMark = OptionSpec.flag(
    "bom", Text(en: "CSV with a mark for spreadsheets", pt: "CSV com marca para planilhas"))
  static let out = OptionSpec.value(
    "out", short: "o", "PATH",
    Text(en: "write there, whole or not at all", pt: "grava ali, inteiro ou nada"),
    completion: .file)
  static let language = OptionSpec.value(
    "lang", "LANG",
    Text(en: "of help, messages and tables", pt: "da ajuda, das mensagens e das tabelas"),
    choices: Language.allCases.map(\.rawValue), environment: "LANG")
  static let dryRun = OptionSpec.flag(
    "dry-run", short: "n",
    Text(
      en: "show what would change, and by which rule; change nothing",
      pt: "mostra o que mudaria, e por qual regra; não muda nada"))
  static let yes = OptionSpec.flag("yes", short: "y", Text(en: "confirm", pt: "confirma"))
  static let noInput = OptionSpec.flag("no-input", Text(en: "never ask", pt: "nunca pergunta"))
  static let quiet = OptionSpec.flag(
    "quiet", short: "q",
    Text(en: "print little; of lists the ids alone", pt: "imprime pouco; das listas, só os ids"))
  static let verbose = OptionSpec.flag(
    "verbose", short: "v", Text(en: "print more", pt: "imprime mais"))
  static let color = OptionSpec.value(
    "color", "WHEN", Text(en: "auto, always or never", pt: "auto, always ou never"),
    choices: ["auto", "always", "never"], environment: "NO_COLOR")
  static let wait = OptionSpec.value(
    "wait", "SECONDS", Text(en: "for the lock; 10 unless set", pt: "pela trava; 10 se não for dito")
  )

  static let global: [OptionSpec] = [
    .config, .data, .asAgent, .now, .json, .jsonl, .fields, .format, .header, .delimiter,
    .byteOrderMark, .out, .language, .dryRun, .yes, .noInput, .quiet, .verbose, .color, .wait,
  ]
}
